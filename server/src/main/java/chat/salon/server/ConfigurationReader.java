package chat.salon.server;

import chat.salon.server.Schema.Part;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads the configuration, once: layer over layer, and noting every problem on the way.
final class ConfigurationReader {
  private static final String PREFIX = "SALON_";
  // What Kubernetes sets for a service that is called salon.
  private static final Pattern FOREIGN =
      Pattern.compile(".*_(?:SERVICE_HOST|SERVICE_PORT\\w*|PORT|PORT_\\d+_\\w+)");

  private final Map<Key, Given> given = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private record Given(Object value, String where) {}

  private ConfigurationReader() {}

  static Reading read(Sources sources) {
    var reader = new ConfigurationReader();
    reader.takeFile(sources);
    new TreeMap<>(sources.environment()).forEach(reader::takeVariable);
    sources.options().forEach(reader::takeOption);
    return reader.finish();
  }

  /// What a text in TOML says by itself.
  static Reading read(TomlFile file) {
    var reader = new ConfigurationReader();
    reader.takeFile(file);
    return reader.finish();
  }

  // ---- Layers ----

  private void takeFile(Sources sources) {
    if (sources.mayBeMissing() && Files.notExists(sources.file())) {
      return;
    }
    try {
      takeFile(TomlFile.read(sources.file()));
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  private void takeFile(TomlFile file) {
    for (var top : file.root().properties()) {
      if (!top.getValue().isObject()) {
        problems.add(
            file.where(top.getKey())
                + ": there is no key "
                + top.getKey()
                + " outside of the sections"
                + Suggestions.key("", top.getKey()));
      } else if (!Schema.SECTIONS.contains(top.getKey())) {
        problems.add(
            file.where(top.getKey())
                + ": there is no section ["
                + top.getKey()
                + "]"
                + Suggestions.section(top.getKey()));
      } else {
        takeSection(file, top.getKey(), top.getValue());
      }
    }
  }

  private void takeSection(TomlFile file, String section, JsonNode entries) {
    for (var entry : entries.properties()) {
      var path = section + "." + entry.getKey();
      var key = Schema.key(section, entry.getKey());
      if (key.isEmpty()) {
        problems.add(
            file.where(path)
                + ": there is no key "
                + path
                + Suggestions.key(section, entry.getKey()));
      } else {
        var kind = key.get().kind();
        take(
            key.get(),
            file.where(path),
            shown(key.get(), entry.getValue().toString()),
            () -> kind.ofToml(entry.getValue()));
      }
    }
  }

  private void takeVariable(String variable, String text) {
    if (!variable.startsWith(PREFIX)) {
      return;
    }
    var key = Schema.KEYS.stream().filter(each -> each.variable().equals(variable)).findFirst();
    if (key.isPresent()) {
      takeText(key.get(), variable, text);
    } else if (Suggestions.isMeantAsKey(variable) && !FOREIGN.matcher(variable).matches()) {
      problems.add(variable + ": there is no such key" + Suggestions.variable(variable));
    }
  }

  private void takeOption(String path, Sources.Option option) {
    Schema.KEYS.stream()
        .filter(key -> key.path().equals(path))
        .forEach(key -> takeText(key, option.name(), option.value()));
  }

  private void takeText(Key key, String where, String text) {
    take(key, where, shown(key, '"' + text + '"'), () -> key.kind().ofText(text));
  }

  private void take(Key key, String where, String shown, Supplier<Object> value) {
    given.remove(key); // what a lower layer said counts no more, even if this is wrong
    try {
      given.put(key, new Given(value.get(), where));
    } catch (IllegalArgumentException e) {
      problems.add(where + ": " + key.path() + " is " + shown + ": " + e.getMessage());
    }
  }

  private static String shown(Key key, String value) {
    return key.isSecret() ? "not shown" : value;
  }

  // ---- The records ----

  private Reading finish() {
    var origins = new HashMap<Key, String>();
    given.forEach((key, value) -> origins.put(key, value.where()));
    var configuration = Schema.configuration(this::record);
    return problems.isEmpty()
        ? new Reading.Good(configuration, Map.copyOf(origins))
        : new Reading.Bad(List.copyOf(problems));
  }

  // A record names the first key that it refuses. That one is put back to its default, and the
  // record made again, until all that is wrong is known.
  private Object record(Part part) {
    while (true) {
      try {
        return part.make(this::value);
      } catch (IllegalArgumentException e) {
        if (!putBack(part, String.valueOf(e.getMessage()))) {
          return part.make(Key::standard);
        }
      }
    }
  }

  private boolean putBack(Part part, String problem) {
    for (var key : part.keys()) {
      if (problem.startsWith(key.path() + " ") && given.containsKey(key)) {
        problems.add(given.remove(key).where() + ": " + problem);
        return true;
      }
    }
    problems.add(problem);
    return false;
  }

  private Object value(Key key) {
    var value = given.get(key);
    return value == null ? key.standard() : value.value();
  }
}
