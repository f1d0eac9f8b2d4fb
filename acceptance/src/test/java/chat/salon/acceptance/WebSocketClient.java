package chat.salon.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// An IRC client in a WebSocket that blocks: what it waits for comes within a bound, or the test
/// fails. Sends text messages, unless the subprotocol is binary; every message that it hears is one
/// line without its end, of the kind that was agreed on.
final class WebSocketClient implements AutoCloseable {
  private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> end = new CompletableFuture<>();
  private final LinkedBlockingQueue<String> pongs = new LinkedBlockingQueue<>();
  private final HttpClient http;
  private final WebSocket socket;
  private final boolean isBinary;

  private WebSocketClient(String place, Map<String, String> headers, String... subprotocols) {
    http = HttpClient.newBuilder().sslContext(TestTls.trusting()).build();
    var builder = http.newWebSocketBuilder();
    headers.forEach(builder::header);
    if (subprotocols.length > 0) {
      builder.subprotocols(
          subprotocols[0], Arrays.copyOfRange(subprotocols, 1, subprotocols.length));
    }
    socket =
        builder
            .buildAsync(URI.create(place), new Ear())
            .orTimeout(IrcClient.PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
            .join();
    isBinary = socket.getSubprotocol().startsWith("binary");
  }

  /// @throws java.util.concurrent.CompletionException the server refused
  static WebSocketClient connect(String place, String... subprotocols) {
    return new WebSocketClient(place, Map.of(), subprotocols);
  }

  /// @throws java.util.concurrent.CompletionException the server refused
  static WebSocketClient connect(
      String place, Map<String, String> headers, String... subprotocols) {
    return new WebSocketClient(place, headers, subprotocols);
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        take(text.toString(), from.getSubprotocol().startsWith("binary"));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
      while (data.hasRemaining()) {
        bytes.write(data.get());
      }
      if (last) {
        take(bytes.toString(UTF_8), from.getSubprotocol().startsWith("text"));
        bytes.reset();
      }
      from.request(1);
      return null;
    }

    private void take(String line, boolean isOfTheOtherKind) {
      var bad = isOfTheOtherKind || line.isEmpty() || line.indexOf('\n') >= 0;
      heard.add(bad || line.indexOf('\r') >= 0 ? "not a line, or not as agreed: " + line : line);
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
      pongs.add(UTF_8.decode(message).toString());
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      end.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      end.complete(1006);
    }
  }

  String subprotocol() {
    return socket.getSubprotocol();
  }

  WebSocketClient send(String line) {
    if (isBinary) {
      return send(line.getBytes(UTF_8));
    }
    join(socket.sendText(line, true));
    return this;
  }

  WebSocketClient send(byte[] bytes) {
    join(socket.sendBinary(ByteBuffer.wrap(bytes), true));
    return this;
  }

  WebSocketClient register(String nick) {
    send("NICK " + nick).send("USER " + nick + " 0 * :" + nick).send("CAP END").until(" 376 ");
    return this;
  }

  /// The next line that contains a text; those before it are forgotten.
  String until(String text) {
    while (true) {
      var line = poll(heard);
      if (line == null || line.startsWith("not a line")) {
        throw new AssertionError("no " + text + " but " + line);
      }
      if (line.contains(text)) {
        return line;
      }
    }
  }

  /// Pings, and waits for the same as a pong.
  void ping(String text) {
    join(socket.sendPing(UTF_8.encode(text)));
    var said = poll(pongs);
    if (!text.equals(said)) {
      throw new AssertionError("pong " + said);
    }
  }

  void goodbye() {
    join(socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye"));
  }

  /// Waits for the end.
  ///
  /// @return the code that the server gave; 1006 for none
  int awaitEnd() {
    return end.orTimeout(IrcClient.PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
  }

  private static @Nullable String poll(LinkedBlockingQueue<String> queue) {
    try {
      return queue.poll(IrcClient.PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void join(CompletableFuture<?> sent) {
    sent.orTimeout(IrcClient.PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }
}
