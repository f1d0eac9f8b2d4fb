package chat.salon.irc;

import chat.salon.wire.Limits;
import chat.salon.wire.LineSplitter;
import chat.salon.wire.Parsed;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ByteProcessor;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bytes of one connection, on its event loop: cuts them into lines and hands these over. Never
/// waits.
final class Connection extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final Set<String> HTTP_VERBS =
      Set.of("GET", "POST", "PUT", "HEAD", "OPTIONS", "CONNECT", "DELETE", "PATCH", "TRACE");
  private static final int TLS_HELLO = 0x16;

  private final IrcSession session;
  private final boolean isTls;
  private final LineSplitter splitter;
  private boolean isFirst = true;
  private int linesUnregistered;
  private int sinceEnd; // bytes since the end of the last line

  Connection(IrcSession session, boolean isTls) {
    this.session = session;
    this.isTls = isTls;
    var settings = session.settings();
    splitter =
        new LineSplitter(
            new Limits(Limits.DEFAULT.tagBytes(), settings.tagBytes(), settings.lineBytes()),
            Limits.Sender.CLIENT);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    var bytes = (ByteBuf) message;
    try {
      if (isFirst && bytes.isReadable()) {
        isFirst = false;
        if (!isTls && bytes.getByte(bytes.readerIndex()) == TLS_HELLO) {
          session.close("This port is not encrypted: use the TLS port");
          return;
        }
      }
      if (isEndless(bytes)) {
        session.close("Excess Flood: a line without an end");
        return;
      }
      splitter.feed(bytes.nioBuffer(), this::take);
    } finally {
      bytes.release();
    }
  }

  // Whether a line goes on for longer than any line could.
  private boolean isEndless(ByteBuf bytes) {
    int most = session.door().messages().endlessBytes();
    int from = bytes.readerIndex();
    int to = bytes.writerIndex();
    if (sinceEnd + to - from <= most) { // as nearly always
      int last = bytes.forEachByteDesc(from, to - from, ByteProcessor.FIND_LF);
      sinceEnd = last < 0 ? sinceEnd + to - from : to - 1 - last;
      return false;
    }
    for (int end = from; end < to; from = end + 1) {
      int found = bytes.forEachByte(from, to - from, ByteProcessor.FIND_LF);
      end = found < 0 ? to : found;
      sinceEnd += end - from;
      if (sinceEnd > most) {
        return true;
      }
      sinceEnd = found < 0 ? sinceEnd : 0;
    }
    return false;
  }

  private void take(Parsed parsed) {
    if (!session.isRegistered()) {
      int most = session.settings().registrationLines();
      linesUnregistered++;
      if (most > 0 && linesUnregistered > most) {
        session.close("Too many lines before registration");
        return;
      }
      if (linesUnregistered <= 1
          && parsed instanceof Parsed.Ok(var line)
          && HTTP_VERBS.contains(line.command())) {
        session.close("This is an IRC server");
        return;
      }
      if (linesUnregistered <= 1
          && parsed instanceof Parsed.Ok(var line)
          && line.command().equals("PROXY")) {
        session.close("PROXY is taken from the gateways only that are configured");
        return;
      }
    }
    session.hear(parsed);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
      takeCertificate(context);
    }
    context.fireUserEventTriggered(event);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    takeCertificate(context); // of a WebSocket, which is one by TLS already
  }

  private void takeCertificate(ChannelHandlerContext context) {
    var tls = context.pipeline().get(SslHandler.class);
    if (tls != null && tls.handshakeFuture().isSuccess()) {
      ClientCertificate.of(tls.engine().getSession()).ifPresent(session::fingerprint);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    session.outbox().taken();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    session.ending().gone("Connection closed");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!(cause instanceof IOException)
        && !(cause instanceof io.netty.handler.codec.DecoderException)) {
      LOG.error("fault in a connection", cause);
    }
    session.ending().gone("Connection lost");
  }
}
