package chat.salon.irc.channel;

import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Speech.Pending;
import chat.salon.wire.Line;

/// BATCH: opens and closes a message of several lines (IRCv3 client-batch and draft/multiline).
/// What is said in between is collected before any command is looked for.
final class BatchCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            "BATCH",
            1,
            "BATCH +<reference> draft/multiline <target>, then lines, then BATCH -<reference>: says"
                + " something in several lines.")
        .from("IRCv3 client-batch, The client-to-server BATCH verb");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var reference = line.param(0);
    if (reference.startsWith("+")) {
      var refusal = session.batch().open(line);
      return refusal == null ? Reply.NONE : Reply.of(refusal);
    }
    if (!reference.startsWith("-")) {
      return Reply.of(
          session.fail(
              "INVALID_REFTAG",
              reference.isEmpty() ? "*" : chat.salon.irc.Words.named(reference),
              "A reference begins with + where a batch does, and with - where it ends"));
    }
    var closed = session.batch().close(line);
    var refusal = closed.refusal();
    return refusal != null
        ? Reply.of(refusal)
        : closed
            .whole()
            .map(whole -> Pending.finish(session, Utterance.begin(session, whole)))
            .orElse(Reply.NONE);
  }
}
