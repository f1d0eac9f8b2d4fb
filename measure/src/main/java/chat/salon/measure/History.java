package chat.salon.measure;

import chat.salon.store.Store;
import chat.salon.store.StoreSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/// One store of history: filled, opened again, read and appended to.
final class History {
  private static final List<Integer> APPENDERS = List.of(1, 16, 256);
  private static final List<Integer> BATCHES = List.of(1, 16);
  private static final List<Integer> READERS = List.of(1, 16);
  private static final String FILE = "salon.db";
  private static final long STEP_NANOS = Duration.ofSeconds(2).toNanos();
  private static final double NANOS = 1e9;

  private final Path folder;
  private final StoreSettings settings;
  private final Script script;
  private final Report report;
  private final PrintWriter progress;

  /// @param folder an empty one, for the store
  History(Path folder, StoreSettings settings, Script script, Report report, PrintWriter progress) {
    this.folder = folder;
    this.settings = settings;
    this.script = script;
    this.report = report;
    this.progress = progress;
  }

  /// Fills a store that is made for it.
  void fill(long messages) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    long commits;
    try (var store = open()) {
      var steps = new Steps(messages);
      script.play(store, messages, steps::reached);
      commits = store.commits();
    }
    double seconds = (System.nanoTime() - begin) / NANOS;

    var figures = new LinkedHashMap<String, Object>();
    figures.put("messages", messages);
    figures.put("seconds", seconds);
    figures.put("messages_a_s", Math.round(messages / seconds));
    figures.put("commits", commits);
    var file = folder.resolve(FILE);
    if (Files.exists(file)) {
      long bytes = Files.size(file); // the write-ahead log is in it now
      figures.put("file_mb", bytes >> 20);
      figures.put("bytes_a_message", (double) bytes / messages);
    }
    report.add("filling", figures);
  }

  /// Measures the store that was filled.
  ///
  /// @param pages how many of each kind
  /// @param time for each way of appending
  void measure(int pages, Duration time) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    try (var store = open()) {
      tellOpening(store, System.nanoTime() - begin);
      var paging = new Paging(store.messageLog(), script);
      for (int readers : READERS) {
        for (var kind : Paging.Kind.values()) {
          report.add("pages of 50", paging.measure(kind, readers, pages));
        }
      }
      report.add("disk", Disk.measure(folder, time));
      var appending = new Appending(store, script);
      for (int batch : BATCHES) {
        for (int appenders : APPENDERS) {
          report.add("appending", appending.measure(appenders, batch, time));
        }
      }
    }
  }

  private void tellOpening(Store store, long openingNanos) throws IOException {
    long begin = System.nanoTime();
    store.conversations().lastId(); // what a server asks at its start
    long askingNanos = System.nanoTime() - begin;
    var figures = new LinkedHashMap<String, Object>();
    figures.put("messages", script.size());
    figures.put("open_ms", openingNanos / 1e6);
    figures.put("last_id_ms", askingNanos / 1e6);
    report.add("opening", figures);
  }

  private Store open() {
    return Store.open(settings, folder);
  }

  /// Says from time to time how far the filling has come.
  private final class Steps {
    private final long all;
    private final long begin = System.nanoTime();
    private long last = begin;

    Steps(long all) {
      this.all = all;
    }

    void reached(long messages) {
      long now = System.nanoTime();
      if (now - last >= STEP_NANOS) {
        last = now;
        double rate = messages / ((now - begin) / NANOS);
        progress.printf(
            "filling: %,d of %,d messages, %.0f s to go%n", messages, all, (all - messages) / rate);
        progress.flush();
      }
    }
  }
}
