package chat.salon.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.server.Sources.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import picocli.CommandLine.Command;

/// Plays the first minute of a server, in a folder that is thrown away: Java notes what that takes
/// (an AOT cache), and later starts are faster. For the launcher, when it has built the server.
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {
  private static final int PATIENCE_MILLIS = 10_000;

  @Override
  public Integer call() throws Exception {
    ConfigurationReader.read(TomlFile.parse("the example", Explanations.example()));
    var folder = Files.createTempDirectory("salon-rehearsal");
    try {
      perform(folder); // makes its data
      perform(folder); // finds it
      return ExitCode.GOOD;
    } finally {
      delete(folder);
    }
  }

  private static void perform(Path folder) throws IOException, GeneralSecurityException {
    var sources =
        new Sources(
            folder.resolve("salon.toml"),
            true,
            Map.of(),
            Map.of(
                "server.data", new Option("", folder.resolve("data").toString()),
                "irc.listen", new Option("", "127.0.0.1:0"),
                "irc.listen_tls", new Option("", "127.0.0.1:0"),
                "web.listen", new Option("", "127.0.0.1:0"),
                "web.listen_tls", new Option("", "127.0.0.1:0")));
    if (!(ConfigurationReader.read(sources) instanceof Reading.Good(var configuration, _))) {
      throw new IllegalStateException("the defaults are no configuration");
    }
    Logs.apply(configuration.log());
    Signals.on("HUP", () -> {});
    try (var server = Server.start(sources, configuration)) {
      server.banner().lines();
      talk(server.ports().irc(), SocketFactory.getDefault());
      talk(server.ports().ircTls(), trusting(new DataFolder(folder.resolve("data"))));
    }
  }

  private static void talk(Iterable<Endpoint> places, SocketFactory sockets) throws IOException {
    for (var place : places) {
      try (var socket = sockets.createSocket(InetAddress.getLoopbackAddress(), place.port())) {
        socket.setSoTimeout(PATIENCE_MILLIS);
        say(socket, "CAP LS 302\r\nNICK alice\r\nUSER alice 0 * :Alice\r\nCAP END\r\n");
        say(socket, "JOIN #tea\r\nPRIVMSG #tea :hello\r\nWHO #tea\r\nPART #tea\r\nPING over\r\n");
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
          if (line.contains(" PONG ")) {
            break;
          }
        }
      }
    }
  }

  private static void say(Socket socket, String lines) throws IOException {
    socket.getOutputStream().write(lines.getBytes(UTF_8));
  }

  private static SocketFactory trusting(DataFolder folder)
      throws IOException, GeneralSecurityException {
    var known = KeyStore.getInstance("PKCS12");
    known.load(null, null);
    known.setCertificateEntry("salon", Pem.chain(folder.certificate()).getFirst());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(known);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(file -> {
            try {
              Files.delete(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
