package chat.salon.server;

import chat.salon.core.Flag;
import chat.salon.irc.OperatorClass;
import chat.salon.irc.OperatorEntry;
import chat.salon.irc.TokenService;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A type of configured values: how it is read, and how it is written in TOML. What cannot be read
/// ends in an [IllegalArgumentException] that says what is allowed: "it must be …".
sealed interface Kind {

  /// As it stands in an environment variable or on the command line.
  Object ofText(String text);

  /// As it stands in the file.
  Object ofToml(JsonNode node);

  /// As one writes it in the file.
  String show(Object value);

  /// The kind of a component of one of the records of [Configuration].
  static Kind of(Type type) {
    if (type instanceof ParameterizedType generic) {
      var element = generic.getActualTypeArguments()[0];
      return generic.getRawType().equals(Set.class)
          ? ofSet((Class<?>) element)
          : new Many((One) of(element), List::copyOf, element.equals(Endpoint.class));
    }
    var plain = (Class<?>) type;
    if (plain.isEnum()) {
      return new One(Shape.TEXT, text -> constant(plain, text), Kind::quotedName);
    }
    return switch (plain.getSimpleName()) {
      case "int" -> new One(Shape.WHOLE, text -> Math.toIntExact(whole(text)), Object::toString);
      case "long" -> new One(Shape.WHOLE, Kind::whole, Object::toString);
      case "double" -> new One(Shape.NUMBER, Kind::number, Object::toString);
      case "boolean" -> new One(Shape.BOOLEAN, Kind::truth, Object::toString);
      case "String" -> new One(Shape.TEXT, text -> text, Kind::quoted);
      case "Path" -> new One(Shape.TEXT, Path::of, Kind::quoted);
      case "Duration" -> new One(Shape.TIME, Times::parse, t -> quoted(Times.show((Duration) t)));
      case "Endpoint" -> new One(Shape.TEXT, Endpoint::parse, Kind::quoted);
      case "OperatorClass" -> new One(Shape.TEXT, OperatorClass::parse, Kind::quoted);
      case "TokenService" -> new One(Shape.TEXT, TokenService::parse, Kind::quoted);
      case "OperatorEntry" -> new One(Shape.TEXT, OperatorEntry::parse, Kind::quoted);
      case "Seed" -> new One(Shape.TEXT, Seed::parse, Kind::quoted);
      default -> throw new IllegalStateException("no way to configure a " + plain.getName());
    };
  }

  private static Kind ofSet(Class<?> element) {
    if (element.equals(Flag.class)) {
      return new One(Shape.TEXT, Kind::flags, flags -> quoted(letters(flags)));
    }
    return new Many((One) of(element), LinkedHashSet::new, false);
  }

  /// What stands in the file where a value is wanted.
  enum Shape {
    TEXT("a text in quotes"),
    WHOLE("a whole number"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    TIME(Times.FORM);

    private final String allowed;

    Shape(String allowed) {
      this.allowed = allowed;
    }

    boolean admits(JsonNode node) {
      return switch (this) {
        case TEXT -> node.isString();
        case WHOLE -> node.isIntegralNumber();
        case NUMBER -> node.isNumber();
        case BOOLEAN -> node.isBoolean();
        case TIME -> node.isString() || node.isIntegralNumber();
      };
    }
  }

  /// A single value.
  record One(Shape shape, Function<String, Object> parse, Function<Object, String> writer)
      implements Kind {

    @Override
    public Object ofText(String text) {
      try {
        return parse.apply(text);
      } catch (ArithmeticException | NumberFormatException e) {
        throw new IllegalArgumentException("it must be " + shape.allowed, e);
      }
    }

    @Override
    public Object ofToml(JsonNode node) {
      if (!shape.admits(node)) {
        throw new IllegalArgumentException("it must be " + shape.allowed);
      }
      return ofText(node.asString());
    }

    @Override
    public String show(Object value) {
      return writer.apply(value);
    }
  }

  /// A list: in the file an array or a single value, elsewhere with commas; `none` is empty.
  record Many(One element, Function<List<Object>, Collection<?>> collect, boolean showsNone)
      implements Kind {
    private static final String NONE = "none";

    @Override
    public Object ofText(String text) {
      if (text.isBlank() || text.strip().equals(NONE)) {
        return collect.apply(List.of());
      }
      return collect.apply(
          Arrays.stream(text.split(",")).map(part -> element.ofText(part.strip())).toList());
    }

    @Override
    public Object ofToml(JsonNode node) {
      if (!node.isArray()) {
        return node.isString() && node.asString().equals(NONE)
            ? collect.apply(List.of())
            : collect.apply(List.of(element.ofToml(node)));
      }
      var values = new ArrayList<>();
      node.forEach(one -> values.add(element.ofToml(one)));
      return collect.apply(values);
    }

    @Override
    public String show(Object value) {
      var values = (Collection<?>) value;
      return values.isEmpty() && showsNone
          ? quoted(NONE)
          : values.stream().map(element::show).collect(Collectors.joining(", ", "[", "]"));
    }
  }

  private static Long whole(String text) {
    return Long.parseLong(text.replace("_", ""));
  }

  private static Double number(String text) {
    double number = Double.parseDouble(text.replace("_", ""));
    if (!Double.isFinite(number)) {
      throw new NumberFormatException(text);
    }
    return number;
  }

  private static Boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> true;
      case "false", "no", "off", "0" -> false;
      default -> throw new IllegalArgumentException("it must be " + Shape.BOOLEAN.allowed);
    };
  }

  private static Object constant(Class<?> type, String text) {
    var names = Arrays.stream(type.getEnumConstants()).map(Kind::name).toList();
    int at = names.indexOf(text.toLowerCase(Locale.ROOT));
    if (at < 0) {
      throw new IllegalArgumentException("it must be one of " + String.join(", ", names));
    }
    return type.getEnumConstants()[at];
  }

  private static String name(Object constant) {
    return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String quotedName(Object constant) {
    return quoted(name(constant));
  }

  private static Set<Flag> flags(String letters) {
    return letters
        .chars()
        .filter(letter -> letter != '+')
        .mapToObj(letter -> Flag.ofLetter((char) letter))
        .map(flag -> flag.filter(Kind::isForAll).orElseThrow(Kind::notAFlag))
        .collect(Collectors.toSet());
  }

  private static boolean isForAll(Flag flag) {
    return flag.isSettable() && !flag.isForStaff();
  }

  private static IllegalArgumentException notAFlag() {
    return new IllegalArgumentException(
        "it must be letters of "
            + letters(Arrays.stream(Flag.values()).filter(Kind::isForAll).toList()));
  }

  private static String letters(Object flags) {
    return ((Collection<?>) flags)
        .stream()
            .map(flag -> String.valueOf(((Flag) flag).letter()))
            .sorted()
            .collect(Collectors.joining());
  }

  private static String quoted(Object text) {
    var toml = new StringBuilder("\"");
    text.toString().chars().forEach(c -> toml.append(escaped((char) c)));
    return toml.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      default -> Character.isISOControl(c) ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    };
  }
}
