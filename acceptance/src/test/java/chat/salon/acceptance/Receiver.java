package chat.salon.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// A real HTTP server to which webhooks are posted.
public final class Receiver implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final HttpServer server;
  private final BlockingQueue<Post> posts = new LinkedBlockingQueue<>();
  private volatile Function<Post, Response> answering = _ -> new Response(204, "");

  /// What was posted.
  public record Post(HttpExchange exchange, String body) {
    /// What stood in a header; null for nothing.
    public String header(String name) {
      return exchange.getRequestHeaders().getFirst(name);
    }

    /// Whether a text stands in it.
    public boolean is(String text) {
      return body.contains("\"" + text + "\"");
    }
  }

  /// What is answered.
  ///
  /// @param status 0 for never an answer
  public record Response(int status, String body) {}

  /// Listens on a port of its own.
  public Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /// From now on it answers so.
  public Receiver answers(Function<Post, Response> how) {
    answering = how;
    return this;
  }

  /// From now on it answers this.
  public Receiver answers(int status, String body) {
    return answers(_ -> new Response(status, body));
  }

  /// Where to post.
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?a=b";
  }

  private void take(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var post = new Post(exchange, body);
    var response = answering.apply(post);
    posts.add(post);
    if (response.status() == 0) {
      return; // the exchange stays open
    }
    var bytes = response.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /// The next that was posted, or will be.
  public Post next() {
    try {
      var post = posts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (post == null) {
        throw new AssertionError("nothing was posted");
      }
      return post;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// How many were posted and not looked at.
  public int left() {
    return posts.size();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
