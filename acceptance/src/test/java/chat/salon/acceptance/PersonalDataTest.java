package chat.salon.acceptance;

import static chat.salon.acceptance.HistoryTest.page;
import static chat.salon.acceptance.Messages.said;
import static chat.salon.acceptance.ServiceTalk.code;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Event.Redacted;
import chat.salon.core.StoreException;
import chat.salon.core.port.Batch;
import chat.salon.core.port.MessageLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// All that one account has said is read out, and forgotten: HistServ EXPORT and FORGET.
class PersonalDataTest extends Conversation {
  private static final String[] CAPS =
      Stream.concat(Stream.of(Messages.CAPS), Stream.of("soju.im/search")).toArray(String[]::new);

  private TestSalon.Setup inParts() {
    return staffed()
        .with("personal.rows", 3) // so that what little is said takes many parts
        .with("personal.at_once", 2);
  }

  private static List<String> told(IrcClient client, String text) {
    return ServiceTalk.told(client, "HistServ", text);
  }

  private static Path exported(TestSalon salon, IrcClient client, String command) {
    client.send("PRIVMSG HistServ :" + command);
    var start = " has said is in the file ";
    for (var line = client.next(); ; line = client.next()) {
      var text = line.params().getLast();
      int at = text.indexOf(start);
      if (line.command().equals("NOTICE") && at >= 0) {
        return salon.folder().resolve(text.substring(at + start.length()).split(" ")[0]);
      }
    }
  }

  @Test
  void all_that_somebody_said_is_written_into_a_file_that_only_the_server_reads()
      throws IOException {
    try (var salon = inParts().start()) {
      var alice = salon.member("alice", CAPS).join("#tea");
      var bob = salon.member("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      var first = said(alice, "#tea", "one", bob);
      said(bob, "#tea", "of another", alice);
      for (int i = 0; i < 7; i++) {
        said(alice, "#tea", "more " + i, bob);
      }
      said(alice, "bob", "psst \"quoted\"", bob);
      said(bob, "alice", "also of another", alice);
      var gone = said(alice, "#tea", "oops", bob);
      alice.send("REDACT #tea " + gone);
      alice.expect(":alice REDACT #tea " + gone);
      bob.expect(":alice REDACT #tea " + gone);

      var file = exported(salon, alice, "EXPORT");

      var lines = Files.readAllLines(file);
      assertThat(lines).hasSize(9);
      assertThat(lines.getFirst())
          .contains("\"msgid\":\"" + first + "\"", "\"channel\":\"#tea\"", "\"text\":\"one\"");
      assertThat(lines.toString())
          .contains("\"with\":\"bob\"", "psst \\\"quoted\\\"")
          .doesNotContain("of another", "oops");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(told(alice, "EXPORT").getFirst()).contains("the next is written after");
      assertThat(told(bob, "EXPORT alice").getFirst()).contains("the privilege personal");
      assertThat(told(salon.connect("guest"), "EXPORT")).containsExactly("Log in first");
      var oscar = salon.oper("oscar");
      assertThat(told(oscar, "EXPORT nobody")).containsExactly("There is no account nobody");
      assertThat(told(oscar, "EXPORT #tea").getFirst()).contains("no name of an account");
      assertThat(Files.readAllLines(exported(salon, oscar, "EXPORT bob"))).hasSize(2);
      assertThat(oscar.answer("AUDIT 9").toString()).contains("export alice", "export bob");
    }
  }

  @Test
  void files_are_deleted_after_some_days() throws IOException {
    var clock = new TestClock();
    try (var salon = inParts().clock(clock).with("personal.export_days", 2).start()) {
      var alice = salon.member("alice", CAPS).join("#tea");
      said(alice, "#tea", "one");
      var file = exported(salon, alice, "EXPORT");
      clock.advance(Duration.ofDays(1));
      salon.restart();
      assertThat(file).exists();
      clock.advance(Duration.ofDays(2));
      salon.restart();
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void all_that_somebody_said_is_forgotten_everywhere() {
    try (var salon = inParts().start()) {
      var alice = salon.member("alice", CAPS).join("#tea", "#coffee");
      var bob = salon.member("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      for (int i = 0; i < 8; i++) {
        said(alice, "#tea", "teapot " + i, bob);
      }
      said(bob, "#tea", "teapot of bob", alice);
      said(alice, "#coffee", "espresso");
      said(alice, "bob", "psst", bob);
      said(bob, "alice", "what", alice);
      alice.send("PART #coffee");
      alice.expect(":alice PART #coffee");
      assertThat(told(bob, "FORGET alice").getFirst()).contains("the privilege personal");
      assertThat(told(alice, "FORGET").getFirst()).startsWith("Something is missing");
      assertThat(told(alice, "FORGET alice 123456").getFirst()).contains("for good");
      assertThat(page(bob, "LATEST #tea * 20")).hasSize(9);

      var code = code(told(alice, "FORGET alice"));
      alice.send("PRIVMSG HistServ :FORGET alice " + code);

      for (int i = 0; i < 8; i++) {
        bob.until("@msgid=… :alice REDACT #tea …");
      }
      bob.until("@msgid=… :alice REDACT bob …");
      assertThat(page(bob, "LATEST #tea * 20")).containsExactly("teapot of bob");
      assertThat(page(bob, "LATEST alice * 20")).containsExactly("what");
      Indexed.await(() -> found(bob, "teapot").equals(List.of("teapot of bob")));
      alice.send("PRIVMSG #tea :later");
      bob.until(":alice PRIVMSG #tea :later");

      salon.restart();
      var again = salon.logIn("bob", CAPS).join("#tea");
      assertThat(page(again, "LATEST #tea * 20")).containsExactly("teapot of bob", "later");
      var coffee = salon.logIn("alice", CAPS).join("#coffee");
      assertThat(page(coffee, "LATEST #coffee * 20")).isEmpty();
      assertThat(salon.oper("oscar").answer("AUDIT 9").toString()).contains("forget alice");
    }
  }

  private static List<String> found(IrcClient client, String words) {
    client.send("SEARCH text=" + words);
    client.until(":salon.test BATCH +… soju.im/search");
    return client.until(":salon.test BATCH -…").stream()
        .filter(line -> line.command().equals("PRIVMSG"))
        .map(line -> line.param(1))
        .toList();
  }

  /// A log in which nothing can be deleted for a while.
  private static final class Stubborn {
    private volatile boolean refuses = true;
    private volatile boolean wasAsked;

    MessageLog around(MessageLog log) {
      return new PassingLog(log) {
        @Override
        public void append(Batch batch) {
          if (refuses && batch.events().stream().anyMatch(Redacted.class::isInstance)) {
            wasAsked = true;
            throw new StoreException("Not now.");
          }
          super.append(batch);
        }
      };
    }
  }

  @Test
  void what_could_not_be_deleted_is_after_a_restart() {
    var log = new Stubborn();
    try (var salon = inParts().log(log::around).start().expectFaults()) {
      var alice = salon.member("alice", CAPS).join("#tea");
      said(alice, "#tea", "one");
      var oscar = salon.oper("oscar");
      var code = code(told(oscar, "FORGET alice"));
      assertThat(told(oscar, "FORGET alice " + code))
          .anyMatch(text -> text.contains("is being deleted"));
      Indexed.await(() -> log.wasAsked);
      assertThat(page(alice, "LATEST #tea * 20")).containsExactly("one");

      log.refuses = false;
      salon.restart();

      var again = salon.logIn("alice", CAPS).join("#tea");
      Indexed.await(() -> page(again, "LATEST #tea * 20").isEmpty());
    }
  }
}
