package chat.salon.server;

import java.util.List;
import java.util.Locale;

/// What to say to somebody who names something that does not exist.
final class Suggestions {
  // These belong to the launcher.
  private static final List<String> LAUNCHER =
      List.of("SALON_JAVA_HOME", "SALON_JAVA_OPTS", "SALON_HEAP", "SALON_HOME", "SALON_TEST_ROOT");

  private Suggestions() {}

  static String section(String name) {
    return Nearest.to(name, Schema.SECTIONS)
        .map(nearest -> "; did you mean [" + nearest + "]?")
        .orElse("; there are [" + String.join("], [", Schema.SECTIONS) + "]");
  }

  /// First in its own section, then by its name in another one.
  static String key(String section, String name) {
    var here = Schema.KEYS.stream().filter(key -> key.section().equals(section)).toList();
    return Nearest.to(name, here.stream().map(Key::name).toList())
        .map(nearest -> meant(section + "." + nearest))
        .orElseGet(() ->
            Schema.KEYS.stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .map(key -> meant(key.path()))
                .orElse(""));
  }

  static String variable(String name) {
    return Nearest.to(name, Schema.KEYS.stream().map(Key::variable).toList())
        .map(Suggestions::meant)
        .orElse("");
  }

  /// Whether a variable is likely to be meant for a key: its first word is a section, or nearly.
  static boolean isMeantAsKey(String variable) {
    var words = variable.toLowerCase(Locale.ROOT).split("_", 3);
    return !LAUNCHER.contains(variable)
        && words.length == 3
        && Schema.SECTIONS.stream().anyMatch(section -> Nearest.changes(words[1], section) <= 1);
  }

  private static String meant(String what) {
    return "; did you mean " + what + "?";
  }
}
