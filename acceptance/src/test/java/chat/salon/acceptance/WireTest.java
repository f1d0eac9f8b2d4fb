package chat.salon.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What bytes may do: nothing of it may reach others as anything but what it is, and a client that
/// errs lives on.
class WireTest extends Conversation {

  @Test
  void a_line_may_come_byte_by_byte() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      for (byte b : "PRIVMSG #tea :bit by bit ☕\r\n".getBytes(UTF_8)) {
        bob.write(b);
      }
      alice.expect(":bob PRIVMSG #tea :bit by bit ☕");
    }
  }

  @Test
  void many_lines_may_come_in_one_write() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      bob.write(
          IntStream.range(0, 300)
              .mapToObj(i -> "PRIVMSG #tea :" + i + (i % 2 == 0 ? "\r\n" : "\n"))
              .collect(Collectors.joining())
              .getBytes(UTF_8));
      for (int i = 0; i < 300; i++) {
        alice.expect(":bob PRIVMSG #tea :" + i);
      }
    }
  }

  @Test
  void empty_lines_are_nothing() {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      alice.write("\r\n\n\r\n   \r\n".getBytes(UTF_8));
      alice.expectNothing();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hi\r:srv 001 bob", "hi\r", "\rhi", "hi\0there", "\u0000", "hi\rNICK mallory"})
  void nobody_is_sent_a_line_that_hides_another(String text) {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", "message-tags").join("#tea");
      var mallory = salon.connect("mallory", "message-tags").join("#tea");
      alice.expect(":mallory JOIN #tea");
      for (var command :
          new String[] {
            "PRIVMSG #tea :" + text,
            "NOTICE alice :" + text,
            "TOPIC #tea :" + text,
            "PART #tea :" + text,
            "AWAY :" + text,
            "SETNAME :" + text,
            "NICK x" + text,
            "@+x=" + text + " TAGMSG #tea"
          }) {
        mallory.write((command + "\r\n").getBytes(UTF_8));
      }
      // IrcClient itself refuses to hear what is not one whole line.
      for (var line : mallory.ping()) {
        assertThat(line.toString()).doesNotContain("mallory NICK", ":srv");
      }
      alice.settle();
      for (var line : alice.ping()) {
        assertThat(line.source()).isNotEqualTo("srv");
        assertThat(line.toString()).doesNotContain("\r", "\0");
      }
    }
  }

  @Test
  void escaped_line_ends_in_tags_stay_escaped() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", "message-tags").join("#tea");
      var bob = salon.connect("bob", "message-tags").join("#tea");
      alice.expect(":bob JOIN #tea");
      bob.ask("@+x=a\\r\\nb\\s\\:c TAGMSG #tea");
      assertThat(alice.expect(":bob TAGMSG #tea").tags().get("+x")).isEqualTo("a\r\nb ;c");
    }
  }

  @Test
  void what_is_not_utf8_is_not_passed_on() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.connect("bob", "standard-replies").join("#tea");
      alice.expect(":bob JOIN #tea");
      for (byte[] bad :
          new byte[][] {
            {(byte) 0xff},
            {(byte) 0xc3},
            {(byte) 0xc0, (byte) 0x80},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80}
          }) {
        bob.write("PRIVMSG #tea :x".getBytes(UTF_8)).write(bad).write("\r\n".getBytes(UTF_8));
        bob.expect(":salon.test FAIL … INVALID_UTF8 …");
      }
      bob.expectNothing();
      alice.expectNothing();
    }
  }

  @Test
  void a_line_that_is_too_long_is_refused_and_the_connection_lives() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      bob.ask("PRIVMSG #tea :" + "x".repeat(500), ":salon.test 417 bob …");
      bob.ask("PRIVMSG #tea :" + "x".repeat(6_000), ":salon.test 417 bob …");
      alice.expectNothing();
      bob.ask("PRIVMSG #tea :short");
      alice.expect(":bob PRIVMSG #tea :short");
    }
  }

  @Test
  void tags_that_are_too_long_are_refused_and_the_connection_lives() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", "message-tags").join("#tea");
      var bob = salon.connect("bob", "message-tags").join("#tea");
      alice.expect(":bob JOIN #tea");
      bob.ask("@+x=" + "y".repeat(4092) + " PRIVMSG #tea :hi", ":salon.test 417 bob …");
      bob.ask("@+x=" + "y".repeat(4091) + " PRIVMSG #tea :hi");
      assertThat(alice.expect(":bob PRIVMSG #tea :hi").tags().get("+x")).hasSize(4091);
    }
  }

  @Test
  void a_client_does_not_set_what_the_server_says() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", "message-tags", "server-time", "account-tag").join("#tea");
      var mallory = salon.connect("mallory", "message-tags").join("#tea");
      alice.expect(":mallory JOIN #tea");
      mallory.ask(
          "@time=2000-01-01T00:00:00.000Z;account=admin;msgid=x;batch=y :alice!a@b PRIVMSG #tea :hi");
      var heard = alice.expect(":mallory!~u@127.0.0.1 PRIVMSG #tea :hi");
      assertThat(heard.tags().get("time")).doesNotStartWith("2000");
      assertThat(heard.tags().get("msgid")).isNotEqualTo("x");
      assertThat(heard.tags().has("account")).isFalse();
      assertThat(heard.tags().has("batch")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET / HTTP/1.1", "POST /irc HTTP/1.1", "CONNECT x:1 HTTP/1.1"})
  void a_web_page_cannot_speak_to_the_port(String request) {
    try (var salon = start()) {
      var browser = salon.dial();
      browser.send(request, "Host: x", "", "NICK alice", "USER u 0 * :x", "PRIVMSG bob :hi");
      assertThat(browser.expectEnd()).noneMatch(line -> line.command().equals("001"));
    }
  }

  @Test
  void a_tls_hello_on_the_plain_port_ends_at_once() {
    try (var salon = start()) {
      var lost = salon.dial();
      lost.write(new byte[] {0x16, 0x03, 0x01, 0x00, 0x05, 0x01, 0x00, 0x00, 0x01, 0x00});
      lost.expectEnd();
    }
  }
}
