package chat.salon.irc.service;

import chat.salon.core.ChannelState;
import chat.salon.core.Flag;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Slowed;
import chat.salon.core.Refusal.TooLong;
import chat.salon.core.Visibility;
import chat.salon.core.request.ChangeModes;
import chat.salon.core.request.Describe;
import chat.salon.core.request.Request;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// ChanServ SET: what a channel is for, who finds it, what newcomers read, and slow mode.
final class ChanServSet implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec(
        "SET",
        2,
        "SET <channel> DESCRIPTION [text] | VISIBILITY public|request|private |"
            + " HISTORY all|joining | SLOW <seconds>: changes the settings of a channel; slow mode"
            + " of 0 seconds is none.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var setting = words.get(1).toUpperCase(Locale.ROOT);
    var value = String.join(" ", words.subList(2, words.size()));
    int most = session.salon().limits().descriptionLength();
    if (setting.equals("DESCRIPTION") && value.getBytes(StandardCharsets.UTF_8).length > most) {
      return voice.says(Numerics.text(new TooLong("description", most)));
    }
    return request(setting, value)
        .map(request ->
            OnChannel.run(
                session,
                voice,
                words,
                channel ->
                    OnChannel.told(
                        voice,
                        session.ask(channel, request),
                        "The settings of " + channel + " are changed")))
        .orElseGet(() -> voice.says("That is not clear: " + spec().help()));
  }

  private static Optional<Request<ChannelState>> request(String setting, String value) {
    return setting.equals("DESCRIPTION")
        ? Optional.of(new Describe(value))
        : changes(setting, value).map(ChangeModes::new);
  }

  private static Optional<List<ModeChange>> changes(String setting, String value) {
    return switch (setting) {
      case "VISIBILITY" -> Visibility.named(value).map(Visibility::changes);
      case "HISTORY" ->
          switch (value.toLowerCase(Locale.ROOT)) {
            case "all" -> Optional.of(List.of(new Flagged(Flag.FROM_JOINING, false)));
            case "joining" -> Optional.of(List.of(new Flagged(Flag.FROM_JOINING, true)));
            default -> Optional.empty();
          };
      case "SLOW" ->
          value.matches("[0-9]{1,6}")
              ? Optional.of(List.of(new Slowed(Integer.parseInt(value))))
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
