package chat.salon.acceptance.protocol;

import chat.salon.web.Field.Shape;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.JsonNode;

/// The types of fields, as the documents call them.
final class FieldType {
  private static final String OR_NULL = " or null";

  private FieldType() {}

  /// What a document calls what the server checks.
  static String named(Shape shape) {
    return switch (shape) {
      case LINE -> "line";
      case LINE_OR_NULL -> "line" + OR_NULL;
      case TEXT -> "text";
      case FLAG -> "boolean";
      case NUMBER -> "integer";
      case TIME -> "time";
      case LINES -> "list of lines";
      case OBJECT -> "object";
    };
  }

  /// Whether a value is of a type.
  static boolean fits(String type, JsonNode value) {
    if (type.endsWith(OR_NULL)) {
      return value.isNull() || fits(type.substring(0, type.length() - OR_NULL.length()), value);
    }
    return switch (type) {
      case "line" -> value.isString() && value.asString().lines().count() <= 1;
      case "text" -> value.isString();
      case "boolean" -> value.isBoolean();
      case "integer" -> value.isIntegralNumber();
      case "time" -> value.isString() && isTime(value.asString());
      case "list of lines" ->
          value.isArray() && value.valueStream().allMatch(one -> fits("line", one));
      case "object" -> value.isObject();
      case "list of objects" ->
          value.isArray() && value.valueStream().allMatch(one -> fits("object", one));
      default -> throw new AssertionError("there is no type \"" + type + "\"");
    };
  }

  private static boolean isTime(String text) {
    try {
      return text.endsWith("Z") && Instant.parse(text).getEpochSecond() > 0;
    } catch (DateTimeParseException _) {
      return false;
    }
  }
}
