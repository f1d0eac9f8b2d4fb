package chat.salon.server;

import chat.salon.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Sections of the configuration that the program itself writes: what differs from the defaults.
final class Sections {
  private Sections() {}

  /// The lines of `[store]` that other nodes need too: all but the password.
  static List<String> store(StoreSettings settings) {
    return lines(settings, StoreSettings.DEFAULT, "store");
  }

  static List<String> cluster(ClusterSettings settings) {
    return lines(settings, ClusterSettings.DEFAULT, "cluster");
  }

  private static List<String> lines(Record settings, Record standard, String section) {
    var lines = new ArrayList<String>();
    for (var component : settings.getClass().getRecordComponents()) {
      var key = Key.of(section, component, standard);
      var value = Schema.read(component, settings);
      if (!key.isSecret() && !value.equals(key.standard())) {
        lines.add(key.name() + " = " + key.show(value));
      }
    }
    return lines;
  }

  /// Puts sections at the end of a file, which is made when it is not there, for its owner only. A
  /// file that has something under one of their names is left alone.
  ///
  /// @param sections what the file gets: `[name]`, and lines
  /// @return whether it was done
  static boolean add(Path file, List<String> names, String sections) {
    try {
      if (Files.notExists(file)) {
        SafeFile.write(file, sections, true);
        return true;
      }
      var present = TomlFile.read(file).root();
      if (names.stream().anyMatch(present::has)) {
        return false;
      }
      Files.writeString(file, "\n" + sections, StandardOpenOption.APPEND);
      return true;
    } catch (IOException e) {
      throw new StartException(file + " cannot be written: " + e, e);
    }
  }

  static String section(String name, List<String> lines) {
    return "[" + name + "]\n" + String.join("\n", lines) + "\n";
  }
}
