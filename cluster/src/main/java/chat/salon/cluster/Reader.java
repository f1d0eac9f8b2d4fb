package chat.salon.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Takes out of bytes what a [Writer] put in. Trusts none of them: every length and every count is
/// held against what is left before anything is made of it. Throws [CodecException] and nothing
/// else. One thread.
final class Reader {
  private static final int DIGIT_BITS = 7;
  private static final int DIGIT = 0x7f;
  private static final long LAST_MOMENT = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
  private static final char MALFORMED = '\ufffd'; // what the JDK makes of bytes that are not UTF-8

  private final byte[] bytes;
  private int at;
  private int end; // of the body that is being read

  Reader(byte[] bytes) {
    this.bytes = bytes;
    end = bytes.length;
  }

  /// Whether the body has more fields: a version that did not know them left them out.
  boolean hasMore() {
    return at < end;
  }

  int octet() {
    if (at == end) {
      throw bad("it ends too early");
    }
    return bytes[at++] & 0xff;
  }

  boolean flag() {
    return number(1, "flag") == 1;
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE - 1; shift += DIGIT_BITS) {
      int digit = octet();
      value |= (long) (digit & DIGIT) << shift;
      if (digit <= DIGIT) {
        return value;
      }
    }
    throw bad("a number of more than 63 bits");
  }

  int number(int most, String what) {
    long value = number();
    if (value > most) {
      throw bad("a " + what + " above " + most);
    }
    return (int) value;
  }

  int integer() {
    return number(Integer.MAX_VALUE, "number");
  }

  long bits() {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = value << Byte.SIZE | octet();
    }
    return value;
  }

  Instant instant() {
    long millis = number();
    if (millis > LAST_MOMENT) {
      throw bad("a time after the year 9999");
    }
    return Instant.ofEpochMilli(millis);
  }

  String text() {
    int length = count();
    if (length > Text.LONGEST) {
      throw bad("a text of more than " + Text.LONGEST + " bytes");
    }
    var text = new String(bytes, at, length, UTF_8);
    if (text.indexOf(MALFORMED) >= 0 && !isUtf8(length)) {
      throw bad("a text that is not UTF-8");
    }
    at += length;
    return text;
  }

  private boolean isUtf8(int length) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  /// What is null is left out.
  <T> List<T> list(Function<Reader, @Nullable T> each) {
    int count = count();
    if (count == 0) {
      return List.of();
    }
    var items = new ArrayList<T>(count);
    for (int i = 0; i < count; i++) {
      var item = each.apply(this);
      if (item != null) {
        items.add(item);
      }
    }
    return Collections.unmodifiableList(items);
  }

  <T> Set<T> set(Function<Reader, T> each) {
    var items = list(each);
    return items.size() == 1 ? Set.of(items.getFirst()) : Set.copyOf(items);
  }

  /// Fields, and whatever a newer version put behind them.
  <T> T body(Function<Reader, T> fields) {
    int length = count();
    int outer = end;
    end = at + length;
    var value = fields.apply(this);
    at = end;
    end = outer;
    return value;
  }

  /// As [#body(Function)], for what can be done without: null when this version does not know it.
  <T> @Nullable T known(Function<Reader, T> fields) {
    int outer = end;
    int start = at;
    int stop = count() + at;
    at = start;
    try {
      return body(fields);
    } catch (CodecException.Unknown _) {
      at = stop;
      end = outer;
      return null;
    }
  }

  // Everything counted takes at least a byte.
  int count() {
    long count = number();
    if (count > end - at) {
      throw bad("more is announced than there is");
    }
    return (int) count;
  }

  CodecException bad(String what) {
    return new CodecException("byte " + at + ": " + what);
  }

  /// A number that a newer version has given.
  CodecException.Unknown unknown(String what, long number) {
    return new CodecException.Unknown("byte " + at + ": an unknown " + what + ", number " + number);
  }
}
