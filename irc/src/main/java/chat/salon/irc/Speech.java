package chat.salon.irc;

import chat.salon.core.Outcome;
import chat.salon.wire.Line;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// A command that only asks, so that its session can go on with its next line before the answer is
/// there: several messages of one client share one commit. Answers are given in their order.
public interface Speech extends Command {

  /// Whether it only asks this time. If not it is run like any other command, after the answers to
  /// all that came before.
  default boolean onlyAsks(IrcSession session, Line line) {
    return true;
  }

  /// Asks; never waits.
  List<Pending> begin(IrcSession session, Line line);

  @Override
  default Reply run(IrcSession session, Line line) {
    return Pending.finish(session, begin(session, line));
  }

  /// A question to the owner of a conversation, and what its sender is told of the answer.
  record Pending(CompletableFuture<Outcome> answer, Function<Outcome, Reply> reply) {

    /// What can be said without asking anybody.
    public static Pending of(Reply reply) {
      return new Pending(CompletableFuture.completedFuture(Outcome.Done.NOTHING), _ -> reply);
    }

    /// Waits for all of them in their order.
    public static Reply finish(IrcSession session, List<Pending> all) {
      var reply = Reply.NONE;
      for (var one : all) {
        reply = reply.and(one.reply().apply(session.await(one.answer())));
      }
      return reply;
    }
  }
}
