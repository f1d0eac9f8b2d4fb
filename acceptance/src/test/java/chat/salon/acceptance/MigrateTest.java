package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.testing.Engine;
import chat.salon.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server with people and history moves from database to database, by the real program.
@Timeout(180)
class MigrateTest {
  private static final String[] CAPS = {"echo-message", "batch", "draft/chathistory"};

  @TempDir Path folder;

  private final List<String> said = new ArrayList<>();

  @Test
  void a_server_serves_its_history_on_every_database_that_it_moves_to() throws Exception {
    try (var first = Engine.SQLITE.make(folder);
        var second = Engine.POSTGRESQL.make(folder);
        var third = Engine.MARIADB.make(folder);
        var fourth = Engine.SQLITE.make(Files.createDirectory(folder.resolve("back")))) {
      talk(first, true);
      var way = List.of(first, second, third, fourth);
      for (int i = 1; i < way.size(); i++) {
        migrate(way.get(i - 1), way.get(i));
        talk(way.get(i), false);
      }
    }
  }

  private void talk(TestDatabase database, boolean isNew) throws Exception {
    try (var server = ServerProcess.start(configure(database))) {
      if (isNew) {
        var alice = server.dial().register("alice");
        alice.send("NICKSERV REGISTER " + TestSalon.PASSWORD);
        alice.until(":… NOTICE alice …");
        alice.close();
      }
      var alice = server.dial().logIn("alice", TestSalon.PASSWORD, CAPS).join("#tea");
      assertThat(HistoryTest.page(alice, "LATEST #tea * 500")).isEqualTo(said);
      for (int i = 0; i < 20; i++) {
        var text = "number " + said.size() + " \uD83C\uDF75";
        alice.ask("PRIVMSG #tea :" + text, ":alice PRIVMSG #tea :" + text);
        said.add(text);
      }
      server.terminate();
      assertThat(server.exitCode()).isZero();
    }
  }

  private void migrate(TestDatabase from, TestDatabase to) throws IOException {
    var ended =
        ServerProcess.run(
            folder.resolve("salon.toml"),
            "migrate",
            "--from=" + from.url(),
            "--to=" + to.url(),
            "--from-password-file=" + password(from),
            "--to-password-file=" + password(to),
            "--data=" + folder.resolve("data"));

    assertThat(ended.exitCode()).as(ended.said()).isZero();
    assertThat(ended.said())
        .contains(
            "message", "Everything is in " + to.url(), "url = \"" + to.url() + "\"", "secret.key");
  }

  private Path configure(TestDatabase database) throws IOException {
    return ServerProcess.configure(
        folder,
        "[store]",
        "url = \"" + database.url() + "\"",
        "password_file = \"" + password(database) + "\"");
  }

  private Path password(TestDatabase database) throws IOException {
    return Files.writeString(folder.resolve("password-" + database.engine()), database.password());
  }
}
