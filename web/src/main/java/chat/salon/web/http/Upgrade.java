package chat.salon.web.http;

import chat.salon.core.account.Token.Kind;
import chat.salon.web.Problems;
import chat.salon.web.Sockets;
import chat.salon.web.Sockets.Known;
import chat.salon.web.Visitors;
import chat.salon.web.WebDoor;
import chat.salon.web.WebSession.Client;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/// Judges who may open a WebSocket (security H1): a browser's page of ours, by its cookie; a
/// program by its token, or as nobody yet. A cookie that comes without an origin is nobody's page.
final class Upgrade {
  private final WebDoor door;
  private final Sockets sockets;
  private final Visitors visitors;

  Upgrade(WebDoor door, Sockets sockets, Visitors visitors) {
    this.door = door;
    this.sockets = sockets;
    this.visitors = visitors;
  }

  void take(HttpServerRequest request, Client client, Response out) {
    var upgrade = request.getHeader("Upgrade");
    var credential = Credential.of(request);
    boolean hasCookie = credential.filter(one -> one.kind() == Kind.BROWSER).isPresent();
    boolean hasOrigin = request.getHeader("Origin") != null;
    if (upgrade == null || !upgrade.equalsIgnoreCase("websocket")) {
      out.problem(HttpProblems.noUpgrade());
    } else if (hasOrigin ? !Origins.isOwn(request, door) : hasCookie) {
      out.problem(HttpProblems.otherOrigin());
    } else if (credential.isEmpty()) {
      open(request, client, null, out);
    } else {
      check(request, client, credential.get(), out);
    }
  }

  private void check(
      HttpServerRequest request, Client client, Credential credential, Response out) {
    request.pause();
    Waiting.apart(() -> credential.known(door, client.address()))
        .onSuccess(known -> {
          request.resume();
          if (known.isEmpty() && credential.kind() == Kind.PROGRAM) {
            out.problem(Problems.notLoggedIn());
          } else {
            open(request, client, known.orElse(null), out);
          }
        })
        .onFailure(_ -> out.problem(HttpProblems.noAnswer()));
  }

  // The connection itself is counted already, but for one that a proxy holds.
  private void open(HttpServerRequest request, Client client, @Nullable Known known, Response out) {
    boolean isDirect = client.address().equals(Visitors.address(request.remoteAddress()));
    if (isDirect) {
      sockets.open(request, client, known, () -> {});
    } else if (visitors.enters(client.address())) {
      sockets.open(request, client, known, () -> visitors.leaves(client.address()));
    } else {
      visitors.leaves(client.address());
      out.problem(HttpProblems.tooManyConnections());
    }
  }
}
