package chat.salon.wire;

/// How tag values are written so that they hold no space, semicolon or line end (IRCv3
/// message-tags, "Escaping values").
final class TagEscape {
  private TagEscape() {}

  static String escape(String value) {
    if (isPlain(value)) return value;
    var text = new StringBuilder(value.length() + 8);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case ';' -> text.append("\\:");
        case ' ' -> text.append("\\s");
        case '\\' -> text.append("\\\\");
        case '\r' -> text.append("\\r");
        case '\n' -> text.append("\\n");
        default -> text.append(c);
      }
    }
    return text.toString();
  }

  static String unescape(String written) {
    int slash = written.indexOf('\\');
    if (slash < 0) return written;
    var text = new StringBuilder(written.length()).append(written, 0, slash);
    boolean escaped = false;
    for (int i = slash; i < written.length(); i++) {
      char c = written.charAt(i);
      if (escaped || c != '\\') text.append(escaped ? meant(c) : c);
      escaped = !escaped && c == '\\';
    }
    return text.toString();
  }

  private static char meant(char escaped) {
    return switch (escaped) {
      case ':' -> ';';
      case 's' -> ' ';
      case 'r' -> '\r';
      case 'n' -> '\n';
      default -> escaped;
    };
  }

  private static boolean isPlain(String value) {
    return value.indexOf(' ') < 0
        && value.indexOf(';') < 0
        && value.indexOf('\\') < 0
        && value.indexOf('\r') < 0
        && value.indexOf('\n') < 0;
  }
}
