package chat.salon.core.account;

import java.util.List;
import java.util.Optional;

/// The parts that both client messages of SCRAM are made of (RFC 5802 §7). Pure.
final class ScramAttributes {
  private static final int LONGEST_MESSAGE = 4096;
  private static final String DEFINED = "anmrcsipve";

  private ScramAttributes() {}

  /// The text of a message, or empty when it cannot be one.
  static Optional<String> text(byte[] message) {
    return message.length > LONGEST_MESSAGE
        ? Optional.empty()
        : Utf8.text(message).filter(text -> text.indexOf('\0') < 0);
  }

  /// The value of an attribute that must stand at a place, or empty when another stands there.
  static Optional<String> value(List<String> attributes, int index, char name) {
    return index < attributes.size() && attributes.get(index).startsWith(name + "=")
        ? Optional.of(attributes.get(index).substring(2))
        : Optional.empty();
  }

  /// Whether these may be ignored: attributes that the RFC does not define. `m` demands to be
  /// understood, and no other defined one belongs among them.
  static boolean areOptional(List<String> extensions) {
    return extensions.stream().allMatch(ScramAttributes::isOptional);
  }

  private static boolean isOptional(String attribute) {
    return attribute.length() > 2
        && isLetter(attribute.charAt(0))
        && attribute.charAt(1) == '='
        && DEFINED.indexOf(attribute.charAt(0)) < 0;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /// The name that a `saslname` spells, or empty when it is none: `=2C` is a comma, `=3D` an equals
  /// sign, and no other `=` is allowed.
  static Optional<String> name(String spelled) {
    var withoutEscapes = spelled.replace("=2C", "").replace("=3D", "");
    return spelled.isEmpty() || withoutEscapes.indexOf('=') >= 0
        ? Optional.empty()
        : Optional.of(spelled.replace("=2C", ",").replace("=3D", "="));
  }

  /// Printable ASCII; the comma cannot be here.
  static boolean isNonce(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c > 0x20 && c < 0x7f);
  }
}
