package chat.salon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The program against servers that make mistakes: it finds each, says so, and ends with the status
/// for it.
@Timeout(60)
class FaultsTest {
  private static final int CLEAN = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final int WRONG = 3;

  private final StringWriter said = new StringWriter();

  private int bench(String... arguments) {
    var line = Main.commandLine();
    line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
    return line.execute(arguments);
  }

  private int bench(int port) {
    var arguments = new ArrayList<>(List.of("channel", "--server", "127.0.0.1:" + port));
    arguments.addAll(List.of("--members", "4", "--senders", "1", "--in-flight", "4"));
    arguments.addAll(List.of("--warm-up", "0", "--seconds", "1", "--patience", "1"));
    return bench(arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "LOSES, '1 LOST, 0 DOUBLED, 0 OUT OF ORDER'",
    "DOUBLES, '0 LOST, 1 DOUBLED, 0 OUT OF ORDER'",
    "SWAPS, '0 LOST, 0 DOUBLED, 1 OUT OF ORDER'"
  })
  void one_wrong_delivery_of_thousands_is_found(FaultyServer.Fault fault, String verdict)
      throws IOException {
    try (var server = new FaultyServer(fault)) {
      assertThat(bench(server.port())).isEqualTo(WRONG);
    }
    assertThat(said.toString()).contains("WRONG", verdict, "deliveries/s");
  }

  @ParameterizedTest
  @CsvSource({"NONE", "ASKS_FIRST"})
  void a_server_without_mistakes_is_clean(FaultyServer.Fault fault) throws IOException {
    try (var server = new FaultyServer(fault)) {
      assertThat(bench(server.port())).isEqualTo(CLEAN);
    }
    assertThat(said.toString()).contains("deliveries/s").doesNotContain("WRONG", "FAILED");
  }

  private int soak(int port) {
    var pid = Long.toString(ProcessHandle.current().pid());
    var arguments = new ArrayList<>(List.of("soak", "--server", "127.0.0.1:" + port, "--pid", pid));
    arguments.addAll(List.of("--minutes", "0.034", "--every", "1", "--patience", "1"));
    arguments.addAll(List.of("--clients", "20", "--channels", "4", "--movers", "4"));
    arguments.addAll(List.of("--pairs", "2", "--couples", "5", "--rate", "200"));
    return bench(arguments.toArray(String[]::new));
  }

  @Test
  void a_soak_of_a_server_without_mistakes_is_clean() throws IOException {
    try (var server = new FaultyServer(FaultyServer.Fault.NONE)) {
      assertThat(soak(server.port())).as(said.toString()).isEqualTo(CLEAN);
    }
    assertThat(said.toString())
        .contains("Deliveries: all delivered once and in order", "not judged");
  }

  @ParameterizedTest
  @CsvSource({
    "LOSES, '[1-9]\\d* LOST'",
    "DOUBLES, '1 DOUBLED|[1-9]\\d* STRAY'",
    "SWAPS, '1 OUT OF ORDER|[1-9]\\d* STRAY'"
  })
  void one_wrong_delivery_is_found_in_a_soak(FaultyServer.Fault fault, String verdict)
      throws IOException {
    try (var server = new FaultyServer(fault)) {
      assertThat(soak(server.port())).as(said.toString()).isEqualTo(WRONG);
    }
    assertThat(said.toString()).containsPattern("Deliveries: .*(" + verdict + ")");
  }

  @Test
  void a_soak_needs_a_process_to_look_at() {
    assertThat(bench("soak", "--server", "127.0.0.1:1")).isEqualTo(FAILED);
    assertThat(said.toString()).contains("--pid");
  }

  @ParameterizedTest
  @CsvSource({
    "ANSWERS_NOTHING, 0 of 4 connections registered",
    "REFUSES, You are banned",
    "CLOSES, 'ERROR Closing link: too many connections'",
    "HANGS_UP, the server closed the connection"
  })
  void a_server_with_which_nothing_can_be_measured_is_said(FaultyServer.Fault fault, String why)
      throws IOException {
    try (var server = new FaultyServer(fault)) {
      assertThat(bench(server.port())).isEqualTo(FAILED);
    }
    assertThat(said.toString()).contains("FAILED", why);
  }

  @Test
  void a_port_where_nobody_listens_is_said() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    assertThat(bench(port)).isEqualTo(FAILED);
    assertThat(said.toString()).contains("FAILED", "cannot connect to 127.0.0.1:" + port);
  }

  @Test
  void what_is_no_load_and_no_place_is_refused() {
    assertThat(bench("nonsense", "--server", "127.0.0.1:1")).isEqualTo(FAILED);
    assertThat(bench("channel", "--server", "nowhere")).isEqualTo(FAILED);
    assertThat(bench("channel", "--nonsense")).isEqualTo(MISUSED);
    assertThat(said.toString()).contains("\"nonsense\"", "HOST:PORT");
  }
}
