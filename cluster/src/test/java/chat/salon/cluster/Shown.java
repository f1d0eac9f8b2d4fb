package chat.salon.cluster;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A value with everything in it, as a line of ASCII: names as they are shown too, which `equals`
/// does not look at. Sets are sorted; tags are in their order.
final class Shown {
  private Shown() {}

  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> text(text);
      case List<?> list -> list.stream().map(Shown::of).collect(joining(", ", "[", "]"));
      case Set<?> set -> set.stream().map(Shown::of).sorted().collect(joining(", ", "{", "}"));
      case Map<?, ?> map -> map(map);
      case Record made -> record(made);
      default -> value.toString();
    };
  }

  /// Every record and enum constant in a value, and the value.
  static void visit(@Nullable Object value, Consumer<Object> visitor) {
    switch (value) {
      case null -> {}
      case Iterable<?> items -> items.forEach(item -> visit(item, visitor));
      case Map<?, ?> map -> {
        visit(map.keySet(), visitor);
        visit(map.values(), visitor);
      }
      case Record made -> {
        visitor.accept(made);
        components(made).forEach(part -> visit(part(made, part), visitor));
      }
      default -> visitor.accept(value);
    }
  }

  private static String map(Map<?, ?> map) {
    var entries = map.entrySet().stream().map(e -> of(e.getKey()) + "=" + of(e.getValue()));
    boolean isTags = map.keySet().stream().allMatch(String.class::isInstance);
    return (isTags ? entries : entries.sorted()).collect(joining(", ", "{", "}"));
  }

  private static String record(Record made) {
    return components(made)
        .map(part -> part.getName() + ": " + of(part(made, part)))
        .collect(joining(", ", made.getClass().getSimpleName() + "(", ")"));
  }

  private static Stream<RecordComponent> components(Record made) {
    return Arrays.stream(made.getClass().getRecordComponents());
  }

  private static @Nullable Object part(Record made, RecordComponent part) {
    try {
      var accessor = part.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(made);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new LinkageError(part.toString(), e);
    }
  }

  private static String text(String text) {
    var shown = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
        shown.append(c);
      } else {
        shown.append("\\u").append(HexFormat.of().toHexDigits(c));
      }
    }
    return shown.append('"').toString();
  }
}
