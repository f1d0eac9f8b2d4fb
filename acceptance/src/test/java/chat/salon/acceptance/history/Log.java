package chat.salon.acceptance.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// The log of a run, while it is made. Any thread.
public final class Log {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final List<Entry> entries = new ArrayList<>();

  /// Adds what has happened just now.
  public synchronized void add(Entry entry) {
    entries.add(entry);
  }

  /// What has been noted so far.
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /// Writes a log as JSON, one entry a line.
  ///
  /// @throws UncheckedIOException it cannot be written
  public static void write(List<Entry> entries, Path file) {
    try (var out = Files.newBufferedWriter(file)) {
      for (var entry : entries) {
        out.write(json(entry));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws UncheckedIOException it cannot be read
  public static List<Entry> read(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.map(line -> JSON.readValue(line, Entry.class)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String json(Entry entry) {
    return JSON.writerFor(Entry.class).writeValueAsString(entry);
  }
}
