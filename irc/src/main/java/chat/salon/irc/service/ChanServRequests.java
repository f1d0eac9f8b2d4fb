package chat.salon.irc.service;

import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.JoinRequest;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.SlashCommand;
import chat.salon.core.request.Action;
import chat.salon.core.request.Rights;
import chat.salon.irc.EventLines;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.ArrayList;
import java.util.List;

/// ChanServ REQUESTS: who asks to come into a channel.
final class ChanServRequests implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("REQUESTS", 1, Slash.help(SlashCommand.REQUESTS));
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return OnChannel.run(session, voice, words, channel -> requests(session, voice, channel));
  }

  private static Reply requests(IrcSession session, Voice voice, ChannelName name) {
    var channel = session.look(name);
    if (channel.isEmpty()) {
      return voice.says(Numerics.text(new NoSuchChannel(name.shown())));
    }
    return Rights.refusal(session.actor(), new Action.Answer(), channel.get())
        .map((Refusal why) -> voice.says(Numerics.text(why)))
        .orElseGet(() -> voice.says(texts(channel.get())));
  }

  private static List<String> texts(ChannelState channel) {
    var requests = channel.requests();
    if (requests.isEmpty()) {
      return List.of("Nobody asks to come into " + channel.name());
    }
    var texts = new ArrayList<String>();
    requests.forEach(request -> texts.add(text(request)));
    texts.add(
        "To answer: ACCEPT %1$s <name>, or REJECT %1$s <name> [<duration>] [<reason>]"
            .formatted(channel.name()));
    return texts;
  }

  private static String text(JoinRequest request) {
    var message = request.message();
    return request.asker()
        + ", since "
        + EventLines.time(request.asked())
        + (message.isEmpty() ? "" : ": " + message);
  }
}
