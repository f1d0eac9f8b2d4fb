package chat.salon.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/// A client that knows just enough IRC to see that somebody is there.
final class Talk implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;
  private final BufferedReader in;

  private Talk(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
  }

  static Talk to(String host, int port) throws IOException {
    return new Talk(new Socket(InetAddress.getByName(host), port));
  }

  static Talk overTls(String host, int port) throws IOException, GeneralSecurityException {
    var context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anybody()}, null);
    return new Talk(context.getSocketFactory().createSocket(host, port));
  }

  X509Certificate certificate() throws IOException {
    return (X509Certificate) ((SSLSocket) socket).getSession().getPeerCertificates()[0];
  }

  Talk register(String nick) throws IOException {
    send("NICK " + nick);
    send("USER " + nick + " 0 * :" + nick);
    until(" 001 " + nick + " ");
    return this;
  }

  void send(String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
  }

  /// Reads up to a line with this in it.
  String until(String part) throws IOException {
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (line.contains(part)) {
        return line;
      }
    }
    throw new AssertionError("closed before " + part);
  }

  /// Reads to the end.
  List<String> rest() throws IOException {
    var lines = new ArrayList<String>();
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      lines.add(line);
    }
    return lines;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
