package chat.salon.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What each key means: the comment above it in the example that Salon is shipped with.
final class Explanations {
  private static final String EXAMPLE = "salon.example.toml";

  private Explanations() {}

  /// The shipped example.
  static String example() {
    try (var in = Explanations.class.getResourceAsStream(EXAMPLE)) {
      return new String(Objects.requireNonNull(in, EXAMPLE).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The lines of explanation by the path of the key, without their `#`.
  static Map<String, List<String>> all() {
    var all = new HashMap<String, List<String>>();
    var comment = new ArrayList<String>();
    var section = "";
    for (var line : example().lines().toList()) {
      if (line.startsWith("#")) {
        comment.add(line.substring(1).strip());
        continue;
      }
      if (line.startsWith("[")) {
        section = line.substring(1, line.indexOf(']')) + ".";
      } else if (line.contains("=")) {
        all.put(section + line.substring(0, line.indexOf('=')).strip(), List.copyOf(comment));
      }
      comment.clear();
    }
    return all;
  }
}
