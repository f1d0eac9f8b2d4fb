package chat.salon.irc.arrival;

import static io.netty.handler.codec.http.HttpHeaderNames.CONNECTION;
import static io.netty.handler.codec.http.HttpHeaderNames.HOST;
import static io.netty.handler.codec.http.HttpHeaderNames.ORIGIN;
import static io.netty.handler.codec.http.HttpHeaderNames.UPGRADE;
import static io.netty.handler.codec.http.HttpHeaderValues.WEBSOCKET;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.netty.util.ReferenceCountUtil;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Makes a WebSocket of an HTTP connection (RFC 6455, section 4; IRCv3 WebSocket support): checks
/// path and origin, agrees on a subprotocol, and hands over to [LineFrames]. On the connection's
/// event loop.
public final class Handshake extends ChannelInboundHandlerAdapter {
  static final String BINARY = "binary.ircv3.net";
  static final String TEXT = "text.ircv3.net";

  private static final int REQUEST_BYTES = 8192;
  private static final Set<String> SUBPROTOCOLS = Set.of(BINARY, TEXT);

  private final WebSocketSettings settings;
  private final Peer peer;
  private final int messageBytes;
  private final Guests guests;
  private boolean isDone;

  /// Who takes those in that come.
  public interface Guests {
    /// Why somebody is not let in, whose address is known only now; empty when they are.
    String refusal(Peer peer);

    /// Somebody is: adds the handlers of an IRC connection to the end of the pipeline.
    void enters(Peer peer);
  }

  private Handshake(WebSocketSettings settings, Peer peer, int messageBytes, Guests guests) {
    this.settings = settings;
    this.peer = peer;
    this.messageBytes = messageBytes;
    this.guests = guests;
  }

  /// Puts it, and what it needs, at the end of a pipeline.
  ///
  /// @param messageBytes of the longest message that is read
  public static void add(
      ChannelPipeline pipeline,
      WebSocketSettings settings,
      Peer peer,
      int messageBytes,
      Guests guests) {
    pipeline.addLast(new HttpServerCodec(), new HttpObjectAggregator(REQUEST_BYTES));
    pipeline.addLast(new Handshake(settings, peer, messageBytes, guests));
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    context
        .executor()
        .schedule(
            () -> {
              if (!isDone) {
                context.close();
              }
            },
            settings.handshakeSeconds(),
            TimeUnit.SECONDS);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof FullHttpRequest request) || isDone) {
      ReferenceCountUtil.release(message);
      return;
    }
    isDone = true;
    try {
      take(context, request);
    } finally {
      request.release();
    }
  }

  private void take(ChannelHandlerContext context, FullHttpRequest request) {
    var headers = request.headers();
    var origin = headers.get(ORIGIN);
    if (!request.decoderResult().isSuccess()) {
      refuse(context, HttpResponseStatus.BAD_REQUEST, "That is no HTTP request");
    } else if (!path(request.uri()).equals(settings.path())) {
      refuse(context, HttpResponseStatus.NOT_FOUND, "IRC is at " + settings.path());
    } else if (!request.method().equals(HttpMethod.GET)
        || !headers.containsValue(CONNECTION, UPGRADE, true)
        || !headers.contains(UPGRADE, WEBSOCKET, true)) {
      refuse(context, HttpResponseStatus.UPGRADE_REQUIRED, "Connect by WebSocket");
    } else if (origin != null && !settings.admits(origin, headers.get(HOST, ""))) {
      refuse(context, HttpResponseStatus.FORBIDDEN, "Pages from " + origin + " may not connect");
    } else {
      shake(context, request);
    }
  }

  private void shake(ChannelHandlerContext context, FullHttpRequest request) {
    var visitor = visitor(request.headers());
    var refusal = guests.refusal(visitor);
    if (!refusal.isEmpty()) {
      refuse(context, HttpResponseStatus.TOO_MANY_REQUESTS, refusal);
      return;
    }
    var config =
        WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(messageBytes)
            .allowExtensions(false)
            .withUTF8Validator(false) // what is no UTF-8 is answered as on other connections
            .build();
    var chosen = chosen(request.headers());
    var shaker =
        new WebSocketServerHandshakerFactory(
                "ws://" + request.headers().get(HOST, "") + settings.path(), chosen, config)
            .newHandshaker(request);
    if (shaker == null) {
      WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(context.channel())
          .addListener(ChannelFutureListener.CLOSE);
      return;
    }
    shaker
        .handshake(context.channel(), request)
        .addListener(done -> {
          if (done.isSuccess()) {
            goOn(context, visitor, BINARY.equals(chosen));
          } else {
            refuse(context, HttpResponseStatus.BAD_REQUEST, "That is no WebSocket handshake");
          }
        });
  }

  private void goOn(ChannelHandlerContext context, Peer visitor, boolean isBinary) {
    var pipeline = context.pipeline();
    pipeline.addLast(new WebSocketFrameAggregator(messageBytes), new LineFrames(isBinary));
    guests.enters(visitor);
    pipeline.remove(this);
  }

  // The client's favourite of those that there are; none when it names none of them.
  private static @Nullable String chosen(HttpHeaders headers) {
    return headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(SUBPROTOCOLS::contains)
        .findFirst()
        .orElse(null);
  }

  private static String path(String uri) {
    int query = uri.indexOf('?');
    return query < 0 ? uri : uri.substring(0, query);
  }

  // Proxies append where a request came to them from, so the end of the list is what is known.
  private Peer visitor(HttpHeaders headers) {
    var trusted = new Ranges(settings.trustedProxies());
    if (!trusted.has(peer.address())) {
      return peer;
    }
    var hops = words(headers.getAll("X-Forwarded-For"));
    var asking = peer.address();
    for (int i = hops.size() - 1; i >= 0 && trusted.has(asking); i--) {
      var before = Ranges.address(hops.get(i));
      if (before.isEmpty()) {
        break;
      }
      asking = before.get();
    }
    if (asking.equals(peer.address())) {
      return peer;
    }
    var schemes = words(headers.getAll("X-Forwarded-Proto"));
    return peer.behind(asking, !schemes.isEmpty() && schemes.getLast().matches("(?i)https|wss"));
  }

  private static List<String> words(List<String> values) {
    return values.stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .toList();
  }

  private static void refuse(ChannelHandlerContext context, HttpResponseStatus status, String why) {
    var body = Unpooled.wrappedBuffer((why + '\n').getBytes(UTF_8));
    var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
    answer
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
        .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
        .set(HttpHeaderNames.X_FRAME_OPTIONS, "DENY")
        .set("X-Content-Type-Options", "nosniff")
        .set(CONNECTION, "close");
    if (status.equals(HttpResponseStatus.UPGRADE_REQUIRED)) {
      answer.headers().set(UPGRADE, WEBSOCKET);
    }
    context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }
}
