package chat.salon.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One field of a frame that clients send: what may stand in it.
///
/// @param most bytes of a text; 0 where the rest of the server says
public record Field(String name, Shape shape, boolean isRequired, int most) {

  /// What a field holds.
  public enum Shape {
    /// A text of one line.
    LINE("string"),
    /// The same, or null.
    LINE_OR_NULL("string"),
    /// A text that may have several lines.
    TEXT("string"),
    FLAG("boolean"),
    NUMBER("integer"),
    /// A moment, ISO 8601.
    TIME("string"),
    /// A list of lines.
    LINES("array"),
    OBJECT("object");

    private final String schema;

    Shape(String schema) {
      this.schema = schema;
    }

    /// As JSON Schema calls it.
    public String schema() {
      return schema;
    }
  }

  /// A text of one line that has to be there.
  public static Field line(String name) {
    return new Field(name, Shape.LINE, true, 0);
  }

  /// A field that has to be there.
  public static Field of(String name, Shape shape) {
    return new Field(name, shape, true, 0);
  }

  /// The same that may be left out.
  public Field optional() {
    return new Field(name, shape, false, most);
  }

  /// The same of at most so many bytes.
  public Field atMost(int bytes) {
    return new Field(name, shape, isRequired, bytes);
  }

  /// What is wrong with a value; empty when nothing is.
  Optional<Problem> refuse(JsonNode value) {
    boolean fits =
        switch (shape) {
          case LINE -> value.isString() && isLine(value.asString());
          case LINE_OR_NULL -> value.isNull() || (value.isString() && isLine(value.asString()));
          case TEXT -> value.isString() && isText(value.asString());
          case FLAG -> value.isBoolean();
          case NUMBER -> value.isInt();
          case TIME -> value.isString() && isTime(value.asString());
          case LINES -> value.isArray() && value.valueStream().allMatch(Field::isLine);
          case OBJECT -> value.isObject();
        };
    if (!fits) {
      return Optional.of(Problems.badFrame(name, french(), english()));
    }
    return most > 0 && value.isString() && value.asString().getBytes(UTF_8).length > most
        ? Optional.of(
            Problem.of(
                    "too_long",
                    400,
                    "« " + name + " » est trop long : au plus " + most + " octets.",
                    "\"" + name + "\" is too long: at most " + most + " bytes.")
                .at(name))
        : Optional.empty();
  }

  private String french() {
    return "« "
        + name
        + " » doit être "
        + switch (shape) {
          case LINE -> "un texte d'une ligne, sans caractère de contrôle.";
          case LINE_OR_NULL -> "un texte d'une ligne, ou null.";
          case TEXT -> "un texte sans caractère de contrôle.";
          case FLAG -> "true ou false.";
          case NUMBER -> "un nombre entier.";
          case TIME -> "une date ISO 8601, comme 2026-03-01T10:00:00Z.";
          case LINES -> "une liste de textes.";
          case OBJECT -> "un objet.";
        };
  }

  private String english() {
    return "\""
        + name
        + "\" has to be "
        + switch (shape) {
          case LINE -> "a text of one line, without control characters.";
          case LINE_OR_NULL -> "a text of one line, or null.";
          case TEXT -> "a text without control characters.";
          case FLAG -> "true or false.";
          case NUMBER -> "a whole number.";
          case TIME -> "an ISO 8601 date, such as 2026-03-01T10:00:00Z.";
          case LINES -> "a list of texts.";
          case OBJECT -> "an object.";
        };
  }

  private static boolean isLine(JsonNode value) {
    return value.isString() && isLine(value.asString());
  }

  // Half of a pair of surrogates cannot be written as UTF-8, and control characters are other
  // doors' grammar (security I1).
  private static boolean isLine(String text) {
    return text.chars().noneMatch(Character::isISOControl) && isWhole(text);
  }

  private static boolean isText(String text) {
    return text.chars().noneMatch(c -> Character.isISOControl(c) && !mayBeInText(c))
        && isWhole(text);
  }

  // Lines, tabs, and the formatting that IRC has: bold, colour, reset, monospace, reverse, italics,
  // strike, underline.
  private static boolean mayBeInText(int c) {
    return "\n\r\t\u0002\u0003\u000f\u0011\u0016\u001d\u001e\u001f".indexOf(c) >= 0;
  }

  private static boolean isWhole(String text) {
    return UTF_8.newEncoder().canEncode(text);
  }

  private static boolean isTime(String text) {
    try {
      return Instant.parse(text.toUpperCase(Locale.ROOT)).getEpochSecond() >= 0;
    } catch (DateTimeParseException _) {
      return false;
    }
  }
}
