package chat.salon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people see of the commands, and what scripts see of how they end.
class CommandLineTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void check_explains_every_key_with_its_value_and_where_it_comes_from() {
    var file = file("[limits]\nnick_length = 20\n");
    assertThat(run("check", "--config", file, "--irc", "127.0.0.1:7000", "--data", data()))
        .isZero();
    assertThat(out.toString())
        .contains("# Characters of a nick or an account name. 1 to 64.\n")
        .contains("nick_length = 20  # from " + file + ":2\n")
        .contains("listen = [\"127.0.0.1:7000\"]  # from --irc\n")
        .contains("key_length = 23  # default\n")
        .endsWith("# The configuration is good.\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void what_check_shows_can_be_used_as_a_file() {
    assertThat(run("check", "--config", file("[server]\nmotd = \"a\\n\\\"b\\\"\"\n"))).isZero();
    var read = ConfigurationReader.read(TomlFile.parse("shown", out.toString()));
    assertThat(((Reading.Good) read).configuration().server().motd()).isEqualTo("a\n\"b\"");
  }

  @Test
  void check_says_all_that_is_wrong_a_line_each_and_ends_with_78() {
    var file = file("[limits]\nnick_length = 0\ncolour = 1\n");
    assertThat(run("check", "--config", file)).isEqualTo(78);
    assertThat(err.toString())
        .isEqualTo(
            """
            salon: %1$s:3: there is no key limits.colour
            salon: %1$s:2: limits.nick_length is 0: it must be from 1 to 64
            """
                .formatted(file));
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void check_tries_the_certificate_and_the_data_folder() throws IOException {
    var certificate = folder.resolve("cert.pem");
    var key = folder.resolve("key.pem");
    SelfSigned.make("chat.example.org", Instant.now()).write(certificate, key);
    var file = file("[irc]\ncertificate = \"%s\"\nkey = \"%s\"\n".formatted(certificate, key));
    assertThat(run("check", "--config", file, "--data", data())).isZero();
    assertThat(folder.resolve("data")).doesNotExist();

    Files.writeString(key, "no key");
    assertThat(run("check", "--config", file, "--data", certificate + "/data")).isEqualTo(78);
    assertThat(err.toString().lines())
        .containsExactly(
            "salon: " + key + " has no private key in it that can be read without a password",
            "salon: the data folder " + certificate + "/data cannot be made: a file is in its way");
  }

  @Test
  void an_option_that_does_not_exist_is_named_with_one_that_does() {
    assertThat(run("serve", "--irc-tsl", "x")).isEqualTo(2);
    assertThat(err.toString()).contains("'--irc-tsl'").contains("--irc-tls");
  }

  @Test
  void a_bad_value_of_an_option_is_a_mistake_in_the_configuration() {
    assertThat(run("serve", "--log-level", "loud")).isEqualTo(78);
    assertThat(err.toString())
        .isEqualTo(
            "salon: --log-level: log.level is \"loud\":"
                + " it must be one of error, warn, info, debug, trace\n");
  }

  @Test
  void a_configuration_that_is_not_there_is_a_mistake() {
    var missing = folder.resolve("missing.toml").toString();
    assertThat(run("serve", "--config", missing)).isEqualTo(78);
    assertThat(err.toString()).isEqualTo("salon: " + missing + " does not exist\n");
  }

  @Test
  void every_command_explains_itself() {
    for (var command : new String[] {"serve", "check", "version"}) {
      assertThat(run(command, "--help")).isZero();
      assertThat(out.toString()).contains("Usage: salon " + command);
    }
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private String file(String text) {
    try {
      return Files.writeString(folder.resolve("salon.toml"), text).toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
