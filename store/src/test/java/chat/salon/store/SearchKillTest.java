package chat.salon.store;

import static chat.salon.store.Cast.ALICE;
import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.port.Head;
import chat.salon.core.search.SearchSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A server that is killed while it indexes goes on where its index was on disk: afterwards each
/// message is found once.
class SearchKillTest extends OnEachDatabase {
  private static final int KILLS = 2;
  private static final int EACH = 300;
  private static final SearchSettings OFTEN =
      new SearchSettings(200, 256, 32, 0, 1, 64, 10_000, 1, 1);

  @Test
  void who_is_killed_while_indexing_has_everything_once_afterwards() throws Exception {
    for (int i = 0; i < KILLS; i++) {
      kill();
    }
    try (var store = openStore();
        var search = store.search(OFTEN)) {
      var finder = Finder.in(search, TEA);
      finder.awaitComplete();
      long stored = seq(store);
      assertThat(stored).isGreaterThanOrEqualTo(KILLS * EACH);
      assertThat(search.size()).isEqualTo((int) stored);
      var last = new Talk(store, TEA).read(0, Long.MAX_VALUE, 1, true).getFirst();
      assertThat(finder.find("mot").getFirst()).isEqualTo(last.stamp().id());
    }
  }

  private static long seq(Store store) {
    return new Talk(store, TEA).read(0, Long.MAX_VALUE, 1, true).getFirst().stamp().seq();
  }

  // Once it has indexed some of what it says.
  private void kill() throws Exception {
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
    try (var lines = child.inputReader()) {
      int indexed = 0;
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("indexed ")) {
          indexed = Integer.parseInt(line.substring("indexed ".length()));
          if (indexed >= EACH) {
            break;
          }
        }
      }
      assertThat(indexed).as("the child indexes").isGreaterThanOrEqualTo(EACH);
      child.toHandle().destroyForcibly();
    }
    child.waitFor();
  }

  /// The process that is killed.
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws Exception {
      var store = Store.open(StoreSettings.of(arguments[1], arguments[2]), Path.of(arguments[0]));
      var search = store.search(OFTEN);
      var finder = Finder.in(search, TEA);
      finder.awaitComplete();
      int before = search.size();
      var all = new Talk(store, TEA).read(0, Long.MAX_VALUE, 1, true);
      var head =
          all.isEmpty()
              ? Head.START
              : new Head(all.getFirst().stamp().id(), all.getFirst().stamp().seq(), 0, false, 0);
      var talk = new Talk(store, TEA, head);
      while (true) {
        talk.sayMany(ALICE, "un mot", 20);
        System.out.println("indexed " + (search.size() - before));
      }
    }
  }
}
