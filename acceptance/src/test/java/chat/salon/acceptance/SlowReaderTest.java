package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Sloth never reads: it is cut off at its limit, and the others notice nothing but that.
class SlowReaderTest {
  private static final int AT_ONCE = 50;
  private static final int MOST = 60_000; // the system takes some megabytes of its own
  private static final String PADDING = " " + "x".repeat(400);
  private static final String END = "that was all";
  private static final LinePattern CUT_OFF = LinePattern.of(":sloth QUIT :SendQ exceeded");

  // how many more messages each may be behind
  private final Semaphore bobs = new Semaphore(AT_ONCE);
  private final Semaphore carols = new Semaphore(AT_ONCE);

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
              List.<Callable<Integer>>of(
                  () -> talk(alice), () -> hear(bob, bobs), () -> hear(carol, carols)));
      int said = heard.getFirst().get();
      assertThat(heard.get(1).get()).isEqualTo(said);
      assertThat(heard.get(2).get()).isEqualTo(said);
      System.out.println("SendQ: sloth was cut off within " + said + " messages of 430 bytes");
      assertThat(alice.answer("NAMES #tea").toString()).doesNotContain("sloth");
    }
  }

  // Speaks no faster than all but sloth hear, until sloth has gone; returns how much it said.
  private int talk(IrcClient client) throws InterruptedException {
    int said = 0;
    boolean isCutOff = false;
    while (said < AT_ONCE) {
      say(client, said++);
    }
    for (int i = 0; i < said; ) {
      var line = client.next();
      if (CUT_OFF.matches(line)) {
        isCutOff = true;
        continue;
      }
      assertThat(line.param(1)).isEqualTo(i++ + PADDING);
      if (!isCutOff && said < MOST) {
        say(client, said++);
      }
    }
    assertThat(isCutOff).as("sloth is cut off after %d messages", said).isTrue();
    client.send("PRIVMSG #tea :" + END);
    client.expect(":alice PRIVMSG #tea :" + END);
    return said;
  }

  private void say(IrcClient client, int number) throws InterruptedException {
    assertThat(bobs.tryAcquire(30, TimeUnit.SECONDS)).as("bob hears").isTrue();
    assertThat(carols.tryAcquire(30, TimeUnit.SECONDS)).as("carol hears").isTrue();
    client.send("PRIVMSG #tea :" + number + PADDING);
  }

  // Hears every message once and in order, and once that sloth has gone; returns how many.
  private static int hear(IrcClient client, Semaphore room) {
    int heard = 0;
    boolean isCutOff = false;
    for (var line = client.next(); !line.param(1).equals(END); line = client.next()) {
      if (CUT_OFF.matches(line)) {
        assertThat(isCutOff).isFalse();
        isCutOff = true;
      } else {
        assertThat(line.param(1)).isEqualTo(heard++ + PADDING);
        room.release();
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
