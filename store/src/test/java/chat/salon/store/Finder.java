package chat.salon.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.ChannelName;
import chat.salon.core.Event.Said;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.Rank;
import chat.salon.core.StoreException;
import chat.salon.core.search.Cursor;
import chat.salon.core.search.MessageSearch.Found;
import chat.salon.core.search.MessageSearch.Match;
import chat.salon.core.search.MessageSearch.Order;
import chat.salon.core.search.MessageSearch.Wanted;
import chat.salon.core.search.Query;
import chat.salon.core.search.QueryParser;
import chat.salon.core.search.Reach;
import chat.salon.core.search.Reach.InChannel;
import chat.salon.core.search.Reach.Privately;
import chat.salon.core.search.SearchSettings;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Somebody who searches, and waits until what was said before is indexed.
record Finder(LuceneSearch search, Reach reach) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static Finder in(LuceneSearch search, ChannelName... channels) {
    var all = Stream.of(channels).map(name -> new InChannel(name, 0, null)).toList();
    return new Finder(search, new Reach(all, null));
  }

  static Finder inPrivate(LuceneSearch search, Person who) {
    return new Finder(
        search, new Reach(List.of(), new Privately(Pair.party(who), 0, Set.of(), Set.of())));
  }

  Finder ranked(ChannelName channel, Rank rank) {
    return new Finder(search, new Reach(List.of(new InChannel(channel, 0, rank)), null));
  }

  Finder since(ChannelName channel, Said first) {
    return new Finder(
        search, new Reach(List.of(new InChannel(channel, first.stamp().id(), null)), null));
  }

  /// What is found now, the newest first.
  List<Long> find(String text) {
    return ids(find(text, Order.NEWEST, null, 100));
  }

  Found find(String text, Order order, @Nullable Cursor after, int limit) {
    var now = ZonedDateTime.now(ZoneOffset.UTC);
    var query = (Query) QueryParser.parse(text, now, SearchSettings.DEFAULT);
    return search.find(new Wanted(query, reach, order, after, limit));
  }

  static List<Long> ids(Found found) {
    return found.matches().stream().map(Match::id).toList();
  }

  static List<Long> ids(Said... said) {
    return Stream.of(said).map(one -> one.stamp().id()).toList();
  }

  /// Waits until exactly this is found, the newest first.
  void await(String text, Said... said) {
    await(text, ids(said));
  }

  void await(String text, List<Long> ids) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    var seen = new ArrayList<Long>();
    do {
      seen.clear();
      try {
        seen.addAll(find(text));
      } catch (StoreException _) {
        // the index is being opened
      }
      Thread.onSpinWait();
    } while (!seen.equals(ids) && System.nanoTime() < deadline);
    assertThat(seen).as(text + "; " + search.trouble()).isEqualTo(ids);
  }

  /// Waits until the index does not follow the log.
  void awaitTrouble() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (search.trouble().isEmpty() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(search.trouble()).isNotEmpty();
  }

  /// Waits until everything that was said before is indexed.
  void awaitComplete() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!search.isComplete() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(search.isComplete()).as(search.trouble()).isTrue();
  }
}
