package chat.salon.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A table of docs/irc.md as it is kept in `protocol/irc/`: a row a line, cells between `|`, the
/// first of which names the row.
record IrcTable(List<String> header, Map<String, List<String>> rows) {
  static final Path FOLDER = Path.of("..", "protocol", "irc");

  /// @param name of the file, without `.txt`
  static IrcTable read(String name) {
    try {
      var lines =
          Files.readAllLines(FOLDER.resolve(name + ".txt")).stream()
              .filter(line -> !line.isBlank())
              .map(IrcTable::cells)
              .toList();
      var rows = new LinkedHashMap<String, List<String>>();
      for (var row : lines.subList(1, lines.size())) {
        if (row.size() != lines.getFirst().size() || rows.put(row.getFirst(), row) != null) {
          throw new AssertionError(name + ".txt: another number of cells, or there twice: " + row);
        }
      }
      return new IrcTable(lines.getFirst(), rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
  }
}
