package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server is killed in the middle of talk, again and again: what anybody saw is on disk, once,
/// and in the order in which they saw it.
class DurabilityTest {
  private static final int WRITERS = 4;
  private static final List<String> CHANNELS = List.of("#tea", "#coffee");
  private static final int MOST_MILLIS = 300;

  @TempDir private Path folder;

  @Test
  void what_was_seen_survives_every_kill() throws Exception {
    int rounds = Integer.getInteger("salon.rounds", Boolean.getBoolean("salon.all") ? 500 : 8);
    long seed = Long.getLong("salon.seed", System.nanoTime());
    System.out.println("kill -9: " + rounds + " rounds, -Dsalon.seed=" + seed);
    var random = new Random(seed);
    var configuration = ServerProcess.configure(folder);
    long began = System.nanoTime();
    int messages = 0;
    Crowd before = null;

    for (int round = 0; round <= rounds; round++) {
      var crowd = new Crowd(CHANNELS, 2 * WRITERS);
      try (var server = ServerProcess.start(configuration)) {
        if (round == 0) {
          register(server);
        }
        var first = come(server, 0);
        if (before != null) {
          assertThat(before.problems(first)).as("round %d of seed %d", round, seed).isEmpty();
          messages += before.count();
        }
        assertThat(server.errors()).doesNotContain(" ERROR ");
        if (round < rounds) {
          crowd.startsNow(first); // the rounds before have been judged
          crowd.add(first, "r" + round + "-w0", random.nextLong());
          for (int writer = 1; writer < WRITERS; writer++) {
            crowd.add(come(server, writer), "r" + round + "-w" + writer, random.nextLong());
          }
          crowd.awaitTalk();
          LockSupport.parkNanos(random.nextLong(MOST_MILLIS * 1_000_000L)); // when to kill
          server.kill();
          crowd.awaitEnd();
        }
      }
      before = crowd;
    }
    System.out.printf(
        "kill -9: %d rounds, %d messages seen, none lost, doubled, moved or invented; %.1f s%n",
        rounds, messages, (System.nanoTime() - began) / 1e9);
    assertThat(messages).isGreaterThan(rounds * WRITERS);
  }

  private static void register(ServerProcess server) {
    for (int writer = 0; writer < WRITERS; writer++) {
      var client = server.dial().register("writer" + writer);
      client.send("NICKSERV REGISTER " + TestSalon.PASSWORD);
      client.until(":… NOTICE writer" + writer + " …");
      client.close();
    }
  }

  private static IrcClient come(ServerProcess server, int writer) {
    return server
        .dial()
        .logIn("writer" + writer, TestSalon.PASSWORD, Crowd.CAPS)
        .join(CHANNELS.toArray(String[]::new));
  }
}
