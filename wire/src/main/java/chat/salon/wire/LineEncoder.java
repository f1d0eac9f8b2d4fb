package chat.salon.wire;

import java.util.Set;

/// A [Line] to bytes: measured and checked first, then written into an array of exactly that size.
final class LineEncoder {

  /// Commands whose last parameter is always written with a colon, because clients in use look for
  /// it there although the grammar makes it optional (Ergo keeps the same list): messages,
  /// RPL_USERHOST, RPL_WHOISCHANNELS and RPL_NAMREPLY.
  private static final Set<String> COLON_EXPECTED =
      Set.of("PRIVMSG", "NOTICE", "302", "319", "353");

  private LineEncoder() {}

  static byte[] encode(Line line, boolean tagged) {
    int tagSize = tagged ? line.tags().encodedSize() : 0;
    var out = new byte[tagSize + bodySize(line)];
    int at = tagSize == 0 ? 0 : line.tags().write(out, 0);
    var source = line.source();
    if (source != null) {
      out[at++] = ':';
      at = Utf8.write(source, out, at);
      out[at++] = ' ';
    }
    at = Utf8.write(line.command(), out, at);
    int last = line.size() - 1;
    for (int i = 0; i <= last; i++) {
      var param = line.params().get(i);
      out[at++] = ' ';
      if (i == last && colon(line.command(), param)) out[at++] = ':';
      at = Utf8.write(param, out, at);
    }
    out[at++] = '\r';
    out[at] = '\n';
    return out;
  }

  static int bodySize(Line line) {
    int size = 2;
    var source = line.source();
    if (source != null) size += 2 + wordSize("source", source);
    if (line.command().startsWith("@")) throw illegal("command", line.command());
    size += middleSize("command", line.command());
    int last = line.size() - 1;
    for (int i = 0; i <= last; i++) {
      var param = line.params().get(i);
      if (i < last) {
        size += 1 + middleSize("parameter before the last", param);
      } else {
        size += (colon(line.command(), param) ? 2 : 1) + textSize("parameter", param);
      }
    }
    return size;
  }

  static boolean isMiddle(String text) {
    if (text.isEmpty() || text.charAt(0) == ':') return false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || breaksLine(c)) return false;
    }
    return true;
  }

  static boolean breaksLine(char c) {
    return c <= '\r' && (c == 0 || c == '\r' || c == '\n');
  }

  static String show(Line line) {
    var text = new StringBuilder(64);
    if (!line.tags().isEmpty()) {
      text.append('@');
      line.tags().appendTo(text);
      text.append(' ');
    }
    if (line.source() != null) text.append(':').append(line.source()).append(' ');
    text.append(line.command());
    int last = line.size() - 1;
    for (int i = 0; i <= last; i++) {
      var param = line.params().get(i);
      text.append(i == last && colon(line.command(), param) ? " :" : " ").append(param);
    }
    return harmless(text);
  }

  private static String harmless(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      if (breaksLine(text.charAt(i))) text.setCharAt(i, '\uFFFD');
    }
    return text.toString();
  }

  private static boolean colon(String command, String last) {
    return last.isEmpty()
        || last.charAt(0) == ':'
        || last.indexOf(' ') >= 0
        || COLON_EXPECTED.contains(command);
  }

  private static int middleSize(String field, String word) {
    if (word.startsWith(":")) throw illegal(field, word);
    return wordSize(field, word);
  }

  private static int wordSize(String field, String word) {
    if (word.isEmpty() || word.indexOf(' ') >= 0) throw illegal(field, word);
    return textSize(field, word);
  }

  private static int textSize(String field, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (breaksLine(text.charAt(i))) throw illegal(field, text);
    }
    return Utf8.size(text);
  }

  private static IllegalArgumentException illegal(String field, String value) {
    var shown = harmless(new StringBuilder(value));
    return new IllegalArgumentException("not a " + field + ": \"" + shown + '"');
  }
}
