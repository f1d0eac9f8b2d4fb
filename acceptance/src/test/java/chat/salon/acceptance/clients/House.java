package chat.salon.acceptance.clients;

import chat.salon.acceptance.IrcClient;
import chat.salon.acceptance.ServerProcess;
import chat.salon.testing.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A Salon as anybody starts it: its real program, with the limits that it has by itself and the
/// certificate that it makes. It comes back on the same ports.
final class House implements AutoCloseable {
  static final String HOST = "127.0.0.1";

  private final Path folder;
  private final Path configuration;
  private final int plainPort;
  private final int tlsPort;
  private ServerProcess server;
  private int rooms;

  /// @param more lines of its configuration, first of the section `[irc]`
  House(Path folder, String... more) {
    this.folder = folder;
    this.plainPort = Ports.free();
    this.tlsPort = Ports.free();
    try {
      var lines =
          new ArrayList<>(
              List.of(
                  "[server]",
                  "name = \"salon.test\"",
                  "data = \"" + folder.resolve("data") + "\"",
                  "[web]",
                  "listen = \"none\"",
                  "listen_tls = \"none\"",
                  "[irc]",
                  "listen = [\"" + HOST + ":" + plainPort + "\"]",
                  "listen_tls = [\"" + HOST + ":" + tlsPort + "\"]"));
      lines.addAll(List.of(more));
      configuration = Files.write(folder.resolve("salon.toml"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server = ServerProcess.start(configuration);
  }

  int plainPort() {
    return plainPort;
  }

  int tlsPort() {
    return tlsPort;
  }

  /// The certificate that the server made, as PEM.
  Path certificate() {
    return folder.resolve("data/cert.pem");
  }

  /// Its SHA-256, in hexadecimal digits.
  ///
  /// @param between what stands between two bytes
  String fingerprint(String between) {
    try (var in = Files.newInputStream(certificate())) {
      var certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
      var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.ofDelimiter(between).withUpperCase().formatHex(digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// An empty folder for one client.
  Path room() {
    try {
      return Files.createDirectory(folder.resolve("room" + ++rooms));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A connection of the test's own, on which nothing has been said yet.
  IrcClient dial() {
    return server.dial();
  }

  /// SIGKILL, and a new start on the same data.
  void crash() {
    server.kill();
    server = ServerProcess.start(configuration);
  }

  /// What the server logged so far.
  String log() {
    return server.errors();
  }

  @Override
  public void close() {
    server.close();
  }
}
