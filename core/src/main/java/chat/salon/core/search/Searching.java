package chat.salon.core.search;

import chat.salon.core.Actor;
import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Event.Said;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Pair;
import chat.salon.core.Presence;
import chat.salon.core.Salon;
import chat.salon.core.StoreException;
import chat.salon.core.port.Page;
import chat.salon.core.search.MessageSearch.Found;
import chat.salon.core.search.MessageSearch.Match;
import chat.salon.core.search.MessageSearch.Order;
import chat.salon.core.search.MessageSearch.Wanted;
import chat.salon.core.search.SearchOutcome.Hit;
import chat.salon.core.search.SearchOutcome.Hits;
import chat.salon.core.search.SearchOutcome.NotNow;
import chat.salon.core.search.SearchOutcome.NotThere;
import chat.salon.core.search.SearchOutcome.Unavailable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Searches for people, the same from every door. What somebody may find is decided when they ask:
/// first where may be looked, and once more when each hit is read from the log. Methods wait, so
/// they are called on virtual threads.
public final class Searching {
  private final Salon salon;
  private final MessageSearch index;
  private final SearchSettings settings;
  private final SearchRate rate;

  public Searching(Salon salon, MessageSearch index, SearchSettings settings) {
    this.salon = salon;
    this.index = index;
    this.settings = settings;
    this.rate = new SearchRate(settings.perMinute());
  }

  /// What somebody asks.
  ///
  /// @param text in the language of [QueryParser]
  /// @param more what a door adds to it
  /// @param place where alone to look; null for everywhere
  /// @param cursor where the last answer ended; null for the first
  /// @param zone of the asker, whose days are meant
  /// @param withContext whether what was said before and after each hit is wanted
  public record Asked(
      String text,
      List<Clause> more,
      @Nullable ConversationId<?> place,
      Order order,
      @Nullable String cursor,
      int limit,
      ZoneId zone,
      boolean withContext) {}

  /// What holds for it.
  public SearchSettings settings() {
    return settings;
  }

  /// Searches.
  public SearchOutcome search(Presence presence, Actor actor, Asked asked) {
    var now = salon.stamps().now().atZone(asked.zone());
    return switch (QueryParser.parse(asked.text(), now, settings)) {
      case Malformed malformed -> malformed;
      case Query query -> search(presence, actor, asked, query.and(asked.more()));
    };
  }

  private SearchOutcome search(Presence presence, Actor actor, Asked asked, Query query) {
    if (!query.isPositive() && asked.place() == null) {
      var fault = query.clauses().isEmpty() ? Malformed.Fault.EMPTY : Malformed.Fault.ONLY_EXCLUDED;
      return new Malformed(fault, 0, asked.text(), 0);
    }
    var cursor = asked.cursor() == null ? null : Cursor.parse(asked.cursor()).orElse(null);
    if (cursor == null && asked.cursor() != null) {
      return new Malformed(Malformed.Fault.BAD_CURSOR, 0, asked.cursor(), 0);
    }
    var wait = rate.take(Pair.party(actor.person()), System.nanoTime());
    if (!wait.isZero()) {
      return new NotNow(wait);
    }
    return switch (Places.of(salon, actor, asked.place(), query)) {
      case Places.Refused(var why) -> new NotThere(why);
      case Places.Known places -> find(presence, actor, asked, cursor, places);
    };
  }

  private SearchOutcome find(
      Presence presence, Actor actor, Asked asked, @Nullable Cursor cursor, Places.Known places) {
    var reach = places.within(salon.history().reach(presence, actor));
    int limit = Math.clamp(asked.limit(), 1, settings.page());
    var query = places.query();
    Found found;
    try {
      found =
          reach.isNothing()
              ? new Found(List.of(), false, true)
              : index.find(new Wanted(query, reach, asked.order(), cursor, limit));
    } catch (StoreException _) {
      return new Unavailable(); // whoever keeps the index has told why
    }
    var hits = new ArrayList<Hit>();
    for (var match : found.matches()) {
      hit(actor, query, match, asked.withContext()).ifPresent(hits::add);
    }
    return new Hits(hits, next(found, asked.order()), found.isComplete());
  }

  private static @Nullable Cursor next(Found found, Order order) {
    if (!found.hasMore()) {
      return null;
    }
    var last = found.matches().getLast();
    return new Cursor(order == Order.BEST ? last.score() : 0, last.id());
  }

  // Empty when it may not be read any more, or is not there any more.
  private Optional<Hit> hit(Actor actor, Query query, Match match, boolean withContext) {
    var upTo =
        withContext
            ? new Page(match.where(), 0, match.id() + 1, 2, true, true, null)
            : new Page(match.where(), match.id() - 1, match.id() + 1, 1, true, true, null);
    var events = read(actor, upTo);
    if (events.isEmpty()
        || !(events.getLast() instanceof Said said)
        || said.stamp().id() != match.id()
        || said.aftermath().isRedacted()) {
      return Optional.empty();
    }
    var before = events.size() > 1 ? events.getFirst() : null;
    return Optional.of(
        new Hit(
            said,
            index.marks(query, said.text()),
            before,
            withContext ? after(actor, match) : null));
  }

  private @Nullable Event after(Actor actor, Match match) {
    var events =
        read(actor, new Page(match.where(), match.id(), Long.MAX_VALUE, 1, false, true, null));
    return events.isEmpty() ? null : events.getFirst();
  }

  private List<Event> read(Actor actor, Page page) {
    return salon.history().read(actor, page) instanceof Done(var events, _) ? events : List.of();
  }
}
