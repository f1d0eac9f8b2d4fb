package chat.salon.core.personal;

import chat.salon.core.AccountName;
import chat.salon.core.Event.Said;
import chat.salon.core.NetworkException;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.NoSuchMessage;
import chat.salon.core.Salon;
import chat.salon.core.StoreException;
import chat.salon.core.bouncer.Keepsakes;
import chat.salon.core.personal.Exports.Export;
import chat.salon.core.personal.Spoken.Slice;
import chat.salon.core.personal.Spoken.Spot;
import chat.salon.core.request.Erase;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Reads out, or deletes, all that one account has said, on this node: one order after the other,
/// in small parts, on a thread of its own. What is to be deleted is kept until it is, and taken up
/// again after a restart, on whatever node. Any thread.
public final class PersonalData implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PersonalData.class.getName());
  private static final String ITEM = "erase";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Salon salon;
  private final Spoken spoken;
  private final Exports exports;
  private final Keepsakes keepsakes;
  private final Set<AccountName> exporting = ConcurrentHashMap.newKeySet();
  private final Set<AccountName> erasing = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor worker;
  private volatile PersonalSettings settings;
  private volatile boolean isClosed;

  public PersonalData(
      Salon salon, Spoken spoken, Exports exports, Keepsakes keepsakes, PersonalSettings settings) {
    this.salon = salon;
    this.spoken = spoken;
    this.exports = exports;
    this.keepsakes = keepsakes;
    this.settings = settings;
    this.worker =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(settings.queue()),
            Thread.ofVirtual().name("personal").factory());
  }

  /// Takes other settings, for what begins from now on; but for the queue.
  public void reload(PersonalSettings now) {
    settings = now;
  }

  /// The settings as they are now.
  public PersonalSettings settings() {
    return settings;
  }

  /// When a file of an account may be written again; empty for now. Waits for the disk.
  public Optional<Instant> pausedUntil(AccountName account) {
    var pause = Duration.ofHours(settings.exportPauseHours());
    return exports
        .newest(account)
        .map(newest -> newest.plus(pause))
        .filter(end -> end.isAfter(salon.stamps().now()));
  }

  /// Begins to write what an account has said into a file. Never waits.
  ///
  /// @param then is told of the file, or nothing when it could not be written; on another thread
  /// @return false when that is under way already, or too much else
  public boolean export(AccountName account, Consumer<Optional<Export>> then) {
    return exporting.add(account)
        && begin(() -> then.accept(written(account)), () -> exporting.remove(account));
  }

  private Optional<Export> written(AccountName account) {
    try {
      return Optional.of(exports.write(account, salon.stamps().now(), new Parts(account)));
    } catch (StoreException | CancellationException e) {
      LOG.log(Level.WARNING, "an export was not written: {0}", e.getMessage());
      return Optional.empty();
    }
  }

  /// Deletes all that an account has said up to now. Returns when that is certain to happen, be it
  /// after a restart: waits for the disk.
  public void forget(AccountName account) {
    keepsakes.put(account, ITEM, String.valueOf(salon.stamps().next()));
    erase(account);
  }

  /// Takes up again what is to be deleted and is not, and deletes files that are too old. Waits for
  /// the disk.
  public void sweep() {
    exports.sweep(salon.stamps().now().minus(Duration.ofDays(settings.exportDays())));
    keepsakes.all(ITEM).keySet().forEach(this::erase);
  }

  // Of what is refused now, the next sweep takes care.
  private void erase(AccountName account) {
    if (erasing.add(account)) {
      begin(() -> eraseKept(account), () -> erasing.remove(account));
    }
  }

  private boolean begin(Runnable work, Runnable after) {
    try {
      worker.execute(() -> {
        try {
          work.run();
        } finally {
          after.run();
        }
      });
      return true;
    } catch (RejectedExecutionException _) {
      after.run();
      return false;
    }
  }

  // As often as it was asked anew meanwhile.
  private void eraseKept(AccountName account) {
    try {
      var order = keepsakes.of(account).get(ITEM);
      while (order != null && eraseUpTo(account, Long.parseLong(order))) {
        var now = keepsakes.of(account).get(ITEM);
        if (order.equals(now)) {
          keepsakes.remove(account, ITEM);
          return;
        }
        order = now;
      }
    } catch (StoreException | NetworkException | CancellationException e) {
      LOG.log(Level.INFO, "deleting what somebody said goes on later: {0}", e.getMessage());
    }
  }

  // Whether all of it is deleted.
  private boolean eraseUpTo(AccountName account, long last) {
    boolean isDone = true;
    var spot = Spot.START;
    while (true) {
      var slice = next(account, spot);
      var due = slice.said().stream().filter(said -> said.stamp().id() <= last).toList();
      int most = settings.atOnce();
      for (int from = 0; from < due.size(); from += most) {
        isDone &= erase(due.subList(from, Math.min(due.size(), from + most)));
      }
      if (slice.isLast()) {
        return isDone;
      }
      spot = slice.spot();
    }
  }

  private boolean erase(List<Said> messages) {
    var answers =
        messages.stream()
            .map(said -> salon.ask(said.where(), new Erase(said.stamp().id())))
            .toList();
    return answers.stream().map(Salon::await).filter(PersonalData::isMissed).count() == 0;
  }

  private static boolean isMissed(Outcome outcome) {
    return outcome instanceof Refused(var why) && !(why instanceof NoSuchMessage);
  }

  private Slice next(AccountName account, Spot spot) {
    if (isClosed) {
      throw new CancellationException("the server is stopping");
    }
    return spoken.next(account, spot, settings.rows());
  }

  /// Stops between two parts. What was to be deleted is taken up at the next start.
  @Override
  public void close() {
    isClosed = true;
    worker.shutdown();
    try {
      if (!worker.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /// All that an account has said, read part by part.
  private final class Parts implements Iterator<Said> {
    private final AccountName account;
    private final Deque<Said> ahead = new ArrayDeque<>();
    private Spot spot = Spot.START;
    private boolean isOver;

    Parts(AccountName account) {
      this.account = account;
    }

    @Override
    public boolean hasNext() {
      while (ahead.isEmpty() && !isOver) {
        var slice = PersonalData.this.next(account, spot);
        ahead.addAll(slice.said());
        spot = slice.spot();
        isOver = slice.isLast();
      }
      return !ahead.isEmpty();
    }

    @Override
    public Said next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ahead.remove();
    }
  }
}
