package chat.salon.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/// The program as the system sees it: its output, its signals, and how it ends.
@Timeout(
    value = 60,
    threadMode = ThreadMode.SEPARATE_THREAD) // reading from a process hears of no interrupt
class ProcessTest {
  private static final int HUP = 1;
  private static final Pattern PLACE = Pattern.compile("  IRC +127\\.0\\.0\\.1:(\\d+)");

  @TempDir Path folder;

  private final List<Process> running = new ArrayList<>();

  @AfterEach
  void leave_nothing_behind() {
    running.forEach(Process::destroyForcibly);
  }

  @Test
  void sigterm_tells_the_clients_and_ends_with_0_within_5_seconds() throws Exception {
    var server =
        start(
            "serve",
            "--irc",
            "127.0.0.1:0",
            "--irc-tls",
            "none",
            "--web",
            "none",
            "--web-tls",
            "none");
    try (var alice = Talk.to("127.0.0.1", port(server)).register("alice")) {
      long before = System.nanoTime();
      signal("TERM", server);
      assertThat(alice.rest().getLast()).startsWith("ERROR :Closing link");
      assertThat(server.waitFor()).isZero();
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }
    assertThat(errors(server)).hasSize(2).allMatch(line -> line.contains(" INFO "));
    assertThat(folder.resolve("data/salon.db-wal")).doesNotExist();
  }

  @Test
  void sighup_reads_the_configuration_again() throws Exception {
    assumeThat(isIgnored(HUP)).as("whether SIGHUP is ignored here, as under nohup").isFalse();
    var file = Files.writeString(folder.resolve("salon.toml"), "");
    var server =
        start(
            "serve",
            "--irc",
            "127.0.0.1:0",
            "--irc-tls",
            "none",
            "--web",
            "none",
            "--web-tls",
            "none");
    port(server);
    var log = server.errorReader(UTF_8);

    Files.writeString(file, "[server]\ndescription = \"another\"\n");
    signal("HUP", server);
    assertThat(log.readLine()).endsWith("Configuration read again; changed: server.description");

    Files.writeString(file, "[server]\ndescription = 1\n");
    signal("HUP", server);
    assertThat(log.readLine())
        .endsWith(
            "The configuration stays as it was: salon.toml:2:"
                + " server.description is 1: it must be a text in quotes");
  }

  @Test
  void a_port_that_is_taken_is_one_line_and_ends_with_1() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      var server =
          start(
              "serve",
              "--irc",
              "127.0.0.1:" + port,
              "--irc-tls",
              "none",
              "--web",
              "none",
              "--web-tls",
              "none");
      assertThat(server.waitFor()).isEqualTo(1);
      assertThat(errors(server))
          .containsExactly(
              "salon: cannot listen on 127.0.0.1:%1$d: port %1$d is taken, perhaps by another Salon"
                  .formatted(port));
      assertThat(server.inputReader(UTF_8).readLine()).isNull();
    }
  }

  @Test
  void a_bad_configuration_ends_with_78_before_anything_is_made() throws Exception {
    Files.writeString(folder.resolve("salon.toml"), "[limits]\nnick_length = 0\nkey_length = 0\n");
    var server = start("serve");
    assertThat(server.waitFor()).isEqualTo(78);
    assertThat(errors(server))
        .containsExactly(
            "salon: salon.toml:2: limits.nick_length is 0: it must be from 1 to 64",
            "salon: salon.toml:3: limits.key_length is 0: it must be from 1 to 200");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  // A process hands what it ignores on to those that it starts. Linux tells; elsewhere nobody does.
  private static boolean isIgnored(int signal) throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
          .anyMatch(ignored -> (ignored >>> (signal - 1) & 1) == 1);
    }
  }

  private Process start(String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).directory(folder.toFile()).start();
    running.add(process);
    return process;
  }

  private static int port(Process server) throws IOException {
    var out = server.inputReader(UTF_8);
    int port = 0;
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      var place = PLACE.matcher(line);
      if (place.matches()) {
        port = Integer.parseInt(place.group(1));
      }
      if (line.startsWith("Ctrl-C")) { // the last line
        return port;
      }
    }
    throw new AssertionError(errors(server).toString());
  }

  private static void signal(String name, Process server) throws Exception {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(server.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  private static List<String> errors(Process process) throws IOException {
    return process.errorReader(UTF_8).lines().toList();
  }
}
