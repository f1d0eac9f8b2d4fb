package chat.salon.server;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The sections and keys of the configuration, derived from the records of [Configuration].
final class Schema {
  /// In the order of the records.
  static final List<Part> PARTS =
      Arrays.stream(Configuration.class.getRecordComponents()).map(Part::of).toList();

  static final List<Key> KEYS = PARTS.stream().flatMap(part -> part.keys().stream()).toList();

  static final List<String> SECTIONS = PARTS.stream().map(Part::section).distinct().toList();

  private Schema() {}

  /// One record of the configuration.
  ///
  /// @param component of [Configuration]
  /// @param keys one for each of its own components
  record Part(String section, RecordComponent component, List<Key> keys) {

    static Part of(RecordComponent component) {
      var named = component.getAnnotation(Section.class);
      var section = named == null ? Key.snake(component.getName()) : named.value();
      var defaults = (Record) Schema.read(component, Configuration.DEFAULT);
      var keys =
          Arrays.stream(component.getType().getRecordComponents())
              .map(each -> Key.of(section, each, defaults))
              .toList();
      return new Part(section, component, keys);
    }

    /// The record of these values. What its constructor refuses is an [IllegalArgumentException],
    /// whose message begins with the path of the key.
    Object make(Function<Key, Object> value) {
      return construct(component.getType(), keys.stream().map(value).toArray());
    }

    /// What a configuration has for one of these keys.
    Object value(Configuration configuration, Key key) {
      var part = (Record) Schema.read(component, configuration);
      return Schema.read(component.getType().getRecordComponents()[keys.indexOf(key)], part);
    }
  }

  static Configuration configuration(Function<Part, Object> record) {
    return (Configuration) construct(Configuration.class, PARTS.stream().map(record).toArray());
  }

  static Object value(Configuration configuration, Key key) {
    return PARTS.stream()
        .filter(part -> part.keys().contains(key))
        .findFirst()
        .orElseThrow()
        .value(configuration, key);
  }

  static Optional<Key> key(String section, String name) {
    return KEYS.stream()
        .filter(key -> key.section().equals(section) && key.name().equals(name))
        .findFirst();
  }

  static Object read(RecordComponent component, Record from) {
    try {
      return component.getAccessor().invoke(from);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private static Object construct(Class<?> type, Object[] values) {
    var types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException("cannot make a " + type.getName(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type.getName(), e);
    }
  }
}
