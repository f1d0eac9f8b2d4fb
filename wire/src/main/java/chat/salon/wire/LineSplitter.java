package chat.salon.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds the lines in a stream of bytes, however it is cut into chunks (RFC 1459, section 2.3;
/// Modern IRC, "Compatibility with incorrect software"). A line ends with LF or CR LF; a lone CR is
/// not an end and spoils its line. Holds no more than the beginning of one line within its limits,
/// and nothing between lines. A line beyond them is told once, as soon as that is certain, and
/// skipped to its end. Never throws on any bytes. For one connection; not for several threads at
/// once.
public final class LineSplitter {
  private static final byte[] NOTHING = {};
  private static final int FIRST_BUFFER = 128;

  private final Limits limits;
  private final Limits.Sender sender;

  private byte[] held = NOTHING;
  private int length;

  /// Where the first space of a held line with tags is, 0 as long as there is none.
  private int tagsEnd;

  private boolean skipping;

  /// A splitter for what this kind of sender sends.
  public LineSplitter(Limits limits, Limits.Sender sender) {
    this.limits = limits;
    this.sender = sender;
  }

  /// A splitter for what clients send, with the limits of the specifications.
  public static LineSplitter ofClient() {
    return new LineSplitter(Limits.DEFAULT, Limits.Sender.CLIENT);
  }

  /// A splitter for what servers send, with the limits of the specifications.
  public static LineSplitter ofServer() {
    return new LineSplitter(Limits.DEFAULT, Limits.Sender.SERVER);
  }

  /// Takes the next bytes and hands over each line that ends in them, in order. The bytes are not
  /// kept: the caller may use the array again.
  public void feed(byte[] chunk, int from, int to, Consumer<? super Parsed> lines) {
    Objects.checkFromToIndex(from, to, chunk.length);
    int start = from;
    while (start < to) {
      int end = start;
      while (end < to && chunk[end] != '\n') end++;
      if (end < to) {
        endOfLine(chunk, start, end, lines);
      } else if (!skipping) {
        var reason = hold(chunk, start, end);
        skipping = reason != null;
        if (reason != null) lines.accept(new Parsed.Bad(reason));
      }
      start = end + 1;
    }
  }

  /// Takes all remaining bytes of the buffer; see [#feed(byte\[\], int, int, Consumer)].
  public void feed(ByteBuffer chunk, Consumer<? super Parsed> lines) {
    if (chunk.hasArray()) {
      int from = chunk.arrayOffset() + chunk.position();
      int to = from + chunk.remaining();
      chunk.position(chunk.limit());
      feed(chunk.array(), from, to, lines);
    } else {
      var copy = new byte[chunk.remaining()];
      chunk.get(copy);
      feed(copy, 0, copy.length, lines);
    }
  }

  /// How many bytes of an unfinished line are held.
  public int held() {
    return length;
  }

  private void endOfLine(byte[] chunk, int from, int end, Consumer<? super Parsed> lines) {
    if (skipping) {
      skipping = false;
    } else if (length == 0) {
      lines.accept(parse(chunk, from, end));
    } else {
      var reason = hold(chunk, from, end);
      var line = held;
      int size = length;
      forget();
      lines.accept(reason == null ? parse(line, 0, size) : new Parsed.Bad(reason));
    }
  }

  /// The line without the CR that belongs to its end.
  private Parsed parse(byte[] bytes, int from, int end) {
    int to = withoutCr(bytes, from, end);
    var exceeded = limits.exceeded(sender, bytes, from, to);
    return exceeded.isPresent() ? new Parsed.Bad(exceeded.get()) : Line.parse(bytes, from, to);
  }

  /// Keeps the bytes for later, unless they show that the line is too long: then keeps nothing and
  /// answers why.
  private @Nullable Reason hold(byte[] chunk, int from, int to) {
    if (from == to) return null;
    byte first = length > 0 ? held[0] : chunk[from];
    int most = limits.bodyBytes() + (first == '@' ? limits.tagSection(sender) : 0);
    int added = Math.min(to - from, most - length);
    if (length + added > held.length) {
      int room = Math.max(length + added, Math.max(FIRST_BUFFER, held.length * 2));
      held = Arrays.copyOf(held, Math.min(room, most));
    }
    System.arraycopy(chunk, from, held, length, added);
    if (first == '@' && tagsEnd == 0) tagsEnd = space(length, length + added);
    length += added;
    var reason = exceeded(first == '@');
    if (reason != null) forget();
    return reason;
  }

  /// What is certain about the line held so far: its last byte may be the CR of its end.
  private @Nullable Reason exceeded(boolean tagged) {
    int known = withoutCr(held, 0, length);
    if (tagged && tagsEnd == 0) {
      return known >= limits.tagSection(sender) ? Reason.TAGS_TOO_LONG : null;
    }
    if (tagged && tagsEnd >= limits.tagSection(sender)) return Reason.TAGS_TOO_LONG;
    int body = tagged ? tagsEnd + 1 : 0;
    return known - body > limits.bodyBytes() - 2 ? Reason.LINE_TOO_LONG : null;
  }

  private int space(int from, int to) {
    for (int i = from; i < to; i++) {
      if (held[i] == ' ') return i;
    }
    return 0;
  }

  private void forget() {
    held = NOTHING;
    length = 0;
    tagsEnd = 0;
  }

  private static int withoutCr(byte[] bytes, int from, int end) {
    return end > from && bytes[end - 1] == '\r' ? end - 1 : end;
  }
}
