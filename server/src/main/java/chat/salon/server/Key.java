package chat.salon.server;

import java.lang.reflect.RecordComponent;
import java.util.Locale;

/// One thing that can be configured: a component of one of the records of [Configuration].
///
/// @param section of the file
/// @param name in the section
/// @param standard what holds when nothing is said
record Key(String section, String name, Kind kind, Object standard) {

  static Key of(String section, RecordComponent component, Record defaults) {
    return new Key(
        section,
        snake(component.getName()),
        Kind.of(component.getGenericType()),
        Schema.read(component, defaults));
  }

  /// `nickLength` as the file has it: `nick_length`.
  static String snake(String camel) {
    return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  String path() {
    return section + "." + name;
  }

  /// The environment variable that overrides the file.
  String variable() {
    return ("SALON_" + section + "_" + name).toUpperCase(Locale.ROOT);
  }

  /// Whether its value is shown to nobody.
  boolean isSecret() {
    return name.endsWith("password") || name.endsWith("secret") || path().equals("webirc.gateways");
  }

  String show(Object value) {
    return isSecret() && !value.equals(standard) ? "\"…\"" : kind.show(value);
  }
}
