package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real server on a real disk that is full, in a file system of its own.
class DiskFullTest {
  private static final String[] OWN_MOUNTS = {"unshare", "--user", "--map-root-user", "--mount"};
  private static final int MOST_MESSAGES = 200;

  @TempDir private Path folder;

  @Test
  void talk_stops_when_the_disk_is_full_and_goes_on_when_it_is_not() throws Exception {
    assumeTrue(canMount(), "this system lets nobody mount a file system: nothing is tested");
    var data = Files.createDirectory(folder.resolve("data"));
    var configuration = ServerProcess.configure(folder);
    try (var server =
        ServerProcess.start(
            configuration,
            with(
                "sh",
                "-c",
                "mount -t tmpfs -o size=8m,mode=700 tmpfs \"$0\" && exec \"$@\"",
                data))) {
      var alice =
          server
              .dial()
              .register("alice", "echo-message", "standard-replies", "batch", "draft/chathistory")
              .join("#tea");
      var bob = server.dial().register("bob").join("#tea");
      alice.expect(":bob JOIN #tea");

      // As the server's process sees its file system.
      var ballast = Path.of("/proc/" + server.pid() + "/root" + data, "ballast");
      fill(ballast);
      var kept = new ArrayList<String>();
      boolean isRefused = false;
      for (int i = 0; !isRefused && i < MOST_MESSAGES; i++) {
        var text = i + " " + "x".repeat(400);
        alice.send("PRIVMSG #tea :" + text);
        var answer = alice.next();
        isRefused = LinePattern.of(":salon.test FAIL PRIVMSG NOT_STORED …").matches(answer);
        if (!isRefused) {
          assertThat(LinePattern.of(":alice PRIVMSG #tea :" + text).matches(answer)).isTrue();
          kept.add(text);
        }
      }
      assertThat(isRefused).as("%d messages and still room", kept.size()).isTrue();
      bob.ask("PRIVMSG #tea :nor I", ":salon.test NOTICE bob :…");

      Files.delete(ballast);
      alice.ask("PRIVMSG #tea :room again", ":alice PRIVMSG #tea :room again");
      kept.add("room again");
      for (var text : kept) {
        bob.expect(":alice PRIVMSG #tea :" + text);
      }
      bob.expectNothing();
      assertThat(HistoryTest.page(alice, "LATEST #tea * 500")).isEqualTo(kept);
      System.out.println(
          "disk full: refused after " + (kept.size() - 1) + " messages, then went on");
    }
  }

  private static void fill(Path ballast) throws IOException {
    var block = new byte[4096];
    try (var out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  private static boolean canMount() {
    try {
      var process = new ProcessBuilder(with("true")).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException | InterruptedException _) {
      return false;
    }
  }

  private static String[] with(Object... command) {
    var all = new ArrayList<String>(List.of(OWN_MOUNTS));
    for (var word : command) {
      all.add(word.toString());
    }
    return all.toArray(String[]::new);
  }
}
