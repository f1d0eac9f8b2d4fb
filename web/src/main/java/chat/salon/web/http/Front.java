package chat.salon.web.http;

import chat.salon.web.Language;
import chat.salon.web.Problems;
import chat.salon.web.Sockets;
import chat.salon.web.Visitors;
import chat.salon.web.WebDoor;
import chat.salon.web.WebSession.Client;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/// Takes every request of the door: judges what all have in common, and hands it on. Event loops
/// call it; never waits.
public final class Front implements Handler<HttpServerRequest> {
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final WebDoor door;
  private final Visitors visitors;
  private final Api api;
  private final Upgrade upgrade;
  private final StaticFiles files;

  public Front(WebDoor door, Sockets sockets, Visitors visitors) {
    this.door = door;
    this.visitors = visitors;
    this.api = new Api(door);
    this.files = StaticFiles.ofWebApp(door.about().name());
    this.upgrade = new Upgrade(door, sockets, visitors);
  }

  @Override
  public void handle(HttpServerRequest request) {
    door.counters().requests().increment();
    var connection = request.connection();
    visitors.heard(connection);
    request.response().endHandler(_ -> visitors.answered(connection));
    var client = client(request);
    var out = new Response(request, client);
    long wait = visitors.wait(client.address());
    var path = CanonicalPath.of(request.uri());
    if (path.isEmpty()) {
      out.problem(HttpProblems.badPath());
    } else if (wait > 0) {
      out.problem(Problems.tooFast(wait));
    } else if (path.get().equals("/ws")) {
      upgrade.take(request, client, out);
    } else if (path.get().startsWith("/api/") || path.get().startsWith("/hooks/")) {
      api.take(request, path.get(), client, out);
    } else if (!READING.contains(request.method().name())) {
      out.problem(HttpProblems.badMethod("GET, HEAD"));
    } else {
      files.send(path.get(), request, out);
    }
  }

  private Client client(HttpServerRequest request) {
    var visitor =
        door.proxies()
            .visitor(
                Visitors.address(request.remoteAddress()),
                request.isSSL(),
                request.headers()::getAll);
    var agent = request.getHeader("User-Agent");
    return new Client(
        visitor.address(),
        visitor.isSecure(),
        agent == null ? "" : Agents.shortened(agent),
        Language.of(request.getHeader("Accept-Language")),
        request.getHeader("Origin") != null);
  }
}
