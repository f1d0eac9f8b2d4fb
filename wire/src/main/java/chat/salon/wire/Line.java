package chat.salon.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One IRC message (Modern IRC, "Message Format"; RFC 1459, section 2.3.1; IRCv3 message-tags).
/// Immutable. The command is upper case; only the last parameter may be empty, hold spaces or start
/// with a colon, and whether it was written with a colon makes no difference.
public record Line(Tags tags, @Nullable String source, String command, List<String> params) {

  /// Upper-cases the command (ASCII letters only) and takes its own copy of the parameters.
  public Line {
    command = Ascii.upper(command);
    params = List.copyOf(params);
  }

  /// Reads the bytes between `from` and `to`, without CR LF. Lengths are not judged here but by
  /// [Limits]; neither is the number of parameters (Modern IRC, "Parameters"). Never throws,
  /// whatever the bytes are.
  public static Parsed parse(byte[] bytes, int from, int to) {
    return LineParser.parse(bytes, from, to);
  }

  /// Reads one line of text without CR LF, for tests and clients.
  public static Parsed parse(String text) {
    if (!Utf8.encodable(text)) return new Parsed.Bad(Reason.INVALID_UTF8);
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return parse(bytes, 0, bytes.length);
  }

  /// A line without tags.
  public static Line of(@Nullable String source, String command, String... params) {
    return new Line(Tags.EMPTY, source, command, List.of(params));
  }

  /// The text if it can stand as a parameter that is not the last one, else `*`: for naming in an
  /// answer what a client sent, whatever it was.
  public static String word(String text) {
    return LineEncoder.isMiddle(text) ? text : "*";
  }

  /// A copy with one more tag, or with that tag's value replaced.
  public Line with(String tagKey, String value) {
    return with(tags.with(tagKey, value));
  }

  /// A copy with these tags and no others.
  public Line with(Tags tags) {
    return new Line(tags, source, command, params);
  }

  /// The parameter at this place, counted from 0, or the empty text when there are fewer.
  public String param(int i) {
    return i < params.size() ? params.get(i) : "";
  }

  /// How many parameters there are.
  public int size() {
    return params.size();
  }

  /// The line as UTF-8 with CR LF.
  ///
  /// @throws IllegalArgumentException if a field holds CR, LF or NUL, or would be read back as
  ///   something else (a space in a parameter that is not the last, an empty command)
  public byte[] bytes() {
    return LineEncoder.encode(this, true);
  }

  /// As [#bytes()], with a body of at most so many bytes: the end of the last parameter of a longer
  /// one is left out, never a part of a character.
  public byte[] bytes(int mostBody) {
    var bytes = bytes();
    int over = bytes.length <= mostBody ? 0 : bodySize() - mostBody;
    if (over <= 0 || params.isEmpty()) return bytes;
    var shorter = new ArrayList<>(params);
    var last = shorter.removeLast();
    shorter.add(TextSplit.fit(last, Utf8.size(last) - over));
    return new Line(tags, source, command, shorter).bytes();
  }

  /// The same as [#bytes()] without the tags: what all readers of an event share, each class of
  /// them putting its own [Tags#bytes()] before it.
  public byte[] body() {
    return LineEncoder.encode(this, false);
  }

  /// How long [#body()] is in bytes, CR LF included: what the limit of 512 is about.
  public int bodySize() {
    return LineEncoder.bodySize(this);
  }

  /// The line as text without CR LF, for logs and tests; what could break a log line shows as
  /// U+FFFD.
  @Override
  public String toString() {
    return LineEncoder.show(this);
  }
}
