package chat.salon.acceptance;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What differs from the defaults in one test, by the names that the configuration has:
/// `irc.ping_seconds`.
final class Settings {
  private final Map<String, Object> values = new HashMap<>();

  void set(String key, Object value) {
    values.put(key, value);
  }

  /// A section of the configuration, with what is set here.
  ///
  /// @throws IllegalArgumentException a key that the section does not have
  <R extends Record> R section(String name, R defaults) {
    var components = defaults.getClass().getRecordComponents();
    var arguments = new Object[components.length];
    var left = new HashMap<String, Object>();
    values.forEach((key, value) -> {
      if (key.startsWith(name + ".")) {
        left.put(key.substring(name.length() + 1), value);
      }
    });
    for (int i = 0; i < components.length; i++) {
      var set = left.remove(snake(components[i].getName()));
      arguments[i] = set != null ? set : value(defaults, components[i]);
    }
    if (!left.isEmpty()) {
      throw new IllegalArgumentException("no such keys in [" + name + "]: " + left.keySet());
    }
    return make(defaults, components, arguments);
  }

  private static Object value(Record defaults, RecordComponent component) {
    try {
      return component.getAccessor().invoke(defaults);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked") // the canonical constructor of R makes an R
  private static <R extends Record> R make(
      R defaults, RecordComponent[] components, Object[] arguments) {
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = defaults.getClass().getDeclaredConstructor(types);
      return (R) constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + defaults.getClass(), e);
    }
  }

  private static String snake(String camel) {
    return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
