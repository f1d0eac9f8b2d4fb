package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.testing.Engine;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A node that leaves the network, and one that is cut off from it, with the real program on
/// PostgreSQL.
@Timeout(180)
class CutOffTest {
  private static final String[] CAPS = {"echo-message", "batch", "draft/chathistory"};
  private static final LinePattern NEWS =
      LinePattern.of(":salon.test NOTICE carol :This server is cut off from the others …");

  @TempDir Path folder;

  @Test
  void who_is_on_a_node_that_is_cut_off_reads_on_and_comes_back_with_it() throws Exception {
    try (var database = Engine.POSTGRESQL.make(folder);
        var nodes = new NodeProcesses(folder, database)) {
      var alice = nodes.node("a").dial().register("alice", CAPS).join("#tea");
      var carol = nodes.node("c").dial().register("carol", CAPS).join("#tea");
      alice.expect(":carol JOIN #tea");
      alice.ask("PRIVMSG #tea :before", ":alice PRIVMSG #tea :before");
      carol.expect(":alice PRIVMSG #tea :before");

      nodes.cutOffC();
      alice.until(":carol QUIT …");
      alice.ping();
      await(carol, NEWS);
      awaitAlone(carol);
      alice.ask("PRIVMSG #tea :meanwhile", ":alice PRIVMSG #tea :meanwhile");
      carol.ask(
          "PRIVMSG #tea :lost", ":salon.test NOTICE carol :*** PRIVMSG: This server is cut off …");
      carol.ask("NICK caroline", ":salon.test NOTICE carol :*** NICK: This server is cut off …");
      assertThat(HistoryTest.page(carol, "LATEST #tea * 50"))
          .containsExactly("before", "meanwhile");
      var dave = nodes.node("c").dial().send("NICK dave", "USER dave 0 * :Dave");
      dave.expectEnd("ERROR :Closing link: … [This server is cut off …");

      nodes.mend();
      carol.until("ERROR :Closing link: … [Server goes back to its network: connect again]");
      var back = comeBack(nodes.node("c")).register("carol", CAPS).join("#tea");
      alice.until(":carol JOIN #tea");
      alice.ping();
      back.ask("PRIVMSG #tea :back", ":carol PRIVMSG #tea :back");
      alice.expect(":carol PRIVMSG #tea :back");
      assertThat(HistoryTest.page(alice, "LATEST #tea * 50"))
          .containsExactly("before", "meanwhile", "back");
    }
  }

  @Test
  void who_is_on_a_node_that_is_stopped_is_sent_to_others_and_misses_nothing() throws Exception {
    try (var database = Engine.POSTGRESQL.make(folder);
        var nodes = new NodeProcesses(folder, database)) {
      var alice = nodes.node("a").dial().register("alice", CAPS).join("#tea");
      var bob = nodes.node("b").dial().register("bob", CAPS);
      bob.send("NICKSERV REGISTER " + TestSalon.PASSWORD);
      bob.until(":NickServ!… NOTICE bob …");
      bob.join("#tea");
      alice.expect(":bob JOIN #tea");

      nodes.node("b").terminate();
      bob.until("ERROR :Closing link: … [Server is restarting: connect again]");
      var again = nodes.node("c").dial().logIn("bob", TestSalon.PASSWORD, CAPS);
      assertThat(nodes.node("b").exitCode()).isZero();
      // Where they were.
      again.ask("PRIVMSG #tea :here I am", ":bob PRIVMSG #tea :here I am");
      alice.expect(":bob PRIVMSG #tea :here I am"); // and nothing else in between
    }
  }

  // It is told before long; how long a network waits until it does without a node is configured.
  private static void await(IrcClient client, LinePattern news) {
    List<chat.salon.wire.Line> heard = new ArrayList<>();
    while (heard.stream().noneMatch(news::matches)) {
      heard.addAll(client.ping());
      LockSupport.parkNanos(10_000_000);
    }
  }

  private static void awaitAlone(IrcClient client) {
    while (client.answer("NAMES #tea").toString().contains("alice")) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  private static IrcClient comeBack(ServerProcess node) {
    while (true) {
      try {
        return node.dial();
      } catch (UncheckedIOException _) {
        LockSupport.parkNanos(10_000_000); // it starts anew
      }
    }
  }
}
