package chat.salon.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The path of a request, decoded once. What could be read in two ways is none (security H8). Pure.
final class CanonicalPath {
  private static final String NEVER = ";\\\u0000";

  private CanonicalPath() {}

  /// @param uri as it came
  /// @return empty when it has a dot segment, an encoded slash, a semicolon, a backslash, a control
  ///   character, two slashes, a percent sign that is still there after decoding, or is no UTF-8
  static Optional<String> of(String uri) {
    int query = uri.indexOf('?');
    var raw = query < 0 ? uri : uri.substring(0, query);
    if (!raw.startsWith("/")
        || raw.contains("//")
        || raw.toLowerCase(Locale.ROOT).contains("%2f")) {
      return Optional.empty();
    }
    return decode(raw).filter(CanonicalPath::isPlain);
  }

  private static boolean isPlain(String path) {
    return path.chars().noneMatch(c -> Character.isISOControl(c) || NEVER.indexOf(c) >= 0)
        && path.indexOf('%') < 0
        && Arrays.stream(path.split("/", -1))
            .noneMatch(part -> part.equals(".") || part.equals(".."));
  }

  private static Optional<String> decode(String raw) {
    var bytes = new ByteArrayOutputStream(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '%') {
        bytes.writeBytes(String.valueOf(c).getBytes(UTF_8));
      } else if (i + 2 < raw.length() && isHex(raw.charAt(i + 1)) && isHex(raw.charAt(i + 2))) {
        bytes.write(Integer.parseInt(raw.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(
          UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static boolean isHex(char c) {
    return Character.digit(c, 16) >= 0 && c < 0x80;
  }
}
