package chat.salon.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// A real web site to which people link.
public final class Website implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  private volatile CountDownLatch held = new CountDownLatch(0);

  private record Request(String path, Headers headers) {}

  /// Listens on a port of its own.
  public Website() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /// Has a page whose head is this.
  ///
  /// @return a link to it
  public String page(String path, String head) {
    pages.put(path, "<!doctype html><html><head>" + head + "</head><body>…</body></html>");
    return url(path);
  }

  /// A link, whether there is a page or not.
  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /// From now on whoever asks waits, until this is closed.
  public Held hold() {
    var latch = new CountDownLatch(1);
    held = latch;
    return latch::countDown;
  }

  /// Those who ask wait.
  public interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /// How often a page was asked for.
  public long asked(String path) {
    return requests.stream().filter(request -> request.path().equals(path)).count();
  }

  /// The headers of the first request for a page.
  public Headers headers(String path) {
    return requests.stream()
        .filter(request -> request.path().equals(path))
        .map(Request::headers)
        .findFirst()
        .orElseThrow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    requests.add(new Request(path, exchange.getRequestHeaders()));
    var page = pages.get(path);
    try {
      held.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
    exchange.getResponseHeaders().add("Set-Cookie", "seen=you; Path=/");
    var bytes = (page == null ? "<title>Nothing is here</title>" : page).getBytes(UTF_8);
    exchange.sendResponseHeaders(page == null ? 404 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
