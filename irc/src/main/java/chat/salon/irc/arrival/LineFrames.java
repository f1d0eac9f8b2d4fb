package chat.salon.irc.arrival;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/// Between the bytes of an IRC connection and WebSocket messages: each is one line without its end
/// (IRCv3 WebSocket support). What an IRC connection says is UTF-8 always, so text messages can
/// carry all of it. On the connection's event loop.
final class LineFrames extends ChannelDuplexHandler {
  private static final byte[] END = {'\r', '\n'};

  private final boolean isBinary;
  private boolean isClosing;

  LineFrames(boolean isBinary) {
    this.isBinary = isBinary;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    switch (message) {
      case TextWebSocketFrame text -> take(context, text);
      case BinaryWebSocketFrame binary -> take(context, binary);
      case PingWebSocketFrame ping -> context.writeAndFlush(new PongWebSocketFrame(ping.content()));
      case CloseWebSocketFrame close -> {
        isClosing = true;
        context.writeAndFlush(close).addListener(_ -> context.close());
      }
      default -> ReferenceCountUtil.release(message);
    }
  }

  private static void take(ChannelHandlerContext context, WebSocketFrame message) {
    var line = message.content();
    int end = line.writerIndex();
    while (end > line.readerIndex() && isEnd(line.getByte(end - 1))) {
      end--;
    }
    line.writerIndex(end);
    var whole = context.alloc().buffer(line.readableBytes() + END.length);
    // What would be a second line is a bad character in this one.
    for (int i = line.readerIndex(); i < end; i++) {
      byte one = line.getByte(i);
      whole.writeByte(one == '\n' ? '\r' : one);
    }
    whole.writeBytes(END);
    message.release();
    context.fireChannelRead(whole);
  }

  private static boolean isEnd(byte one) {
    return one == '\r' || one == '\n';
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (!(message instanceof ByteBuf lines)) {
      context.write(message, promise);
      return;
    }
    try {
      while (lines.isReadable()) {
        int feed = lines.indexOf(lines.readerIndex(), lines.writerIndex(), (byte) '\n');
        int next = feed < 0 ? lines.writerIndex() : feed + 1;
        int end = next;
        while (end > lines.readerIndex() && isEnd(lines.getByte(end - 1))) {
          end--;
        }
        var line = lines.retainedSlice(lines.readerIndex(), end - lines.readerIndex());
        lines.readerIndex(next);
        var frame = isBinary ? new BinaryWebSocketFrame(line) : new TextWebSocketFrame(line);
        context.write(frame, lines.isReadable() ? context.voidPromise() : promise);
      }
    } finally {
      lines.release();
    }
  }

  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    if (!isClosing) {
      isClosing = true;
      context.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE));
    }
    context.close(promise);
  }
}
