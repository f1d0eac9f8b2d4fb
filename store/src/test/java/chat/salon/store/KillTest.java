package chat.salon.store;

import static chat.salon.store.Cast.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.ChannelName;
import chat.salon.core.port.Head;
import chat.salon.testing.Engine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// A server that is killed at any moment has kept all that it said it kept.
class KillTest extends OnEachDatabase {
  private static final int WRITERS = 8;
  private static final int ROUNDS = 3;

  @Test
  void what_was_acknowledged_is_there_after_a_kill() throws Exception {
    // A server's own log outlives our process; SQLite's is ours.
    boolean isShort = engine != Engine.SQLITE && !Boolean.getBoolean("salon.all");
    for (int round = 0; round < (isShort ? 1 : ROUNDS); round++) {
      var acknowledged = killAfter(200 + 333 * round);
      try (var store = openStore()) {
        for (var one : acknowledged.entrySet()) {
          var name = ChannelName.trusted(one.getKey());
          long stored = store.conversations().channel(name).orElseThrow().head().lastSeq();
          assertThat(stored).isGreaterThanOrEqualTo(one.getValue());
          var all = new Talk(store, name).read(0, Long.MAX_VALUE, Integer.MAX_VALUE, false);
          assertThat(all)
              .extracting(event -> event.stamp().seq())
              .containsExactlyElementsOf(LongStream.rangeClosed(1, stored).boxed().toList());
        }
      }
    }
  }

  /// Lets a child append until it has acknowledged so many, and kills it. Returns the last sequence
  /// number that it acknowledged of each channel.
  private Map<String, Long> killAfter(int acknowledgements) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var child =
        new ProcessBuilder(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.toString(),
                database.url(),
                database.password())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var last = new HashMap<String, Long>();
    try (var lines = child.inputReader()) {
      for (int i = 0; i < acknowledgements; i++) {
        assertThat(note(lines, last)).as("the child acknowledges").isTrue();
      }
      child.toHandle().destroyForcibly(); // unlike that of Process, it leaves the output open
      while (note(lines, last)) {
        // what it still got out
      }
    }
    child.waitFor();
    assertThat(last).hasSize(WRITERS);
    return last;
  }

  private static boolean note(BufferedReader lines, Map<String, Long> last) throws IOException {
    var line = lines.readLine();
    if (line == null || !line.endsWith(".")) {
      return false;
    }
    var words = line.split(" ", 3);
    last.put(words[0], Long.parseLong(words[1]));
    return true;
  }

  /// The process that is killed.
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws Exception {
      var store = Store.open(StoreSettings.of(arguments[1], arguments[2]), Path.of(arguments[0]));
      var threads =
          IntStream.range(0, WRITERS)
              .mapToObj(i -> Thread.ofVirtual().start(() -> write(store, "#" + i)))
              .toList();
      for (var thread : threads) {
        thread.join();
      }
    }

    private static void write(Store store, String name) {
      var where = ChannelName.trusted(name);
      var head = store.conversations().channel(where).map(c -> c.head()).orElse(Head.START);
      var talk = new Talk(store, where, head);
      while (true) {
        long seq = talk.say(ALICE, "hello").stamp().seq();
        System.out.println(name + " " + seq + " .");
      }
    }
  }
}
