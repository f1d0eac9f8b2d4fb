package chat.salon.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Bytes as one readable line, and back: how inputs stand in the corpus and in messages. Text
/// stands for itself in UTF-8; `\r \n \t \s` (a space) `\\` and `\xNN` for single bytes;
/// `\*510{ab}` for 510 times `ab`; `\e` for nothing.
final class Escaped {
  private static final int LONG_RUN = 12;

  private final String text;
  private int at;

  private Escaped(String text) {
    this.text = text;
  }

  /// @throws IllegalArgumentException for an escape that there is not
  static byte[] read(String line) {
    var reading = new Escaped(line);
    var bytes = reading.bytes(false);
    if (reading.at < line.length()) throw reading.wrong();
    return bytes;
  }

  static String write(byte[] bytes) {
    if (bytes.length == 0) return "\\e";
    var text = new StringBuilder();
    for (int i = 0; i < bytes.length; ) {
      int end = i;
      while (end < bytes.length && bytes[end] == bytes[i]) end++;
      boolean isEdge = i == 0 || end == bytes.length;
      if (end - i >= LONG_RUN) {
        text.append("\\*").append(end - i).append('{').append(one(bytes[i], true)).append('}');
      } else {
        for (; i < end; i++) text.append(one(bytes[i], isEdge));
      }
      i = end;
    }
    return text.toString();
  }

  private static String one(byte b, boolean isEdge) {
    return switch (b) {
      case '\r' -> "\\r";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\\' -> "\\\\";
      case ' ' -> isEdge ? "\\s" : " ";
      case '#' -> isEdge ? "\\x23" : "#";
      case '}' -> isEdge ? "\\x7d" : "}";
      default -> b > ' ' && b < 0x7f ? "" + (char) b : "\\x%02x".formatted(b);
    };
  }

  private byte[] bytes(boolean isRepeated) {
    var bytes = new ByteArrayOutputStream();
    while (at < text.length() && !(isRepeated && text.charAt(at) == '}')) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      bytes.writeBytes(point == '\\' ? escape() : Character.toString(point).getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private byte[] escape() {
    return switch (at < text.length() ? text.charAt(at++) : ' ') {
      case 'r' -> new byte[] {'\r'};
      case 'n' -> new byte[] {'\n'};
      case 't' -> new byte[] {'\t'};
      case 's' -> new byte[] {' '};
      case 'e' -> new byte[0];
      case '\\' -> new byte[] {'\\'};
      case 'x' -> new byte[] {(byte) Integer.parseInt(text, at, at += 2, 16)};
      case '*' -> repeated();
      default -> throw wrong();
    };
  }

  private byte[] repeated() {
    int open = text.indexOf('{', at);
    if (open < 0) throw wrong();
    int times = Integer.parseInt(text.substring(at, open));
    at = open + 1;
    var once = bytes(true);
    if (at++ == text.length()) throw wrong();
    var bytes = Arrays.copyOf(once, once.length * times);
    for (int i = once.length; i < bytes.length; i++) bytes[i] = bytes[i - once.length];
    return bytes;
  }

  private IllegalArgumentException wrong() {
    return new IllegalArgumentException("no such escape before column " + at + ": " + text);
  }
}
