package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Sloth never reads: it is cut off at its limit, and the others notice nothing but that.
class SlowReaderTest {
  private static final int AT_ONCE = 50;
  private static final int MOST = 60_000; // the system takes some megabytes of its own
  private static final String PADDING = " " + "x".repeat(400);
  private static final String END = "that was all";
  private static final LinePattern CUT_OFF = LinePattern.of(":sloth QUIT :SendQ exceeded");

  @ParameterizedTest
  @EnumSource(Layout.class)
  void who_does_not_read_is_cut_off_and_the_others_miss_nothing(Layout layout) throws Exception {
    try (var salon = layout.setup().with("irc.send_queue_bytes", 65_536).start("#tea");
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var alice = salon.connect("alice", "echo-message").join("#tea");
      var bob = salon.joined("bob");
      salon.dial(narrow()).register("sloth").join("#tea");
      var carol = salon.joined("carol");
      for (var client : new IrcClient[] {alice, bob, carol}) {
        client.expectOnlyJoins();
      }
      var heard =
          threads.invokeAll(
              List.<Callable<Integer>>of(() -> talk(alice), () -> hear(bob), () -> hear(carol)));
      int said = heard.getFirst().get();
      assertThat(heard.get(1).get()).isEqualTo(said);
      assertThat(heard.get(2).get()).isEqualTo(said);
      System.out.println("SendQ: sloth was cut off within " + said + " messages of 430 bytes");
      assertThat(alice.answer("NAMES #tea").toString()).doesNotContain("sloth");
    }
  }

  // Speaks no faster than it hears itself, until sloth has gone; returns how much it said.
  private static int talk(IrcClient client) {
    int said = 0;
    while (said < AT_ONCE) {
      client.send("PRIVMSG #tea :" + said++ + PADDING);
    }
    boolean isCutOff = false;
    for (int i = 0; i < said; ) {
      var line = client.next();
      if (CUT_OFF.matches(line)) {
        isCutOff = true;
        continue;
      }
      assertThat(line.param(1)).isEqualTo(i++ + PADDING);
      if (!isCutOff && said < MOST) {
        client.send("PRIVMSG #tea :" + said++ + PADDING);
      }
    }
    assertThat(isCutOff).as("sloth is cut off after %d messages", said).isTrue();
    client.send("PRIVMSG #tea :" + END);
    client.expect(":alice PRIVMSG #tea :" + END);
    return said;
  }

  // Hears every message once and in order, and once that sloth has gone; returns how many.
  private static int hear(IrcClient client) {
    int heard = 0;
    boolean isCutOff = false;
    for (var line = client.next(); !line.param(1).equals(END); line = client.next()) {
      if (CUT_OFF.matches(line)) {
        assertThat(isCutOff).isFalse();
        isCutOff = true;
      } else {
        assertThat(line.param(1)).isEqualTo(heard++ + PADDING);
      }
    }
    assertThat(isCutOff).isTrue();
    return heard;
  }

  private static Socket narrow() throws SocketException {
    var socket = new Socket();
    socket.setReceiveBufferSize(4096);
    return socket;
  }
}
