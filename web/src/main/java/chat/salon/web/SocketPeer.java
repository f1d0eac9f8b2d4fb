package chat.salon.web;

import chat.salon.core.Delivery;
import chat.salon.core.Outlet;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A client at the other end of a WebSocket: what it is sent, and whether it is still there.
final class SocketPeer implements Peer {
  private final WebDoor door;
  private final WebLoop loop;
  private final ChannelHandlerContext socket;
  private final WebOutbox outbox;
  private @Nullable WebSession session;
  private long lastHeard = System.nanoTime();
  private long askedAt;
  private boolean isAsked;

  SocketPeer(WebDoor door, WebLoop loop, ChannelHandlerContext socket) {
    this.door = door;
    this.loop = loop;
    this.socket = socket;
    this.outbox = new WebOutbox(this, socket);
  }

  WebDoor door() {
    return door;
  }

  WebLoop loop() {
    return loop;
  }

  WebOutbox outbox() {
    return outbox;
  }

  @Nullable WebSession session() {
    return session;
  }

  /// Its session; on the event loop.
  void begin(WebSession its) {
    session = its;
    loop.add(this);
  }

  @Override
  public Outlet outlet() {
    return loop;
  }

  @Override
  public void begin(Runnable turn) {
    Thread.startVirtualThread(turn);
  }

  @Override
  public void show(WebSession to, Delivery delivery) {
    loop.run(() -> {
      view(to, delivery);
      if (Sequel.has(delivery, to)) {
        to.happened(delivery.event());
      }
    });
  }

  @Override
  public void tell(List<ObjectNode> frames) {
    loop.run(() -> send(frames));
  }

  private void send(List<ObjectNode> frames) {
    for (var frame : frames) {
      outbox.write(Unpooled.wrappedBuffer(Json.bytes(frame), new byte[] {'\n'}));
    }
  }

  /// Whether a session is not shown an event as others are: it asked for it, or it is about the
  /// person.
  boolean seesForItself(WebSession to, Delivery delivery) {
    return delivery.isFrom(to) || to.personId().equals(EventFrames.subject(delivery.event()));
  }

  /// Shows an event to the session; on the event loop.
  void view(WebSession to, Delivery delivery) {
    var origin = delivery.origin();
    var label = origin != null && delivery.isFrom(to) ? origin.label() : null;
    send(EventFrames.to(delivery.event(), label));
  }

  // ---- Whether it is there ----

  /// Something came from the client; on the event loop.
  void heard() {
    lastHeard = System.nanoTime();
    isAsked = false;
  }

  /// Once a second, on the event loop.
  void sweep(long now) {
    var settings = door.settings();
    if (isAsked) {
      if (hasPassed(settings.pongSeconds(), now - askedAt) && session != null) {
        long silent = TimeUnit.NANOSECONDS.toSeconds(now - lastHeard);
        session.close("Ping timeout: " + silent + " seconds", true);
      }
    } else if (hasPassed(settings.pingSeconds(), now - lastHeard)) {
      isAsked = true;
      askedAt = now;
      socket.writeAndFlush(new PingWebSocketFrame());
    }
  }

  private static boolean hasPassed(int seconds, long nanos) {
    return seconds > 0 && nanos >= TimeUnit.SECONDS.toNanos(seconds);
  }

  // ---- How it ends ----

  @Override
  public void hangUp(ObjectNode last, int code) {
    loop.run(() -> {
      send(List.of(last));
      outbox.flush();
      outbox.close();
      loop.remove(this);
      socket
          .writeAndFlush(new CloseWebSocketFrame(code, ""))
          .addListener(ChannelFutureListener.CLOSE);
    });
  }

  /// Closes without a word: the client does not read. On the event loop.
  void cutOff() {
    outbox.close();
    loop.remove(this);
    socket.channel().close();
    if (session != null) {
      session.gone("SendQ exceeded");
    }
  }

  /// The other side has gone; on the event loop.
  void gone() {
    outbox.close();
    loop.remove(this);
    var left = session;
    if (left != null) {
      loop.later(() -> left.gone("Connection closed"), left.graceSeconds());
    }
  }
}
