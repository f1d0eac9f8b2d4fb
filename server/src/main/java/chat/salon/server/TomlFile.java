package chat.salon.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/// The configuration file, as written: what stands in it, and in which line.
final class TomlFile {
  private static final Pattern HEADER = Pattern.compile("\\s*\\[\\s*([\\w-]+)\\s*].*");
  private static final Pattern ENTRY = Pattern.compile("\\s*([\\w-]+)\\s*=.*");
  private static final String FENCES = "\"\"\"|'''";

  private final String name;
  private final JsonNode root;
  private final Map<String, Integer> lines;

  private TomlFile(String name, JsonNode root, Map<String, Integer> lines) {
    this.name = name;
    this.root = root;
    this.lines = lines;
  }

  /// @throws IllegalArgumentException what is wrong with it, in one line
  static TomlFile read(Path path) {
    return parse(path.toString(), TextFile.read(path));
  }

  /// @throws IllegalArgumentException where it is no TOML
  static TomlFile parse(String name, String text) {
    try {
      return new TomlFile(name, TomlMapper.shared().readTree(text), lines(text));
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      var message = e.getOriginalMessage().lines().findFirst().orElse("not TOML");
      throw new IllegalArgumentException(name + (line > 0 ? ":" + line : "") + ": " + message, e);
    }
  }

  JsonNode root() {
    return root;
  }

  /// `salon.toml:3`, for a section, a key with its section, or a key outside of any.
  String where(String path) {
    var line = lines.get(path);
    return line == null ? name : name + ":" + line;
  }

  // The parser keeps no lines. Texts over several lines are left out, so that nothing in them is
  // taken for a key.
  private static Map<String, Integer> lines(String text) {
    var found = new HashMap<String, Integer>();
    var section = "";
    boolean isText = false;
    int number = 0;
    for (var line : text.lines().toList()) {
      number++;
      var header = HEADER.matcher(line);
      var entry = ENTRY.matcher(line);
      if (!isText && header.matches()) {
        section = header.group(1) + ".";
        found.putIfAbsent(header.group(1), number);
      } else if (!isText && entry.matches()) {
        found.putIfAbsent(section + entry.group(1), number);
      }
      if (List.of(line.split(FENCES, -1)).size() % 2 == 0) {
        isText = !isText;
      }
    }
    return found;
  }
}
