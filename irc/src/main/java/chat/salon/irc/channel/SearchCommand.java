package chat.salon.irc.channel;

import chat.salon.core.Event;
import chat.salon.core.search.Malformed;
import chat.salon.core.search.SearchOutcome;
import chat.salon.core.search.SearchOutcome.Hit;
import chat.salon.core.search.SearchOutcome.Hits;
import chat.salon.core.search.SearchOutcome.NotNow;
import chat.salon.core.search.SearchOutcome.NotThere;
import chat.salon.core.search.SearchOutcome.Unavailable;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import java.util.Comparator;

/// SEARCH: finds messages by what was said, by whom, where and when (soju.im/search).
final class SearchCommand implements Command {
  private static final String BATCH = "soju.im/search";

  @Override
  public Spec spec() {
    return new Spec(
            "SEARCH",
            1,
            "SEARCH text=<words>;in=<target>;from=<nick>;after=<time>;before=<time>;limit=<number>: finds"
                + " messages. Spaces are written \\s.")
        .from("soju.im search");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    session.upToDate();
    return switch (SearchAttributes.parse(line.param(0), session.door().searching().settings())) {
      case SearchAttributes.Wrong(var name, var why) -> invalid(session, name, why);
      case SearchAttributes.Right right ->
          answer(
              session,
              session.apart(() ->
                  session
                      .door()
                      .searching()
                      .search(session.presence(), session.actor(), right.asked())));
    };
  }

  private static Reply answer(IrcSession session, SearchOutcome outcome) {
    return switch (outcome) {
      case Hits hits -> found(session, hits);
      case Malformed malformed -> invalid(session, named(malformed), SearchFaults.text(malformed));
      case NotThere(var why) -> invalid(session, "in", Numerics.text(why));
      case NotNow(var wait) ->
          Reply.of(
              session.fail(
                  "RATE_LIMITED",
                  "Too many searches: try again in " + Math.max(1, wait.toSeconds()) + " s"));
      case Unavailable _ ->
          Reply.of(
              session.fail("INTERNAL_ERROR", "The search could not be run: try again in a moment"));
    };
  }

  // What stands before the last parameter is a word.
  private static String named(Malformed malformed) {
    return malformed.near().isEmpty() ? "text" : malformed.near();
  }

  // In the order in which they were said, whatever the order in which they were found.
  private static Reply found(IrcSession session, Hits hits) {
    var events =
        hits.hits().stream()
            .map(Hit::said)
            .sorted(Comparator.comparingLong(said -> said.stamp().id()))
            .<Event>map(said -> said)
            .toList();
    var batch = Reply.batch(session, new ShownHistory(session).lines(events), BATCH);
    return hits.isComplete()
        ? batch
        : batch.and(
            session.standardReply(
                "WARN",
                "SEARCH",
                "INCOMPLETE",
                "Some messages may be missing: not all of them are indexed yet"));
  }

  private static Reply invalid(IrcSession session, String name, String why) {
    return Reply.of(session.fail("INVALID_PARAMS", Words.named(name), why));
  }
}
