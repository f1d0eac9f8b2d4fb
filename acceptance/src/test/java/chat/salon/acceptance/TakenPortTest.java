package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.testing.Engine;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A node whose port for the others is taken. One that goes back to its network tries again; see
/// `ServeCommand`.
class TakenPortTest {
  @TempDir Path folder;

  @Test
  void says_which_port_and_does_not_start() throws Exception {
    try (var database = Engine.POSTGRESQL.make(folder);
        var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      var configuration =
          ServerProcess.configure(
              folder,
              "[store]",
              "url = \"" + database.url() + "\"",
              "password = \"" + database.password() + "\"",
              "[cluster]",
              "listen = \"127.0.0.1:" + port + "\"",
              "tls = false");
      var ended = ServerProcess.run(configuration, "serve", "--config", configuration.toString());
      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.said())
          .contains("cannot listen on 127.0.0.1:" + port + ": port " + port + " is taken");
    }
  }
}
