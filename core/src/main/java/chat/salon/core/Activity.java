package chat.salon.core;

import chat.salon.core.port.ActivityInbox;
import chat.salon.core.port.ActivityInbox.Entry;
import chat.salon.core.port.ActivityInbox.Kind;
import chat.salon.core.port.ActivityInbox.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What others said and did that concerns somebody, in all their conversations: as it is now, for
/// as long as they may read it where it was said, and of nobody whom they have blocked. Methods
/// wait for the store.
public final class Activity {
  // Of what may not be read there may be any number: an asker waits for so much of it.
  private static final int MOST_ROUNDS = 20;

  private final Salon salon;
  private final ActivityInbox inbox;

  public Activity(Salon salon, ActivityInbox inbox) {
    this.salon = salon;
    this.inbox = inbox;
  }

  /// Something that concerns somebody.
  ///
  /// @param isNew whether they have neither looked at it here nor read that far where it happened
  public record Noticed(Entry entry, boolean isNew) {}

  /// Some of it, newest first.
  ///
  /// @param next before which the list goes on, even where nothing on this page may be read; 0 when
  ///   there is no more
  public record NoticedPage(List<Noticed> noticed, long next) {}

  /// What is new for somebody.
  ///
  /// @param count so much, and no more than is counted as unread in one conversation
  /// @param newest id of the newest; 0 for nothing
  public record Fresh(int count, long newest) {}

  /// What concerns somebody and they may read at this moment.
  ///
  /// @param kinds none for all of them
  /// @param before see [NoticedPage]; [Long#MAX_VALUE] for the newest
  public NoticedPage page(
      Actor actor, AccountName account, Set<Kind> kinds, long before, int limit) {
    return page(actor, account, new Slice(kinds, 0, before, limit), inbox.seen(account), _ -> true);
  }

  /// What is new for somebody at this moment.
  public Fresh fresh(Actor actor, AccountName account) {
    long seen = inbox.seen(account);
    var slice = new Slice(Set.of(), seen, Long.MAX_VALUE, salon.limits().unreadMost());
    var found = page(actor, account, slice, seen, Noticed::isNew).noticed();
    return new Fresh(found.size(), found.isEmpty() ? 0 : found.getFirst().entry().id());
  }

  private NoticedPage page(
      Actor actor, AccountName account, Slice slice, long seen, Predicate<Noticed> isWanted) {
    var found = new ArrayList<Noticed>();
    long next = slice.below();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      var some = inbox.of(account, new Slice(slice.kinds(), slice.above(), next, slice.limit()));
      var mayBeShown = mayBeShown(actor, account); // as things are after it was read
      for (var entry : some) {
        if (found.size() == slice.limit()) {
          return new NoticedPage(List.copyOf(found), next);
        }
        next = entry.id();
        var noticed = new Noticed(entry, entry.id() > Math.max(seen, entry.marker()));
        if (mayBeShown.test(entry) && isWanted.test(noticed)) {
          found.add(noticed);
        }
      }
      if (some.size() < slice.limit()) {
        return new NoticedPage(List.copyOf(found), 0);
      }
    }
    return new NoticedPage(List.copyOf(found), next);
  }

  private Predicate<Entry> mayBeShown(Actor actor, AccountName account) {
    var blocked = Set.copyOf(salon.friends().blockedBy(account));
    var isReadable = salon.history().readable(actor);
    return entry -> {
      var author = entry.by().account();
      return (author == null || !blocked.contains(author)) && isReadable.test(entry.message());
    };
  }

  /// Somebody has looked at it up to an id: all other sessions of the account are told when that is
  /// further than before. It never is past this moment.
  ///
  /// @param session that says so, and is not told
  public void see(Session session, AccountName account, long upTo) {
    var stamps = salon.stamps();
    long past = Math.min(upTo, Stamps.at(stamps.now().plusMillis(1)) - 1);
    if (inbox.seen(account) < past && inbox.see(account, past)) {
      salon.reading().tellOfActivity(account, new Origin(session.id(), null));
    }
  }
}
