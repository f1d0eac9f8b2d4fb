package chat.salon.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a server says of itself in RPL_ISUPPORT (draft-hardy-irc-isupport-00, section 3; Modern
/// IRC, "Feature Advertisement"): ordered tokens `KEY`, `KEY=VALUE` or `-KEY`. Immutable. Values
/// are held unescaped.
public final class Isupport {
  /// No tokens.
  public static final Isupport EMPTY = new Isupport(Map.of());

  /// What stands at the end of each line of tokens.
  public static final String TRAILER = "are supported by this server";

  /// 15 parameters less the nick and the trailer.
  private static final int TOKENS_A_LINE = 13;

  private static final String NUMERIC = "005";
  private static final String ESCAPED = " \\=";

  /// Key to token as it is written, in order.
  private final Map<String, String> tokens;

  private Isupport(Map<String, String> tokens) {
    this.tokens = tokens;
  }

  /// A copy that has the key, without a value.
  public Isupport with(String key) {
    return put(key, key);
  }

  /// A copy that has the key with this value, which may be empty.
  public Isupport with(String key, String value) {
    return put(key, key + '=' + escape(value));
  }

  /// A copy that takes the key back: `-KEY`.
  public Isupport without(String key) {
    return put(key, '-' + key);
  }

  /// A copy changed by tokens as a client receives them; those taken back are gone.
  public Isupport apply(List<String> received) {
    var copy = new LinkedHashMap<>(tokens);
    for (var token : received) {
      if (token.startsWith("-")) {
        copy.remove(token.substring(1));
      } else if (!key(token).isEmpty()) {
        copy.put(key(token), token);
      }
    }
    return new Isupport(copy);
  }

  /// What a 005 line says, read by a client: its parameters are nick, tokens and trailer.
  public Isupport apply(Line line) {
    return line.size() < 3 ? this : apply(line.params().subList(1, line.size() - 1));
  }

  /// Whether the key is there and not taken back.
  public boolean has(String key) {
    return get(key) != null;
  }

  /// The value, empty when it has none; null when the key is not there or is taken back.
  public @Nullable String get(String key) {
    var token = tokens.get(key);
    if (token == null || token.startsWith("-")) return null;
    return token.length() == key.length() ? "" : unescape(token.substring(key.length() + 1));
  }

  /// All tokens as they are written, in order.
  public List<String> tokens() {
    return List.copyOf(tokens.values());
  }

  /// What to send when this takes the place of `earlier`: the new and changed tokens, and those
  /// that are gone as `-KEY`.
  public Isupport since(Isupport earlier) {
    var changed = new LinkedHashMap<String, String>();
    for (var key : earlier.tokens.keySet()) {
      if (earlier.has(key) && !has(key)) changed.put(key, '-' + key);
    }
    tokens.forEach((key, token) -> {
      if (has(key) && !token.equals(earlier.tokens.get(key))) changed.put(key, token);
    });
    return new Isupport(changed);
  }

  /// The tokens in groups for one line each: at most 13, and within 512 bytes when everything else
  /// on the line, spaces and CR LF included, takes `otherBytes`.
  public List<List<String>> lines(int otherBytes) {
    int room = Limits.DEFAULT.bodyBytes() - otherBytes;
    return Groups.of(tokens(), TOKENS_A_LINE, room);
  }

  /// The lines to send to this nick.
  public List<Line> lines(String server, String nick) {
    int other = Line.of(server, NUMERIC, nick, TRAILER).bodySize() + 1;
    var lines = new ArrayList<Line>();
    for (var group : lines(other)) {
      var params = new ArrayList<String>(group.size() + 2);
      params.add(nick);
      params.addAll(group);
      params.add(TRAILER);
      lines.add(new Line(Tags.EMPTY, server, NUMERIC, params));
    }
    return List.copyOf(lines);
  }

  /// All tokens, separated by spaces.
  @Override
  public String toString() {
    return String.join(" ", tokens.values());
  }

  private Isupport put(String key, String token) {
    if (!LineEncoder.isMiddle(token)
        || key.startsWith("-")
        || key.indexOf('=') >= 0
        || key.isEmpty()) {
      throw new IllegalArgumentException("not an ISUPPORT key or value: " + key);
    }
    var copy = new LinkedHashMap<>(tokens);
    copy.put(key, token);
    return new Isupport(copy);
  }

  private static String key(String token) {
    int equals = token.indexOf('=');
    return equals < 0 ? token : token.substring(0, equals);
  }

  private static String escape(String value) {
    var text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (ESCAPED.indexOf(c) >= 0)
        text.append("\\x").append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
      else text.append(c);
    }
    return text.toString();
  }

  private static String unescape(String written) {
    var text = new StringBuilder(written.length());
    int i = 0;
    while (i < written.length()) {
      int c = escapedAt(written, i);
      text.append(c < 0 ? written.charAt(i) : (char) c);
      i += c < 0 ? 1 : 4;
    }
    return text.toString();
  }

  /// The character that `\xHH` at this place means, or -1 if that is not what stands there.
  private static int escapedAt(String text, int i) {
    if (!text.startsWith("\\x", i) || i + 4 > text.length()) return -1;
    int high = Character.digit(text.charAt(i + 2), 16);
    int low = Character.digit(text.charAt(i + 3), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
