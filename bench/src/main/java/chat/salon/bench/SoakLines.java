package chat.salon.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A file with one JSON object for the beginning of a soak, for each look and for its end. Lines
/// are added to what is there.
final class SoakLines implements AutoCloseable {
  private final JsonMapper mapper = new JsonMapper();
  private final Writer writer;

  SoakLines(Path file) {
    try {
      writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new BenchException("cannot write " + file, e);
    }
  }

  /// What was asked for.
  ///
  /// @param rate messages a second in the channels
  void begin(SoakLoad load, double most, double rate) {
    var line = new LinkedHashMap<String, Object>();
    line.putAll(load.mixed().parameters());
    line.remove("rate");
    line.put("pairs", load.pairs());
    line.put("couplesPerSecond", load.couples());
    line.put("minutes", load.time().toSeconds() / 60.0);
    line.put("mostMessagesPerSecond", most);
    line.put("channelMessagesPerSecond", rate);
    write("begin", line);
  }

  void add(SoakLoad.Look look) {
    var vitals = look.vitals();
    var line = new LinkedHashMap<String, Object>();
    line.put("hours", vitals.hours());
    line.put("heapBytes", orNull(vitals.heap()));
    line.put("residentBytes", vitals.resident());
    line.put("files", vitals.files());
    line.put("threads", vitals.threads());
    line.put("dataBytes", orNull(vitals.data()));
    line.put("counts", look.counts());
    line.put("deliveries", look.deliveries());
    write("look", line);
  }

  void end(SoakLoad.Ended ended) {
    var growth = ended.growth();
    var line = new LinkedHashMap<String, Object>();
    line.put("counts", ended.counts());
    line.put("deliveries", ended.deliveries());
    line.put("judged", growth.isJudged());
    line.put("samples", growth.samples());
    line.put("heapBytesPerHour", growth.heap().map(Trend::slope).orElse(null));
    line.put("heapStandardError", growth.heap().map(Trend::standardError).orElse(null));
    line.put("heapLimit", growth.heapLimit());
    line.put("filesGrowth", growth.files());
    line.put("threadsGrowth", growth.threads());
    line.put("grows", growth.grows());
    line.put("grownClasses", ended.grown());
    write("end", line);
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private void write(String what, Map<String, Object> more) {
    var line = new LinkedHashMap<String, Object>();
    line.put("soak", what);
    line.put("time", Instant.now().toString());
    line.putAll(more);
    try {
      writer.write(mapper.writeValueAsString(line) + "\n");
      writer.flush();
    } catch (IOException e) {
      throw new BenchException("cannot write the JSON lines", e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new BenchException("cannot write the JSON lines", e);
    }
  }
}
