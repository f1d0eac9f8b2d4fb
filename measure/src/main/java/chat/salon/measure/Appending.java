package chat.salon.measure;

import chat.salon.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/// How long it takes until messages would survive a power cut, and how many a second do.
final class Appending {
  private final Store store;
  private final Script script;

  Appending(Store store, Script script) {
    this.store = store;
    this.script = script;
  }

  /// Appends for so long, in one conversation for each appender: the next batch when the one before
  /// is on disk.
  ///
  /// @param batch how many messages each append has
  SequencedMap<String, Object> measure(int appenders, int batch, Duration time)
      throws InterruptedException {
    var latencies = new ConcurrentHistogram(3);
    var appended = new LongAdder();
    long before = script.size();
    long commits = store.commits();
    long cpu = Machine.cpuNanos();
    long begin = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (var where : script.some(appenders)) {
        var random = script.random().split();
        running.add(
            threads.submit(() -> {
              while (System.nanoTime() - begin < time.toNanos()) {
                append(where, batch, random, latencies);
                appended.add(batch);
              }
            }));
      }
      for (var one : running) {
        Script.await(one);
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    double cpuMicros = (Machine.cpuNanos() - cpu) / 1e3;

    var figures = new LinkedHashMap<String, Object>();
    figures.put("messages", before);
    figures.put("appenders", appenders);
    figures.put("batch", batch);
    figures.put("appended_a_s", Math.round(appended.sum() / seconds));
    figures.put("commits_a_s", Math.round((store.commits() - commits) / seconds));
    Latency.add(figures, latencies);
    figures.put("cpu_us_a_message", cpuMicros / appended.sum());
    return figures;
  }

  private void append(
      Dialogue where, int size, SplittableRandom random, ConcurrentHistogram latencies) {
    var batch = where.next(size, random);
    long begin = System.nanoTime();
    store.messageLog().append(batch);
    latencies.recordValue(System.nanoTime() - begin);
  }
}
