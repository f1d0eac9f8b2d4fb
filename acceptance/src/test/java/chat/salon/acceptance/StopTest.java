package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.wire.Line;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real process is asked to stop, and to read its configuration again.
class StopTest {
  private static final List<String> CHANNELS = List.of("#tea");
  private static final String LONG = "PRIVMSG #tea :" + "x".repeat(400);

  @TempDir private Path folder;

  @Test
  void sigterm_says_goodbye_keeps_everything_and_ends_with_0() throws Exception {
    var configuration = ServerProcess.configure(folder);
    var crowd = new Crowd(CHANNELS, 50);
    long took;
    try (var server = ServerProcess.start(configuration)) {
      for (int writer = 0; writer < 3; writer++) {
        var client = server.dial().register("writer" + writer);
        client.send("NICKSERV REGISTER " + TestSalon.PASSWORD);
        client.ping();
        client.close();
        crowd.add(come(server, writer), "w" + writer, writer);
      }
      var quiet = server.dial().register("alice").join("#quiet");
      quiet.ask("TOPIC #quiet :hush", ":alice TOPIC #quiet :hush");
      crowd.awaitTalk();
      long began = System.nanoTime();
      server.terminate();
      quiet.expectEnd("ERROR :Closing link: … [Server is stopping]");
      assertThat(server.exitCode()).isZero();
      took = System.nanoTime() - began;
      crowd.awaitEnd();
      assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(5));
      assertThat(server.errors()).doesNotContain(" ERROR ");
    }
    try (var server = ServerProcess.start(configuration)) {
      assertThat(crowd.problems(come(server, 0))).isEmpty();
      var alice = server.dial().register("alice").join("#quiet");
      assertThat(alice.answer("TOPIC #quiet").getFirst().param(2)).isEqualTo("hush");
    }
    System.out.printf(
        "SIGTERM: ended in %d ms with %d messages seen, all kept%n",
        took / 1_000_000, crowd.count());
  }

  @Test
  void who_does_not_read_does_not_hold_up_the_end() throws Exception {
    try (var server = ServerProcess.start(ServerProcess.configure(folder))) {
      var alice = server.dial().register("alice", "echo-message").join("#tea");
      var narrow = new Socket();
      narrow.setReceiveBufferSize(4096);
      server.dial(narrow).register("sloth").join("#tea");
      alice.expect(":sloth JOIN #tea");
      // More than the system takes for sloth, and less than it is cut off for.
      for (int i = 0; i < 150; i++) {
        alice.send(IntStream.range(0, 50).mapToObj(_ -> LONG).toArray(String[]::new));
        for (int j = 0; j < 50; j++) {
          alice.expect(":alice " + LONG);
        }
      }
      long began = System.nanoTime();
      server.terminate();
      alice.expectEnd("ERROR :Closing link: … [Server is stopping]");
      assertThat(server.exitCode()).isZero();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void sighup_reads_the_configuration_again() throws Exception {
    var configuration = ServerProcess.configure(folder);
    try (var server = ServerProcess.start(configuration)) {
      var alice = server.dial().register("alice");
      alice.ask("MOTD", ":salon.test 422 alice …");
      var changed =
          Files.readString(configuration).replace("[server]", "[server]\nmotd = \"Fresh tea!\"");
      Files.writeString(configuration, changed);
      server.signal("HUP");
      List<Line> motd;
      long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      do {
        motd = alice.answer("MOTD"); // as often as it takes until the signal has been heard
      } while (motd.size() < 3 && System.nanoTime() < deadline);
      assertThat(motd.toString()).contains("Fresh tea!");
    }
  }

  private static IrcClient come(ServerProcess server, int writer) {
    return server
        .dial()
        .logIn("writer" + writer, TestSalon.PASSWORD, Crowd.CAPS)
        .join(CHANNELS.toArray(String[]::new));
  }
}
