package chat.salon.core;

import chat.salon.core.account.Boundaries;
import chat.salon.core.account.Friendships;
import chat.salon.core.account.Friendships.Bond;
import chat.salon.core.account.Privacy.Circle;
import chat.salon.core.port.Directory;
import chat.salon.core.port.Relay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Keeps what this node knows of the [Ties] of those who are here. What changed is read from the
/// store again by one thread, in the order in which it hears of it, so that nobody is told
/// something older last.
final class TieKeeper {
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
  private static final int TRIES = 60;

  private final Friendships friendships;
  private final Boundaries boundaries;
  private final Directory directory;
  private final Relay relay;
  private final Audience audience;
  private final AtomicLong changes = new AtomicLong();
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("ties").factory());
  private volatile BiConsumer<Presence, Circle> seenBy = (_, _) -> {};

  TieKeeper(Salon.Parts parts, Audience audience) {
    this.friendships = parts.friendships();
    this.boundaries = parts.boundaries();
    this.directory = parts.directory();
    this.relay = parts.relay();
    this.audience = audience;
  }

  /// @param reader is told who may see somebody now; may wait
  void tellSeenBy(BiConsumer<Presence, Circle> reader) {
    seenBy = reader;
  }

  /// Reads the ties of an account. Waits for the store.
  Ties read(@Nullable AccountName account) {
    return Ties.of(account, friendships, boundaries);
  }

  /// How many changes this node has heard of.
  long changes() {
    return changes.get();
  }

  /// Something has changed between two accounts: tells all nodes, and waits until this one knows.
  void changed(AccountName one, AccountName other) {
    relay.retieElsewhere(one, other);
    refresh(one, other).join();
  }

  /// Something has changed between two accounts. Never waits.
  CompletableFuture<Void> refresh(AccountName one, AccountName other) {
    changes.incrementAndGet();
    return CompletableFuture.runAsync(
        () -> {
          refreshOne(one, other);
          refreshOne(other, one);
        },
        reader);
  }

  private void refreshOne(AccountName account, AccountName about) {
    var here =
        audience.presences().stream()
            .filter(presence ->
                directory
                    .find(presence.id())
                    .filter(person -> account.equals(person.account()))
                    .isPresent())
            .toList();
    for (int i = 0; i < TRIES && !here.isEmpty(); i++) {
      try {
        tell(here, account, about);
        return;
      } catch (StoreException _) {
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos()); // what changed was stored just now
      }
    }
  }

  private void tell(List<Presence> here, AccountName account, AccountName about) {
    var ties = read(account);
    var now = bonded(account, about);
    for (var presence : here) {
      presence.ties(ties);
      seenBy.accept(presence, ties.privacy().see());
      if (!account.equals(about)) {
        presence.sessions().forEach(session -> session.tied(now));
      }
    }
  }

  /// How somebody stands to an account.
  Bonded bonded(AccountName account, AccountName other) {
    return all(account).stream()
        .filter(one -> one.other().equals(other))
        .findFirst()
        .orElseGet(() -> new Bonded(other, Bond.NONE, false, null));
  }

  /// The friends of an account and the questions of both directions, newest first, and then those
  /// whom it has blocked.
  List<Bonded> all(AccountName account) {
    var all = new LinkedHashMap<AccountName, Bonded>();
    for (var one : friendships.of(account)) {
      all.put(one.other(), new Bonded(one.other(), one.bond(), false, one.since()));
    }
    for (var other : boundaries.blockedBy(account)) {
      all.compute(
          other,
          (_, before) ->
              before == null
                  ? new Bonded(other, Bond.NONE, true, null)
                  : new Bonded(other, before.bond(), true, before.since()));
    }
    return new ArrayList<>(all.values());
  }
}
