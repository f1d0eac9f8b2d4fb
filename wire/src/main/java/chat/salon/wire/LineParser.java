package chat.salon.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Bytes to a [Line]: one pass that refuses what may never be relayed, one that cuts at the spaces.
final class LineParser {
  private static final Parsed MALFORMED = new Parsed.Bad(Reason.MALFORMED);
  private static final Parsed EMPTY = new Parsed.Bad(Reason.EMPTY);

  private final byte[] bytes;
  private final int end;
  private final Charset charset;
  private int at;

  private LineParser(byte[] bytes, int from, int to, Charset charset) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
    this.charset = charset;
  }

  static Parsed parse(byte[] bytes, int from, int to) {
    Objects.checkFromToIndex(from, to, bytes.length);
    int all = 0;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b <= '\r' && (b == 0 || b == '\r' || b == '\n')) return MALFORMED;
      all |= b;
    }
    boolean ascii = all >= 0;
    var parsed = new LineParser(bytes, from, to, ascii ? ISO_8859_1 : UTF_8).line();
    if (ascii || Utf8.valid(bytes, from, to)) return parsed;
    return new Parsed.Bad(Reason.INVALID_UTF8, parsed instanceof Parsed.Ok(var near) ? near : null);
  }

  private Parsed line() {
    if (!atWord()) return EMPTY;
    var tags = Tags.EMPTY;
    if (bytes[at] == '@') {
      at++;
      tags = Tags.parse(word());
    }
    var source = atWord() && bytes[at] == ':' ? source() : null;
    if (!atWord() || bytes[at] == ':' || bytes[at] == '@') return MALFORMED;
    return new Parsed.Ok(new Line(tags, source, word(), params()));
  }

  private @Nullable String source() {
    at++;
    var source = word();
    return source.isEmpty() ? null : source;
  }

  private List<String> params() {
    var found = new String[4];
    int count = 0;
    while (atWord()) {
      if (count == found.length) found = Arrays.copyOf(found, count * 2);
      found[count++] = bytes[at] == ':' ? rest() : word();
    }
    return switch (count) {
      case 0 -> List.of();
      case 1 -> List.of(found[0]);
      case 2 -> List.of(found[0], found[1]);
      default -> List.of(Arrays.copyOf(found, count));
    };
  }

  /// Skips spaces (one or more separate, RFC 1459) and tells whether something follows.
  private boolean atWord() {
    while (at < end && bytes[at] == ' ') at++;
    return at < end;
  }

  private String word() {
    int from = at;
    while (at < end && bytes[at] != ' ') at++;
    return new String(bytes, from, at - from, charset);
  }

  private String rest() {
    int from = at + 1;
    at = end;
    return new String(bytes, from, end - from, charset);
  }
}
