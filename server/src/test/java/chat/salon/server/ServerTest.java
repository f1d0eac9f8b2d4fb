package chat.salon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server in this process, on ports that the system chooses.
class ServerTest {
  @TempDir Path folder;

  private final Map<String, Sources.Option> options = new HashMap<>();

  @BeforeEach
  void keep_to_ourselves() {
    option("server.data", folder.resolve("data").toString());
    option("irc.listen", "[::]:0");
    option("irc.listen_tls", "[::]:0");
    option("web.listen", "127.0.0.1:0");
    option("web.listen_tls", "[::]:0");
  }

  @Test
  void an_empty_folder_becomes_a_server_with_data_and_a_certificate_of_its_own() throws Exception {
    try (var server = start()) {
      assertThat(folder.resolve("data")).isDirectoryContaining("glob:**/cert.pem");
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))))
          .isEqualTo("rwx------");
      try (var alice = Talk.overTls("127.0.0.1", server.ports().ircTls().getFirst().port())) {
        alice.register("alice");
        var own = Identity.read(folder.resolve("data/cert.pem"), folder.resolve("data/key.pem"));
        assertThat(alice.certificate()).isEqualTo(own.certificate());
      }
    }
  }

  @Test
  void everybody_is_served_over_ipv4_and_ipv6() throws IOException {
    assumeThat(NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses))
        .as("this machine has IPv6")
        .anyMatch(address -> address.getHostAddress().startsWith("0:0:0:0:0:0:0:1"));
    try (var server = start();
        var alice = Talk.to("127.0.0.1", plain(server));
        var bob = Talk.to("::1", plain(server))) {
      alice.register("alice");
      bob.register("bob");
    }
  }

  @Test
  void what_the_first_start_made_is_kept_by_the_second() throws Exception {
    byte[] certificate;
    try (var _ = start()) {
      certificate = Files.readAllBytes(folder.resolve("data/cert.pem"));
    }
    try (var _ = start()) {
      assertThat(Files.readAllBytes(folder.resolve("data/cert.pem"))).isEqualTo(certificate);
    }
  }

  @Test
  void clients_are_told_when_the_server_stops() throws IOException {
    Talk alice;
    try (var server = start()) {
      alice = Talk.to("127.0.0.1", plain(server)).register("alice");
    }
    try (alice) {
      assertThat(alice.rest().getLast()).startsWith("ERROR :Closing link");
    }
  }

  @Test
  void a_port_that_is_taken_leaves_nothing_behind() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      option("irc.listen_tls", "127.0.0.1:" + taken.getLocalPort());
      assertThatExceptionOfType(StartException.class)
          .isThrownBy(this::start)
          .withMessage(
              "cannot listen on 127.0.0.1:%1$d: port %1$d is taken, perhaps by another Salon"
                  .formatted(taken.getLocalPort()))
          .extracting(StartException::exitCode)
          .isEqualTo(1);
    }
    try (var server = start()) { // the data folder and the other port are free again
      assertThat(server.ports().irc()).hasSize(1);
    }
  }

  @Test
  void two_servers_do_not_share_a_data_folder() {
    try (var _ = start()) {
      assertThatExceptionOfType(StartException.class)
          .isThrownBy(this::start)
          .withMessageContaining("Another Salon is running on the data folder")
          .extracting(StartException::exitCode)
          .isEqualTo(1);
    }
  }

  @Test
  void a_certificate_that_cannot_be_used_is_a_mistake_in_the_configuration() throws IOException {
    var empty = Files.writeString(folder.resolve("empty.pem"), "").toString();
    option("irc.certificate", empty);
    option("irc.key", empty);
    assertThatExceptionOfType(StartException.class)
        .isThrownBy(this::start)
        .withMessageStartingWith(empty + " has no certificate in it")
        .extracting(StartException::exitCode)
        .isEqualTo(78);
  }

  @Test
  void a_host_that_does_not_exist_is_a_mistake_in_the_configuration() {
    option("irc.listen", "nowhere.invalid:6667");
    assertThatExceptionOfType(StartException.class)
        .isThrownBy(this::start)
        .withMessage("irc.listen is \"nowhere.invalid:6667\": there is no host nowhere.invalid")
        .extracting(StartException::exitCode)
        .isEqualTo(78);
  }

  @Test
  void a_network_on_the_database_of_one_server_is_a_mistake_in_the_configuration() {
    option("cluster.listen", "127.0.0.1:6690");
    option("cluster.tls", "false");
    assertThatExceptionOfType(StartException.class)
        .isThrownBy(this::start)
        .withMessageStartingWith("store.url is \"sqlite:salon.db\", the file of one server")
        .extracting(StartException::exitCode)
        .isEqualTo(78);
    assertThat(folder.resolve("data")).doesNotExist();
  }

  // ---- Reading the configuration again ----

  @Test
  void a_reload_takes_what_can_be_taken_and_keeps_the_rest() {
    file("[server]\ndescription = \"one\"\n[store]\nreaders = 1\n");
    try (var server = start()) {
      file("[server]\ndescription = \"two\"\n[store]\nreaders = 2\n");
      server.reload();
      assertThat(server.configuration().server().description()).isEqualTo("two");
      assertThat(server.configuration().store().readers()).isEqualTo(1);
    }
  }

  @Test
  void a_reload_takes_limits_for_channels_that_are_there_already() throws IOException {
    try (var server = start();
        var alice = Talk.to("127.0.0.1", plain(server)).register("alice")) {
      alice.send("JOIN #tea");
      alice.send("MODE #tea +b *!*@one");
      alice.until("MODE #tea +b *!*@one");
      file("[limits]\nlist_entries = 1\nnick_length = 5\n");
      server.reload();
      alice.send("MODE #tea +b *!*@two");
      alice.until(" 478 ");
      alice.send("NICK margarita");
      alice.until(" 432 ");
    }
  }

  @Test
  void who_wants_to_know_is_told_what_a_reload_changes() throws IOException {
    file("[irc]\nflood_burst = 0\n");
    try (var server = start();
        var alice = Talk.to("127.0.0.1", plain(server));
        var bob = Talk.to("127.0.0.1", plain(server)).register("bob")) {
      alice.send("CAP LS 302");
      alice.send("CAP REQ :batch draft/extended-isupport");
      alice.send("CAP END");
      alice.register("alice");
      file(
          """
          [irc]
          flood_burst = 0
          [login]
          certificates = false
          register_before_connect = false
          icon = "https://example.org/a.png"
          """);
      server.reload();
      assertThat(alice.until(" CAP alice NEW "))
          .contains("sasl=PLAIN,SCRAM-SHA-256")
          .contains("draft/account-registration");
      alice.until(" draft/isupport");
      alice.until(" 005 alice draft/ICON=https://example.org/a.png :");
      bob.send("PING x");
      assertThat(bob.until(" 005 bob draft/ICON=")).doesNotContain("batch=");
      file("[irc]\nflood_burst = 0\n[login]\nregister_before_connect = false\n");
      server.reload();
      alice.until(" CAP alice NEW sasl=PLAIN,SCRAM-SHA-256,EXTERNAL");
      alice.until(" 005 alice -draft/ICON :");
    }
  }

  @Test
  void a_reload_of_a_bad_configuration_changes_nothing() {
    file("[server]\ndescription = \"one\"\n");
    try (var server = start()) {
      file("[server]\ndescription = \"two\"\n[limits]\nnick_length = 0\n");
      assertThatIllegalArgumentException()
          .isThrownBy(server::reload)
          .withMessage(file() + ":4: limits.nick_length is 0: it must be from 1 to 64");
      file("[server]\ndescription = \"two\"\nmotd_file = \"nowhere\"\n");
      assertThatIllegalArgumentException()
          .isThrownBy(server::reload)
          .withMessage("server.motd_file: nowhere does not exist");
      assertThat(server.configuration().server().description()).isEqualTo("one");
    }
  }

  @Test
  void a_reload_takes_another_certificate_for_new_connections() throws Exception {
    var certificate = folder.resolve("cert.pem");
    var key = folder.resolve("key.pem");
    try (var server = start();
        var alice = overTls(server)) {
      SelfSigned.make("chat.example.org", Instant.now()).write(certificate, key);
      file("[irc]\ncertificate = \"%s\"\nkey = \"%s\"\n".formatted(certificate, key));
      server.reload();
      try (var bob = overTls(server)) {
        assertThat(bob.certificate()).isEqualTo(Identity.read(certificate, key).certificate());
        assertThat(bob.certificate()).isNotEqualTo(alice.certificate());
      }
      alice.send("PING still");
      alice.until("PONG");
    }
  }

  @Test
  void every_name_of_what_holds_until_the_next_start_is_a_key_or_a_section() {
    assertThat(Reload.AT_START)
        .allMatch(name ->
            Schema.SECTIONS.contains(name)
                || Schema.KEYS.stream().anyMatch(key -> key.path().equals(name)));
  }

  // ---- Metrics and the banner ----

  @Test
  void metrics_are_served_where_they_are_configured_and_nowhere_else() throws IOException {
    option("metrics.listen", "127.0.0.1:0");
    try (var server = start();
        var alice = Talk.to("127.0.0.1", plain(server)).register("alice")) {
      int port = server.ports().metrics().getFirst().port();
      assertThat(Http.get(port, "/metrics"))
          .startsWith("HTTP/1.1 200")
          .contains("\nsalon_people 1.0\n")
          .contains("\nsalon_irc_connections 1.0\n")
          .contains("jvm_memory_used_bytes");
      assertThat(Http.get(port, "/")).startsWith("HTTP/1.1 404");
      alice.send("QUIT");
    }
    options.remove("metrics.listen");
    try (var server = start()) {
      assertThat(server.ports().metrics()).isEmpty();
    }
  }

  @Test
  void a_server_that_can_store_is_healthy_and_ready() throws IOException {
    option("metrics.listen", "127.0.0.1:0");
    try (var server = start()) {
      int port = server.ports().metrics().getFirst().port();
      for (var path : List.of("/health", "/ready")) {
        assertThat(Http.get(port, path)).startsWith("HTTP/1.1 200").contains("\"status\":\"good\"");
      }
    }
  }

  @Test
  void a_server_that_cannot_store_just_now_is_not_ready_and_is_again_when_it_can()
      throws Exception {
    option("metrics.listen", "127.0.0.1:0");
    try (var server = start();
        var alice = Talk.to("127.0.0.1", plain(server)).register("alice")) {
      int port = server.ports().metrics().getFirst().port();
      alice.send("CAP REQ :standard-replies");
      alice.send("JOIN #tea");
      alice.until(" 366 ");
      try (var other =
              DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/salon.db"));
          var lock = other.createStatement()) {
        lock.execute("begin immediate");
        alice.send("PRIVMSG #tea :not kept");
        alice.until("NOT_STORED");
        assertThat(Http.get(port, "/ready"))
            .startsWith("HTTP/1.1 503")
            .contains("\"part\":\"store\"", "\"effect\":\"not ready\"", "SQLITE_BUSY");
        assertThat(Http.get(port, "/health"))
            .startsWith("HTTP/1.1 200")
            .contains("\"status\":\"good\"", "SQLITE_BUSY");
        lock.execute("rollback");
      }
      assertThat(Http.get(port, "/ready")).startsWith("HTTP/1.1 200").doesNotContain("SQLITE_BUSY");
    }
  }

  @Test
  void a_search_index_that_cannot_be_written_is_told_and_holds_nobody_up() throws IOException {
    option("metrics.listen", "127.0.0.1:0");
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/search"), "in the way of the index");
    try (var server = start();
        var alice = Talk.to("127.0.0.1", plain(server)).register("alice")) {
      int port = server.ports().metrics().getFirst().port();
      alice.send("CAP REQ :standard-replies echo-message");
      alice.send("JOIN #tea");
      alice.until(" 366 ");
      alice.send("PRIVMSG #tea :kept");
      alice.until("PRIVMSG #tea :kept");
      alice.send("SEARCH text=kept");
      alice.until("FAIL SEARCH INTERNAL_ERROR");
      assertThat(Http.get(port, "/health"))
          .startsWith("HTTP/1.1 200")
          .contains("\"part\":\"search\"", "\"effect\":\"warning\"");
      assertThat(Http.get(port, "/ready")).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void the_banner_says_where_it_is_how_to_connect_and_how_to_become_administrator() {
    try (var server = start()) {
      var lines = server.banner().lines();
      var identity = Identity.read(folder.resolve("data/cert.pem"), folder.resolve("data/key.pem"));
      assertThat(lines)
          .anyMatch(line -> line.contains("port " + plain(server) + " of "))
          .anyMatch(line -> line.contains(identity.fingerprint()))
          .anyMatch(line -> line.contains("irssi") && line.contains("-tls_pinned_cert"))
          .anyMatch(line -> line.contains("WeeChat") && line.contains("-tls_fingerprint="))
          .anyMatch(line -> line.matches("  /msg NickServ ADMIN ([0-9A-Z]{4}-){6}[0-9A-Z]{4}"))
          .anyMatch(line -> line.contains(folder.resolve("data").toString()));
    }
  }

  // ---- Tools ----

  private Server start() {
    var sources = new Sources(file(), true, Map.of(), options);
    var reading = (Reading.Good) ConfigurationReader.read(sources);
    return Server.start(sources, reading.configuration());
  }

  private void option(String path, String value) {
    options.put(path, new Sources.Option("--test", value));
  }

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

  private static int plain(Server server) {
    return server.ports().irc().getFirst().port();
  }

  private static Talk overTls(Server server) throws IOException, GeneralSecurityException {
    var talk = Talk.overTls("127.0.0.1", server.ports().ircTls().getFirst().port());
    talk.send("PING hello");
    talk.certificate();
    return talk;
  }
}
