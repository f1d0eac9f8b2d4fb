package chat.salon.wire;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/// A [Line] to text and bytes. Built as text first: the JDK copies and checks whole strings far
/// faster than a loop over characters does.
final class LineEncoder {

  /// Commands whose last parameter is always written with a colon, because clients in use look for
  /// it there although the grammar makes it optional (Ergo keeps the same list): messages,
  /// RPL_USERHOST, RPL_WHOISCHANNELS and RPL_NAMREPLY.
  private static final Set<String> COLON_EXPECTED =
      Set.of("PRIVMSG", "NOTICE", "302", "319", "353");

  private LineEncoder() {}

  static byte[] encode(Line line, boolean tagged) {
    var source = line.source();
    if (source != null && !isWord(source)) throw illegal("source");
    if (!isMiddle(line.command()) || line.command().charAt(0) == '@') throw illegal("command");
    int last = line.size() - 1;
    for (int i = 0; i < last; i++) {
      if (!isMiddle(line.params().get(i))) throw illegal("parameter before the last");
    }
    var text = text(line, tagged).append("\r\n").toString();
    int end = text.length() - 2;
    if (text.indexOf('\r') < end || text.indexOf('\n') < end || text.indexOf('\0') >= 0) {
      throw illegal("line");
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static int bodySize(Line line) {
    int size = 2 + Utf8.size(line.command());
    if (line.source() != null) size += 2 + Utf8.size(line.source());
    int last = line.size() - 1;
    for (int i = 0; i <= last; i++) {
      var param = line.params().get(i);
      size += 1 + Utf8.size(param);
      if (i == last && colon(line.command(), param)) size++;
    }
    return size;
  }

  static String show(Line line) {
    var text = text(line, true);
    for (int i = 0; i < text.length(); i++) {
      if (breaksLine(text.charAt(i))) text.setCharAt(i, '\uFFFD');
    }
    return text.toString();
  }

  static boolean isMiddle(String text) {
    return isWord(text) && text.charAt(0) != ':';
  }

  static boolean isWord(String text) {
    if (text.isEmpty() || text.indexOf(' ') >= 0) return false;
    for (int i = 0; i < text.length(); i++) {
      if (breaksLine(text.charAt(i))) return false;
    }
    return true;
  }

  private static boolean breaksLine(char c) {
    return c <= '\r' && (c == 0 || c == '\r' || c == '\n');
  }

  private static StringBuilder text(Line line, boolean tagged) {
    var text = new StringBuilder(room(line));
    if (tagged) line.tags().appendPrefix(text);
    if (line.source() != null) text.append(':').append(line.source()).append(' ');
    text.append(line.command());
    int last = line.size() - 1;
    for (int i = 0; i <= last; i++) {
      var param = line.params().get(i);
      text.append(' ');
      if (i == last && colon(line.command(), param)) text.append(':');
      text.append(param);
    }
    return text;
  }

  private static int room(Line line) {
    int room = 64 + line.command().length();
    for (var param : line.params()) room += param.length() + 2;
    return room;
  }

  private static boolean colon(String command, String last) {
    return last.isEmpty()
        || last.charAt(0) == ':'
        || last.indexOf(' ') >= 0
        || COLON_EXPECTED.contains(command);
  }

  /// Names the field but not what is in it: what people write does not belong in logs.
  private static IllegalArgumentException illegal(String field) {
    return new IllegalArgumentException("cannot be sent as a " + field);
  }
}
