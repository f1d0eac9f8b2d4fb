package chat.salon.irc.service;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.Refusal.NoJoinRequest;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What is done about the channel that the first word names.
final class OnChannel {
  private OnChannel() {}

  static Reply run(
      IrcSession session, Voice voice, List<String> words, Function<ChannelName, Reply> then) {
    return session
        .salon()
        .channelName(words.getFirst())
        .map(then)
        .orElseGet(() -> voice.says(Numerics.text(new BadChannelName(words.getFirst()))));
  }

  /// The same about somebody who asks to come into it, whom the second word names.
  static Reply runAboutAsker(
      IrcSession session,
      Voice voice,
      List<String> words,
      BiFunction<ChannelName, AccountName, Reply> then) {
    var who = words.get(1);
    return run(
        session,
        voice,
        words,
        channel ->
            session
                .salon()
                .people()
                .account(who)
                .map(asker -> then.apply(channel, asker))
                .orElseGet(() -> voice.says(Numerics.text(new NoJoinRequest(channel, who)))));
  }

  /// What is told of an outcome: also of what was refused of it, where not all was.
  ///
  /// @param done when it was done, or is so already
  static Reply told(Voice voice, Outcome outcome, String done) {
    return switch (outcome) {
      case Done(var events, var refusals) when !refusals.isEmpty() -> {
        var lines = new ArrayList<>(refusals.stream().map(Numerics::text).distinct().toList());
        if (!events.isEmpty()) {
          lines.add(done);
        }
        yield voice.says(lines);
      }
      case Done _ -> voice.says(done);
      case Refused(var why) -> voice.says(Numerics.text(why));
    };
  }
}
