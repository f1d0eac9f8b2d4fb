package chat.salon.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiConsumer;

/// Puts values into bytes, for a [Reader] to take out in the same order. One thread.
class Writer {
  private static final int FIRST_CAPACITY = 256;
  private static final int MORE = 0x80; // of a number, follows
  private static final int DIGIT_BITS = 7;
  private static final int WIDEST_NUMBER = 9;

  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int size;

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  void octet(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  void flag(boolean isSet) {
    octet(isSet ? 1 : 0);
  }

  /// A number from 0 up: seven bits a byte, the lowest first. Small ones are short.
  void number(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("a number below 0: " + value);
    }
    reserve(WIDEST_NUMBER);
    size = put(size, value);
  }

  /// Any 64 bits, the highest first.
  void bits(long value) {
    reserve(Long.BYTES);
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  /// To the millisecond, from 1970 on.
  void instant(Instant moment) {
    number(moment.toEpochMilli());
  }

  /// Whatever it holds: see [Text] for what people write.
  void text(String text) {
    var utf8 = text.getBytes(UTF_8);
    if (utf8.length > Text.LONGEST) {
      throw new IllegalArgumentException("a text of " + utf8.length + " bytes");
    }
    number(utf8.length);
    reserve(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
  }

  <T> void list(Collection<T> items, BiConsumer<Writer, T> each) {
    number(items.size());
    for (var item : items) {
      each.accept(this, item);
    }
  }

  /// The fields of something that may have more of them one day, after their length.
  <T> void body(T value, BiConsumer<Writer, T> fields) {
    int start = size;
    octet(0); // enough for the length of most
    fields.accept(this, value);
    int length = size - start - 1;
    int wider = width(length) - 1;
    if (wider > 0) {
      reserve(wider);
      System.arraycopy(bytes, start + 1, bytes, start + 1 + wider, length);
      size += wider;
    }
    put(start, length);
  }

  private int put(int at, long value) {
    while (value >= MORE) {
      bytes[at++] = (byte) (value | MORE);
      value >>>= DIGIT_BITS;
    }
    bytes[at++] = (byte) value;
    return at;
  }

  private static int width(int value) {
    int width = 1;
    while ((value >>>= DIGIT_BITS) != 0) {
      width++;
    }
    return width;
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }
}
