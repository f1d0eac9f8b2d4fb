package chat.salon.store;

import chat.salon.core.StoreException;
import chat.salon.core.search.SearchSettings;
import chat.salon.store.IndexedLog.Reached;
import chat.salon.store.search.MessageIndex;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the search index of this node up to date: reads the log on a thread of its own, a moment
/// behind, and begins anew when the index cannot be used. Nobody waits for it.
final class SearchFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SearchFollower.class);
  private static final int ROWS = 1000; // of one question to the database
  private static final int ROWS_A_COMMIT = 200_000;
  private static final long GATHER = 100; // milliseconds: what comes together is shown together
  private static final long LOOK = 1000; // for what other nodes wrote
  private static final long LOOK_ALONE = 60_000;
  private static final int REST = 20; // so many times as long as a look took
  private static final long AGAIN = 5000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final IndexedLog log;
  private final Appended appended;
  private final Path folder;
  private final String origin;
  private final SearchSettings settings;
  private final long look;
  private final Thread thread;
  private final Map<Long, Long> positions = new HashMap<>();
  private volatile @Nullable MessageIndex index;
  private volatile boolean isComplete;
  private volatile String trouble = "";
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean isClosed;
  private long lookedAt;
  private long lookTook;
  private long committedAt;
  private int uncommitted;

  /// @param isShared whether other nodes write to the log
  SearchFollower(
      IndexedLog log,
      Appended appended,
      Path folder,
      String origin,
      SearchSettings settings,
      boolean isShared) {
    this.log = log;
    this.appended = appended;
    this.folder = folder;
    this.origin = origin;
    this.settings = settings;
    this.look = isShared ? LOOK : LOOK_ALONE;
    appended.follow();
    thread = Thread.ofPlatform().name("search indexer").daemon().start(this::work);
  }

  /// The index.
  ///
  /// @throws StoreException it cannot be used now
  MessageIndex index() {
    var current = index;
    if (current == null) {
      throw new StoreException("The search index cannot be used yet.");
    }
    return current;
  }

  /// Whether everything that was said is in it.
  boolean isComplete() {
    return isComplete;
  }

  /// Why it does not follow the log; empty when it does.
  String trouble() {
    return trouble;
  }

  // ---- On its thread ----

  private void work() {
    while (!isClosed) {
      try {
        follow();
      } catch (CorruptIndexException
          | IndexFormatTooOldException
          | IndexFormatTooNewException
          | NoSuchFileException
          | FileNotFoundException
          | EOFException e) {
        failed("The search index in " + folder + " cannot be read, and is made anew", e);
        discard();
      } catch (StoreException e) { // the index is as it was
        failed("The search index does not follow the log", e);
      } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
        failed("The search index in " + folder + " cannot be written", e);
        giveUp();
      } catch (InterruptedException _) {
        break; // close() lost its patience
      } catch (RuntimeException | Error e) {
        LOG.error("The search index failed", e);
        failed("The search index in " + folder + " failed", e);
        giveUp();
      }
      pause();
    }
    giveUp();
  }

  // The files are as the last commit left them.
  private void giveUp() {
    close(index);
    index = null;
  }

  private void failed(String what, Throwable why) {
    var line = what + ": " + why.getMessage();
    if (!isClosed) {
      LOG.warn("{}", line);
    }
    trouble = line;
    isComplete = false;
  }

  private void pause() {
    try {
      closing.await(AGAIN, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      isClosed = true;
    }
  }

  private void discard() {
    giveUp();
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      LOG.warn("The damaged search index in {} cannot be removed: {}", folder, e.toString());
    }
  }

  private void follow() throws IOException, InterruptedException {
    var current = index;
    var opened = current == null ? open() : current;
    lookAround(opened);
    opened.commit(positions);
    committedAt = System.nanoTime();
    isComplete = true;
    trouble = "";
    while (!isClosed) {
      appended.await(untilNext());
      closing.await(GATHER, TimeUnit.MILLISECONDS);
      var moved = appended.take();
      for (var where : moved.conversations()) {
        var reached = log.find(where);
        if (reached.isPresent()) {
          catchUp(opened, reached.get());
        }
      }
      if (!moved.isAll() || since(lookedAt) >= Math.max(look, lookTook * REST)) {
        lookAround(opened);
      }
      opened.refresh();
      commitNowAndThen(opened);
    }
    commit(opened);
  }

  private MessageIndex open() throws IOException {
    DataFolder.make(folder);
    var opened = MessageIndex.open(folder, origin, settings);
    positions.clear();
    positions.putAll(opened.positions());
    uncommitted = 0;
    committedAt = System.nanoTime();
    if (positions.isEmpty()) {
      opened.clear();
    }
    index = opened;
    return opened;
  }

  private static void close(@Nullable MessageIndex old) {
    if (old != null) {
      try {
        old.close();
      } catch (IOException | RuntimeException e) {
        LOG.debug("closing the search index", e);
      }
    }
  }

  private long untilNext() {
    long untilCommit = uncommitted == 0 ? look : settings.commitSeconds() * 1000L;
    return Math.min(Math.max(look, lookTook * REST), untilCommit);
  }

  private static long since(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }

  // What other nodes have written, and what was written while nobody looked.
  private void lookAround(MessageIndex opened) throws IOException {
    long began = System.nanoTime();
    var all = log.all();
    if (isOfAnotherTime(all)) {
      LOG.info("The log is older than its search index, which is made anew");
      opened.clear();
      positions.clear();
    }
    lookTook = since(began);
    for (var reached : all) {
      catchUp(opened, reached);
    }
    opened.refresh();
    lookedAt = System.nanoTime();
  }

  // A backup was put in place.
  private boolean isOfAnotherTime(Collection<Reached> all) {
    return all.stream()
        .anyMatch(reached -> positions.getOrDefault(reached.number(), 0L) > reached.lastId());
  }

  private void catchUp(MessageIndex opened, Reached reached) throws IOException {
    long at = positions.getOrDefault(reached.number(), 0L);
    while (at < reached.lastId() && !isClosed) {
      var changes = log.since(reached, at, ROWS);
      for (var change : changes.changes()) {
        apply(opened, change);
      }
      at = changes.upTo();
      positions.put(reached.number(), at);
      uncommitted += Math.max(1, changes.changes().size());
      if (uncommitted >= ROWS_A_COMMIT) {
        commit(opened);
      }
    }
  }

  private static void apply(MessageIndex opened, IndexedLog.Change change) throws IOException {
    var message = change.message();
    if (message == null) {
      opened.remove(change.id());
    } else if (change.isNew()) {
      opened.add(message);
    } else {
      opened.put(message);
    }
  }

  private void commitNowAndThen(MessageIndex opened) throws IOException {
    if (uncommitted > 0 && since(committedAt) >= settings.commitSeconds() * 1000L) {
      commit(opened);
    }
  }

  private void commit(MessageIndex opened) throws IOException {
    opened.commit(positions);
    committedAt = System.nanoTime();
    uncommitted = 0;
  }

  /// Gives the index back.
  @Override
  public void close() {
    isClosed = true;
    closing.countDown();
    appended.wake();
    try {
      if (!thread.join(PATIENCE)) {
        thread.interrupt(); // what was not committed is indexed again at the next start
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
