package chat.salon.core.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Optional;

/// Strict decoding: what is not UTF-8 is no text. Pure, any thread.
final class Utf8 {
  private Utf8() {}

  /// The text, or empty when the bytes are not UTF-8.
  static Optional<String> text(byte[] bytes) {
    return chars(bytes).map(String::new);
  }

  /// The text as an array that can be wiped, or empty when the bytes are not UTF-8.
  static Optional<char[]> chars(byte[] bytes) {
    try {
      var decoded = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)); // reports, never replaces
      var chars = new char[decoded.remaining()];
      decoded.get(chars);
      Arrays.fill(decoded.array(), '\0');
      return Optional.of(chars);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /// The bytes of a text, in an array that can be wiped.
  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
