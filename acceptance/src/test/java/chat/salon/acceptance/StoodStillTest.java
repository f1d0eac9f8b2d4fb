package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.testing.Engine;
import chat.salon.wire.Line;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A node stood still until the others did without it, with the real program on PostgreSQL: what it
/// wakes to was decided elsewhere meanwhile.
@Timeout(180)
class StoodStillTest {
  private static final int PATIENCE_MILLIS = 40_000;

  @TempDir Path folder;

  @Test
  void a_node_that_wakes_gives_nobody_a_nick_that_another_has() throws Exception {
    try (var database = Engine.POSTGRESQL.make(folder);
        var nodes = new NodeProcesses(folder, database)) {
      // The node that was alone at first owns the directory, and believes so when it wakes.
      var a = nodes.node("a");
      var late = a.dial().patient(PATIENCE_MILLIS);
      a.signal("STOP");
      try {
        late.send("NICK seat", "USER u 0 * :Late"); // it finds that when it wakes
        var holder = untilWelcome(nodes.node("b"));
        a.signal("CONT");
        assertThat(late.expectEnd()).extracting(Line::command).doesNotContain("001");
        assertThat(holder.answer("WHOIS seat").toString()).contains("311 seat seat");
      } finally {
        if (a.isAlive()) {
          a.signal("CONT");
        }
      }
    }
  }

  // Nobody gets in before the others do without the owner of the directory.
  private static IrcClient untilWelcome(ServerProcess node) {
    while (true) {
      var client = node.dial().patient(PATIENCE_MILLIS);
      client.send("NICK seat", "USER u 0 * :Holder");
      if (isWelcome(client)) {
        return client;
      }
      client.close();
      LockSupport.parkNanos(10_000_000);
    }
  }

  private static boolean isWelcome(IrcClient client) {
    for (var line = client.nextOrEnd(); line.isPresent(); line = client.nextOrEnd()) {
      if (List.of("001", "433").contains(line.get().command())) {
        return line.get().command().equals("001");
      }
    }
    return false;
  }
}
