package chat.salon.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Flag;
import chat.salon.server.Sources.Option;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationReaderTest {
  @TempDir Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, Option> options = new HashMap<>();
  private boolean mayBeMissing = true;

  // ---- Layers ----

  @Test
  void says_nothing_and_gets_the_defaults() {
    assertThat(good()).isEqualTo(Configuration.DEFAULT);
  }

  @Test
  void every_kind_of_value_is_read_from_the_file() {
    file(
        """
        [server]
        name = "chat.example.org"
        motd = \"""
        one
        two\"""
        admin = ["Here", "Us"]
        [irc]
        listen = "none"
        listen_tls = ["127.0.0.1:7000", "[::1]:7001"]
        [limits]
        nick_length = 1_6
        channel_modes = "+ins"
        [log]
        level = "debug"
        """);
    var configuration = good();
    assertThat(configuration.server().name()).isEqualTo("chat.example.org");
    assertThat(configuration.server().motd()).isEqualTo("one\ntwo");
    assertThat(configuration.server().admin()).containsExactly("Here", "Us");
    assertThat(configuration.listen().listen()).isEmpty();
    assertThat(configuration.listen().listenTls())
        .containsExactly(new Endpoint("127.0.0.1", 7000), new Endpoint("::1", 7001));
    assertThat(configuration.limits().nickLength()).isEqualTo(16);
    assertThat(configuration.limits().channelModes())
        .containsExactlyInAnyOrder(Flag.INVITE_ONLY, Flag.NO_OUTSIDE, Flag.SECRET);
    assertThat(configuration.log().level()).isEqualTo(LogSettings.Level.DEBUG);
  }

  @Test
  void the_environment_overrides_the_file_and_options_override_both() {
    file("[limits]\nnick_length = 20\nkey_length = 20\nlist_entries = 20\n");
    environment.put("SALON_LIMITS_KEY_LENGTH", "21");
    environment.put("SALON_LIMITS_LIST_ENTRIES", "21");
    options.put("limits.list_entries", new Option("--list", "22"));
    assertThat(good().limits())
        .extracting("nickLength", "keyLength", "listEntries")
        .containsExactly(20, 21, 22);
    assertThat(((Reading.Good) read()).origins().values())
        .containsExactlyInAnyOrder(file() + ":2", "SALON_LIMITS_KEY_LENGTH", "--list");
  }

  @Test
  void a_list_in_the_environment_has_commas() {
    environment.put("SALON_IRC_LISTEN_TLS", "127.0.0.1:1, [::1]:2");
    environment.put("SALON_IRC_LISTEN", "none");
    assertThat(good().listen().listenTls())
        .containsExactly(new Endpoint("127.0.0.1", 1), new Endpoint("::1", 2));
    assertThat(good().listen().listen()).isEmpty();
  }

  @Test
  void variables_of_the_launcher_of_kubernetes_and_of_others_are_no_keys() {
    for (var name :
        List.of(
            "SALON_JAVA_HOME",
            "SALON_HEAP",
            "SALON_JAVA_OPTS",
            "SALON_HOME",
            "SALON_IRC_SERVICE_HOST",
            "SALON_IRC_PORT",
            "SALON_IRC_PORT_6667_TCP_ADDR",
            "SALON_COLOUR_OF_DOOR",
            "IRC_LISTEN")) {
      environment.put(name, "x");
    }
    assertThat(good()).isEqualTo(Configuration.DEFAULT);
  }

  // ---- Mistakes ----

  @Test
  void an_unknown_key_is_named_with_the_one_that_was_meant() {
    file("[limits]\n# a comment\nnick_lenght = 20\n");
    assertBad("F:3: there is no key limits.nick_lenght; did you mean limits.nick_length?");
  }

  @Test
  void a_key_in_the_wrong_section_is_sent_to_its_own() {
    file("[irc]\nnick_length = 20\n");
    assertBad("F:2: there is no key irc.nick_length; did you mean limits.nick_length?");
  }

  @Test
  void a_key_outside_of_the_sections_is_sent_to_its_own() {
    file("nick_length = 20\n");
    assertBad(
        "F:1: there is no key nick_length outside of the sections;"
            + " did you mean limits.nick_length?");
  }

  @Test
  void an_unknown_section_is_named_with_the_one_that_was_meant() {
    file("[limit]\nnick_length = 20\n");
    assertBad("F:1: there is no section [limit]; did you mean [limits]?");
  }

  @Test
  void an_unknown_variable_is_named_with_the_one_that_was_meant() {
    environment.put("SALON_LIMITS_NICKLENGTH", "1");
    assertBad(
        "SALON_LIMITS_NICKLENGTH: there is no such key; did you mean SALON_LIMITS_NICK_LENGTH?");
  }

  @Test
  void a_value_of_another_type_is_told_what_is_allowed() {
    file(
        """
        [server]
        name = 5
        [irc]
        listen = ["here"]
        [limits]
        nick_length = "long"
        topic_length = 99999999999
        channel_modes = "ntx"
        [log]
        level = "loud"
        """);
    assertBad(
        "F:2: server.name is 5: it must be a text in quotes",
        "F:4: irc.listen is [\"here\"]: it must be HOST:PORT, such as 127.0.0.1:6667 or [::1]:6667",
        "F:6: limits.nick_length is \"long\": it must be a whole number",
        "F:7: limits.topic_length is 99999999999: it must be a whole number",
        "F:8: limits.channel_modes is \"ntx\": it must be letters of CEHMRUimnpstu",
        "F:10: log.level is \"loud\": it must be one of error, warn, info, debug, trace");
  }

  @Test
  void every_value_that_is_out_of_bounds_is_reported() {
    file("[limits]\nnick_length = 0\nkey_length = 999\n");
    environment.put("SALON_LIMITS_WHOWAS", "-1");
    options.put("irc.listen", new Option("--irc", "[::1]:99999"));
    assertBad(
        "--irc: irc.listen is \"[::1]:99999\": ports go up to 65535",
        "F:2: limits.nick_length is 0: it must be from 1 to 64",
        "F:3: limits.key_length is 999: it must be from 1 to 200",
        "SALON_LIMITS_WHOWAS: limits.whowas is -1: it must be from 0 to 1048576");
  }

  @Test
  void keys_that_need_each_other_are_checked_together() {
    file("[irc]\ncertificate = \"cert.pem\"\nlisten = \"none\"\nlisten_tls = \"none\"\n");
    assertBad(
        "F:3: irc.listen is none, and irc.listen_tls too: nobody could connect",
        "F:2: irc.certificate is given without irc.key: it takes both, or none");
  }

  @Test
  void a_file_that_is_no_toml_is_named_with_the_line() {
    file("[limits]\nnick_length 20\n");
    assertThat(bad()).singleElement().asString().startsWith(file() + ":2: ");
  }

  @Test
  void a_file_that_is_not_there_or_not_utf_8_is_said_to_be_so() throws IOException {
    mayBeMissing = false;
    assertBad("F does not exist");
    Files.write(file(), "# caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertBad("F is not UTF-8");
  }

  @Test
  void lines_of_a_long_text_are_not_taken_for_keys() {
    file("[server]\nmotd = '''\nnick_length = 3\n'''\n[limits]\nnick_length = 0\n");
    assertBad("F:6: limits.nick_length is 0: it must be from 1 to 64");
  }

  // ---- Tools ----

  private Path file() {
    return folder.resolve("salon.toml");
  }

  private void file(String text) {
    try {
      Files.writeString(file(), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Reading read() {
    return ConfigurationReader.read(new Sources(file(), mayBeMissing, environment, options));
  }

  private Configuration good() {
    var reading = read();
    assertThat(reading).isInstanceOf(Reading.Good.class);
    return ((Reading.Good) reading).configuration();
  }

  private List<String> bad() {
    var reading = read();
    assertThat(reading).isInstanceOf(Reading.Bad.class);
    return ((Reading.Bad) reading).problems();
  }

  /// @param problems with F for the file
  private void assertBad(String... problems) {
    assertThat(bad().stream().map(line -> line.replace(file().toString(), "F")))
        .containsExactly(problems);
  }
}
