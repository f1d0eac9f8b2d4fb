package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.StoreException;
import chat.salon.core.port.Batch;
import chat.salon.core.port.MessageLog;
import org.junit.jupiter.api.Test;

/// What is not on disk is shown to nobody, and who said it is told.
class NotStoredTest extends Conversation {
  private final Disk disk = new Disk();

  /// A log that can be told to fail, as when the disk is full or a sync goes wrong.
  private static final class Disk {
    private volatile boolean isFull;

    MessageLog around(MessageLog log) {
      return new PassingLog(log) {
        @Override
        public void append(Batch batch) {
          if (isFull) {
            throw new StoreException("The disk is full.");
          }
          super.append(batch);
        }
      };
    }
  }

  private TestSalon withDisk(String... channels) {
    return layout.setup().log(disk::around).start(channels).expectFaults();
  }

  @Test
  void a_message_that_cannot_be_kept_is_refused_and_shown_to_nobody() {
    try (var salon = withDisk("#tea")) {
      var alice = salon.connect("alice", "echo-message", "standard-replies").join("#tea");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      disk.isFull = true;
      alice.ask("PRIVMSG #tea :lost", ":salon.test FAIL PRIVMSG NOT_STORED …");
      alice.ask("PRIVMSG bob :lost", ":salon.test FAIL PRIVMSG NOT_STORED …");
      alice.ask("TOPIC #tea :lost", ":salon.test FAIL TOPIC NOT_STORED …");
      alice.ask("MODE #tea +m", ":salon.test FAIL MODE NOT_STORED …");
      bob.send("PRIVMSG #tea :lost");
      bob.expect(":salon.test NOTICE bob :…");
      bob.expectNothing();
      alice.expectNothing();

      disk.isFull = false;
      alice.ask("PRIVMSG #tea :found", ":alice PRIVMSG #tea :found");
      bob.expect(":alice PRIVMSG #tea :found");
      bob.ask("PRIVMSG #tea :me too");
      alice.expect(":bob PRIVMSG #tea :me too");
      assertThat(alice.answer("MODE #tea").getFirst().param(2)).doesNotContain("m");
    }
  }

  @Test
  void a_labelled_one_is_told_with_its_label() {
    try (var salon = withDisk("#tea")) {
      var alice =
          salon
              .connect("alice", "labeled-response", "batch", "standard-replies", "echo-message")
              .join("#tea");
      disk.isFull = true;
      alice.ask("@label=q PRIVMSG #tea :lost", "@label=q :salon.test FAIL PRIVMSG NOT_STORED …");
    }
  }

  @Test
  void who_leaves_then_is_gone_all_the_same() {
    try (var salon = withDisk("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      disk.isFull = true;
      bob.send("QUIT :bye");
      bob.expectEnd("ERROR …");
      alice.expect(":bob QUIT …");
      disk.isFull = false;
      alice.ask(
          "NAMES #tea", ":salon.test 353 alice = #tea :@alice", ":salon.test 366 alice #tea …");
      salon.joined("bob");
      alice.expect(":bob JOIN #tea");
    }
  }

  @Test
  void nobody_comes_in_while_it_cannot_be_kept() {
    try (var salon = withDisk("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.connect("bob", "standard-replies");
      disk.isFull = true;
      bob.ask("JOIN #tea", ":salon.test FAIL JOIN NOT_STORED …");
      alice.expectNothing();
      disk.isFull = false;
      bob.join("#tea");
      alice.expect(":bob JOIN #tea");
    }
  }

  @Test
  void what_was_not_kept_is_not_in_history() {
    try (var salon = withDisk("#tea")) {
      var alice =
          salon
              .connect("alice", "draft/chathistory", "batch", "standard-replies", "echo-message")
              .join("#tea");
      alice.ask("PRIVMSG #tea :one", ":alice PRIVMSG #tea :one");
      disk.isFull = true;
      alice.ask("PRIVMSG #tea :two", ":salon.test FAIL PRIVMSG NOT_STORED …");
      disk.isFull = false;
      alice.ask("PRIVMSG #tea :three", ":alice PRIVMSG #tea :three");
      assertThat(HistoryTest.page(alice, "LATEST #tea * 10")).containsExactly("one", "three");
    }
  }
}
