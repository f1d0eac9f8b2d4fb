package chat.salon.measure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.HdrHistogram.Histogram;

/// What the disk does by itself: no commit can be faster.
final class Disk {
  private static final int PAGE = 4096;

  private Disk() {}

  /// Writes page after page to a file for so long, each synced.
  static SequencedMap<String, Object> measure(Path folder, Duration time) throws IOException {
    var latencies = new Histogram(3);
    var file = Files.createTempFile(folder, "sync", "");
    long begin = System.nanoTime();
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var page = ByteBuffer.allocateDirect(PAGE);
      for (long now = begin; now - begin < time.toNanos(); ) {
        channel.write(page.clear());
        channel.force(false);
        long end = System.nanoTime();
        latencies.recordValue(end - now);
        now = end;
      }
    } finally {
      Files.delete(file);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;

    var figures = new LinkedHashMap<String, Object>();
    figures.put("write", "4 KiB, synced");
    figures.put("syncs_a_s", Math.round(latencies.getTotalCount() / seconds));
    Latency.add(figures, latencies);
    return figures;
  }
}
