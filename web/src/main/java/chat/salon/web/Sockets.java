package chat.salon.web;

import chat.salon.core.Account;
import chat.salon.core.account.Token;
import chat.salon.web.WebSession.Client;
import chat.salon.web.WebSession.Input;
import io.netty.channel.EventLoop;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Makes sessions of WebSockets. Event loops call it; never waits.
public final class Sockets {
  private final WebDoor door;
  private final Visitors visitors;
  private final Map<EventLoop, WebLoop> loops = new ConcurrentHashMap<>();

  Sockets(WebDoor door, Visitors visitors) {
    this.door = door;
    this.visitors = visitors;
  }

  /// A request for a WebSocket, which has been judged: it becomes one.
  ///
  /// @param known who it is by its token; null for nobody yet
  /// @param gone is run when there is no WebSocket, or none any more
  public void open(HttpServerRequest request, Client client, @Nullable Known known, Runnable gone) {
    request
        .toWebSocket()
        .onSuccess(socket -> {
          visitors.heard(request.connection());
          begin((WebSocketInternal) socket, client, known, gone);
        })
        .onFailure(_ -> gone.run());
  }

  /// Somebody who came with a token.
  public record Known(Account account, Token token) {}

  private void begin(
      WebSocketInternal socket, Client client, @Nullable Known known, Runnable gone) {
    var context = socket.channelHandlerContext();
    var loop = loops.computeIfAbsent(context.channel().eventLoop(), WebLoop::new);
    var peer = new SocketPeer(door, loop, context);
    var session = new WebSession(door, peer, client);
    peer.begin(session);
    var messages = new Messages(door.settings(), new Hearing(session, peer));
    socket.frameHandler(frame -> {
      peer.heard();
      messages.take(frame);
    });
    socket.pongHandler(_ -> peer.heard());
    socket.exceptionHandler(messages::failed);
    socket.closeHandler(_ -> {
      peer.gone();
      gone.run();
    });
    if (visitors.isClosed()) {
      session.close("Server is stopping", true); // it became one after all had been told
    } else if (known == null) {
      session.tell(Welcome.of(door, session.language(), null));
    } else {
      session.hear(new Input.Began(known.account(), known.token()));
    }
  }

  /// What is done with what a socket says.
  private record Hearing(WebSession session, SocketPeer peer) implements Messages.Listener {
    @Override
    public void frame(String text) {
      session.hear(
          Json.parse(text)
              .<Input>map(frame -> new Input.Heard(frame, answer -> tell(frame, answer)))
              .orElseGet(() -> new Input.Bad(Problems.notJson())));
    }

    // Without an id there is no answer but why not.
    private void tell(ObjectNode frame, Answer answer) {
      var id = frame.path("id").isString() ? frame.path("id").asString() : null;
      if (id != null || answer instanceof Answer.No) {
        session.tell(answer.json(id, session.language()));
      }
    }

    @Override
    public void refuse(int code, String why) {
      session.close(why, false, code);
    }
  }
}
