package chat.salon.irc.service;

import chat.salon.core.CustomStatus;
import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.core.SlashCommand;
import chat.salon.core.StatusWords;
import chat.salon.core.WrittenDuration;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import chat.salon.wire.TextSplit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// NickServ STATUS: what somebody says that they are doing.
final class NickServStatus implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("STATUS", 0, Slash.helpAnywhere(SlashCommand.STATUS));
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    if (session.accountName() == null) {
      return voice.says(Numerics.text(new NotLoggedIn()));
    }
    var written = StatusWords.of(String.join(" ", words));
    var now = session.door().now();
    var until =
        Optional.ofNullable(written.duration()).flatMap(WrittenDuration::parse).map(now::plus);
    boolean isClear = until.isEmpty() || !written.text().isEmpty();
    if (!isClear || until.filter(end -> !CustomStatus.mayEnd(end, now)).isPresent()) {
      return voice.says("That is not clear: " + spec().help());
    }
    var text = TextSplit.fit(written.text(), session.salon().limits().awayLength());
    return say(session, voice, text.isEmpty() ? null : new CustomStatus(text, until.orElse(null)));
  }

  private static Reply say(IrcSession session, Voice voice, @Nullable CustomStatus status) {
    session.awaiting(() -> {
      session.salon().people().appearance().say(session.presence(), session, status);
      return true;
    });
    return voice.says(
        status == null ? "You say nothing of what you are doing" : "You say: " + status.text());
  }
}
