package chat.salon.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.wire.Line;
import chat.salon.wire.Parsed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Objects;

/// What targets hold against what they saw. Cheap when it holds, since it is asked a million times.
public final class Check {
  private Check() {}

  /// It must be true.
  public static void that(boolean isTrue, String what) {
    if (!isTrue) throw new AssertionError(what);
  }

  /// Both must be equal.
  public static void same(Object expected, Object actual, String what) {
    if (!Objects.equals(expected, actual)) {
      throw new AssertionError(
          what + ":\n expected " + show(expected) + "\n      got " + show(actual));
    }
  }

  private static String show(Object value) {
    return Escaped.write(String.valueOf(value).getBytes(UTF_8));
  }

  /// It must be one line, whatever a reader takes for the end of a line: CR LF and nothing else
  /// that could be one.
  public static void oneLine(byte[] sent) {
    int last = sent.length - 2;
    boolean isEnded = last > 0 && sent[last] == '\r' && sent[last + 1] == '\n';
    that(isEnded && !breaksLine(sent, last), "not one line: " + Escaped.write(sent));
  }

  /// It must be one line that is read as it was meant.
  public static Line readBack(byte[] sent) {
    oneLine(sent);
    var parsed = Line.parse(sent, 0, sent.length - 2);
    if (parsed instanceof Parsed.Ok(var line)) return line;
    throw new AssertionError("cannot be read: " + parsed + ": " + Escaped.write(sent));
  }

  /// Whether there is a CR, LF or NUL in the first so many bytes.
  static boolean breaksLine(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\r' || bytes[i] == '\n' || bytes[i] == 0) return true;
    }
    return false;
  }

  /// Whether there is a CR, LF or NUL.
  static boolean breaksLine(String text) {
    return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0;
  }

  /// Whether the JDK takes it for UTF-8.
  static boolean isUtf8(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  /// Whether the JDK can write it as UTF-8: no half of a pair stands alone.
  public static boolean isWhole(String text) {
    return UTF_8.newEncoder().canEncode(text);
  }
}
