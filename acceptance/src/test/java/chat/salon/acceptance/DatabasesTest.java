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
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The real program on a real database server.
@ParameterizedClass
@EnumSource(
    value = Engine.class,
    names = {"POSTGRESQL", "MARIADB"})
@Timeout(120)
class DatabasesTest {
  private static final String[] CAPS = {"echo-message", "batch", "draft/chathistory"};

  @Parameter Engine engine;
  @TempDir Path folder;

  @Test
  void what_was_said_is_there_after_the_server_was_killed() throws Exception {
    try (var database = engine.make(folder)) {
      var configuration = configure("one", database);
      try (var server = ServerProcess.start(configuration)) {
        var alice = server.dial().register("alice", CAPS).join("#tea");
        alice.ask("PRIVMSG #tea :hello \uD83C\uDF75", ":alice PRIVMSG #tea :hello \uD83C\uDF75");
        server.kill();
      }
      try (var server = ServerProcess.start(configuration)) { // no waiting for the one before
        var alice = server.dial().register("alice", CAPS).join("#tea");
        alice.ask("PRIVMSG #tea :again", ":alice PRIVMSG #tea :again");
        assertThat(HistoryTest.page(alice, "LATEST #tea * 50")).contains("again");
        assertThat(database.query("select count(*) from message where body like 'hello%'"))
            .isEqualTo("1");
        server.terminate();
        assertThat(server.exitCode()).isZero();
      }
      assertThat(database.query("select count(*) from last_write")).isEqualTo("1"); // of the killed
    }
  }

  @Test
  void a_second_server_is_kept_off_the_database_of_the_first() throws Exception {
    try (var database = engine.make(folder);
        var _ = ServerProcess.start(configure("one", database))) {
      var other = configure("other", database);
      Files.createDirectories(folder.resolve("other/data"));
      Files.copy(folder.resolve("one/data/secret.key"), folder.resolve("other/data/secret.key"));

      var ended = serve(other);
      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.said()).startsWith("salon: Another Salon (salon.test:").hasLineCount(1);
    }
  }

  @Test
  void people_talk_on_when_the_database_comes_back() throws Exception {
    try (var server = engine.start();
        var database = server.make();
        var salon = ServerProcess.start(configure("one", database))) {
      var alice = salon.dial().register("alice", CAPS).join("#tea");
      var said = new ArrayList<String>();
      for (int i = 0; i < 20; i++) {
        if (i == 5) {
          server.stop();
        }
        alice.send("PRIVMSG #tea :number " + i);
        if (i == 10) {
          server.start();
        }
        said.add("number " + i);
      }
      for (var text : said) {
        alice.expect(":alice PRIVMSG #tea :" + text);
      }
      assertThat(HistoryTest.page(alice, "LATEST #tea * 50")).isEqualTo(said);
    }
  }

  @Test
  void an_unsafe_database_ends_with_78_and_names_the_setting() throws Exception {
    var unsafe = engine == Engine.POSTGRESQL ? "fsync=off" : "innodb_flush_log_at_trx_commit=2";
    try (var server = engine.start(unsafe);
        var database = server.make()) {
      var ended = serve(configure("one", database));

      assertThat(ended.exitCode()).isEqualTo(78);
      assertThat(ended.said())
          .startsWith("salon: ")
          .contains(unsafe.replace("=", " is ") + ": it must be ")
          .hasLineCount(1);
    }
  }

  @Test
  void a_password_is_shown_to_nobody() throws Exception {
    try (var database = engine.make(folder)) {
      var configuration = configure("one", database);
      var check = ServerProcess.run(configuration, "check", "--config", configuration.toString());
      assertThat(check.exitCode()).as(check.said()).isZero();
      assertThat(check.said()).contains(database.url()).doesNotContain(database.password());
      try (var server = ServerProcess.start(configuration)) {
        server.terminate();
        assertThat(server.exitCode()).isZero();
        assertThat(server.errors()).doesNotContain(database.password());
      }

      var wrong = configure("wrong", database, "wrong secret");
      var refused = serve(wrong);
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.said()).contains(database.url()).doesNotContain("wrong secret");

      var inUrl = folder.resolve("url");
      Files.createDirectories(inUrl);
      var url = database.url().replace("salon@", "salon:" + "hunter2" + "@");
      var misplaced = ServerProcess.configure(inUrl, "[store]", "url = \"" + url + "\"");
      var told = serve(misplaced);
      assertThat(told.exitCode()).isEqualTo(78);
      assertThat(told.said()).contains("store.url has a password in it").doesNotContain("hunter2");
    }
  }

  private static ServerProcess.Ended serve(Path configuration) {
    return ServerProcess.run(configuration, "serve", "--config", configuration.toString());
  }

  private Path configure(String name, TestDatabase database) throws IOException {
    return configure(name, database, database.password());
  }

  private Path configure(String name, TestDatabase database, String password) throws IOException {
    var own = Files.createDirectories(folder.resolve(name));
    var secret = Files.writeString(own.resolve("password"), password + "\n");
    var store =
        List.of(
            "[store]", "url = \"" + database.url() + "\"", "password_file = \"" + secret + "\"");
    return ServerProcess.configure(own, store.toArray(String[]::new));
  }
}
