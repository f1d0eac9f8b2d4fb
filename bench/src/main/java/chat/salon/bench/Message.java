package chat.salon.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// The text of every measured message: 100 bytes at the end of its line, with a mark, its voice and
/// its number at fixed places, so that a reader needs three loads of eight bytes to know it.
final class Message {
  static final int LENGTH = 100;

  /// What the text begins with.
  static final long MARK = ByteBuffer.wrap("~bench~ ".getBytes(US_ASCII)).getLong();

  private static final long A = 0x6161616161616161L;

  private Message() {}

  /// A whole line, with its end.
  ///
  /// @param to the target: a channel or a nick
  static byte[] line(String to, int voice, int number) {
    var head = ("PRIVMSG " + to + " :").getBytes(US_ASCII);
    var bytes = Arrays.copyOf(head, head.length + LENGTH + 2);
    var text = ByteBuffer.wrap(bytes, head.length, LENGTH + 2);
    text.putLong(MARK).putLong(letters(voice)).putLong(letters(number));
    while (text.remaining() > 2) {
      text.put((byte) '.');
    }
    text.put((byte) '\r').put((byte) '\n');
    return bytes;
  }

  /// Changes the number in such a line.
  static void renumber(byte[] line, int number) {
    ByteBuffer.wrap(line).putLong(line.length - 2 - LENGTH + 16, letters(number));
  }

  /// Eight letters from a to p, one for each four bits.
  static long letters(int value) {
    long spread = value & 0xffffffffL;
    spread = (spread | spread << 16) & 0x0000ffff0000ffffL;
    spread = (spread | spread << 8) & 0x00ff00ff00ff00ffL;
    spread = (spread | spread << 4) & 0x0f0f0f0f0f0f0f0fL;
    return spread + A;
  }

  /// The value of such letters; something else for other bytes.
  static int value(long letters) {
    long spread = letters - A;
    spread = (spread | spread >>> 4) & 0x00ff00ff00ff00ffL;
    spread = (spread | spread >>> 8) & 0x0000ffff0000ffffL;
    return (int) (spread | spread >>> 16);
  }
}
