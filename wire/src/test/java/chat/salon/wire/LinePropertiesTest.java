package chat.salon.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.junit.jupiter.api.Test;

class LinePropertiesTest {

  @Test
  void what_is_written_is_read_back_the_same() {
    Property.holds(
        20_000,
        random -> {
          var line = Some.line(random);
          var bytes = line.bytes();
          assertThat(Line.parse(bytes, 0, bytes.length - 2)).isEqualTo(new Parsed.Ok(line));
          assertThat(Line.parse(line.toString())).isEqualTo(new Parsed.Ok(line));
          assertThat(new String(bytes, UTF_8)).isEqualTo(line + "\r\n");
        });
  }

  @Test
  void what_is_read_can_be_written_and_is_one_line() {
    Property.holds(
        50_000,
        random -> {
          var bytes = Some.bytes(random, 60);
          if (!(Line.parse(bytes, 0, bytes.length) instanceof Parsed.Ok(var line))) return;
          var written = new String(line.bytes(), UTF_8);
          assertThat(written).endsWith("\r\n");
          assertThat(written.substring(0, written.length() - 2)).doesNotContain("\r", "\n", "\0");
          assertThat(Line.parse(written.substring(0, written.length() - 2)))
              .isEqualTo(new Parsed.Ok(line));
        });
  }

  @Test
  void bytes_are_utf_8_exactly_when_the_jdk_says_so() {
    Property.holds(
        50_000,
        random -> {
          var bytes = new byte[random.nextInt(1, 6)];
          random.nextBytes(bytes);
          if (random.nextBoolean()) bytes[0] = (byte) (0xC0 | random.nextInt(64));
          for (int i = 1; i < bytes.length; i++) {
            if (random.nextInt(4) > 0) bytes[i] = (byte) (0x80 | random.nextInt(64));
          }
          assertThat(Utf8.valid(bytes, 0, bytes.length)).isEqualTo(jdkDecodes(bytes));
        });
  }

  @Test
  void any_part_of_an_array_is_read_as_if_it_were_the_whole() {
    Property.holds(
        5_000,
        random -> {
          var bytes = Some.line(random).bytes();
          var padded = new byte[bytes.length + 20];
          random.nextBytes(padded);
          System.arraycopy(bytes, 0, padded, 7, bytes.length);
          assertThat(Line.parse(padded, 7, 7 + bytes.length - 2))
              .isEqualTo(Line.parse(bytes, 0, bytes.length - 2));
        });
  }

  private static boolean jdkDecodes(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
