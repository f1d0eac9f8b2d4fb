package chat.salon.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.ArrayList;
import java.util.List;

/// What waits to be sent to one client. Lives on its event loop: only that thread calls it. What
/// comes in one round goes in one WebSocket message; a client that does not read is cut off at its
/// limit.
final class WebOutbox {
  private static final int FULL_MESSAGE = 1 << 16;

  private final SocketPeer peer;
  private final ChannelHandlerContext socket;
  private final List<ByteBuf> pieces = new ArrayList<>(2);
  private int bytes;
  private boolean isDirty;
  private boolean isClosed;

  WebOutbox(SocketPeer peer, ChannelHandlerContext socket) {
    this.peer = peer;
    this.socket = socket;
  }

  /// Sends frames, each with a line feed behind it. Takes the reference that it is given.
  void write(ByteBuf frames) {
    var outbound = socket.channel().unsafe().outboundBuffer();
    if (isClosed || outbound == null) {
      frames.release();
      return;
    }
    long waiting = outbound.totalPendingWriteBytes() + bytes + frames.readableBytes();
    if (waiting > peer.door().settings().sendQueueBytes()) {
      frames.release();
      peer.cutOff();
      return;
    }
    if (bytes > 0 && bytes + frames.readableBytes() > FULL_MESSAGE) {
      send();
    }
    pieces.add(frames);
    bytes += frames.readableBytes();
    if (!isDirty) {
      isDirty = true;
      peer.loop().flushLater(peer);
    }
  }

  void flush() {
    isDirty = false;
    send();
    socket.flush();
  }

  // Without the last line feed, which would end an empty frame.
  private void send() {
    if (pieces.isEmpty()) {
      return;
    }
    var all = pieces.size() == 1 ? pieces.getFirst() : joined();
    all.writerIndex(all.writerIndex() - 1);
    pieces.clear();
    bytes = 0;
    socket.write(new TextWebSocketFrame(all), socket.voidPromise());
    peer.door().counters().sent().increment();
  }

  private ByteBuf joined() {
    var all = socket.alloc().compositeBuffer(pieces.size());
    pieces.forEach(piece -> all.addComponent(true, piece));
    return all;
  }

  /// Nothing more is sent; what is written already still goes out when the client reads.
  void close() {
    if (!isClosed) {
      isClosed = true;
      pieces.forEach(ByteBuf::release);
      pieces.clear();
      bytes = 0;
    }
  }
}
