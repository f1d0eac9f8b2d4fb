package chat.salon.acceptance.browser;

import chat.salon.acceptance.IrcClient;
import chat.salon.acceptance.ServerProcess;
import chat.salon.acceptance.TestFolder;
import chat.salon.testing.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A Salon as anybody starts it, in a process of its own, with the web app that it serves. It comes
/// back on the same ports.
final class WebHouse implements AutoCloseable {
  private final int port = Ports.free();
  private final Path configuration;
  private ServerProcess server;

  /// @param more lines of the configuration
  WebHouse(Path folder, String... more) {
    var data = folder.resolve("data");
    if (Files.notExists(data)) {
      TestFolder.install(data);
    }
    var lines =
        new ArrayList<>(
            List.of(
                "[server]",
                "name = \"salon.test\"",
                "data = \"" + data + "\"",
                "[irc]",
                "listen = [\"127.0.0.1:" + Ports.free() + "\"]",
                "listen_tls = \"none\"",
                "flood_burst = 0",
                "[accounts]",
                "hash_memory_kib = 8",
                "hash_iterations = 1",
                "scram_iterations = 4096",
                "registrations_per_hour = 0",
                "[search]",
                "per_minute = 0",
                "[web]",
                "listen = [\"127.0.0.1:" + port + "\"]",
                "listen_tls = \"none\""));
    lines.addAll(List.of(more));
    try {
      configuration = Files.write(folder.resolve("salon.toml"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server = ServerProcess.start(configuration);
  }

  /// Where the browser finds it. Named, since cookies of names and of numbers are not the same.
  String address() {
    return "http://localhost:" + port;
  }

  int port() {
    return port;
  }

  /// An IRC connection that is let in under a nick.
  IrcClient irc(String nick) {
    return server.dial().register(nick);
  }

  ServerProcess server() {
    return server;
  }

  /// SIGKILL: nobody is told goodbye.
  void kill() {
    server.kill();
  }

  /// Starts it on the same data.
  void start() {
    server = ServerProcess.start(configuration);
  }

  @Override
  public void close() {
    server.close();
  }
}
