package chat.salon.irc;

import chat.salon.irc.arrival.Blocklists;
import chat.salon.irc.arrival.Handshake;
import chat.salon.irc.arrival.Peer;
import chat.salon.irc.arrival.ProxyHeader;
import chat.salon.irc.arrival.Ranges;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.ssl.SslContext;
import io.netty.util.CharsetUtil;
import java.net.InetSocketAddress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a new connection goes through before it is a session: the header of a gateway, whether its
/// address may come in, TLS, and the handshake of a WebSocket. On the connection's event loop.
final class Porch {
  private final Door door;
  private final Gate gate;
  private final Blocklists blocklists;
  private final Loop loop;
  private final Channel channel;
  private final @Nullable Supplier<SslContext> tls;
  private final boolean isWebSocket;

  /// @param tls null for a listener without
  Porch(
      Door door,
      Gate gate,
      Blocklists blocklists,
      Loop loop,
      Channel channel,
      @Nullable Supplier<SslContext> tls,
      boolean isWebSocket) {
    this.door = door;
    this.gate = gate;
    this.blocklists = blocklists;
    this.loop = loop;
    this.channel = channel;
    this.tls = tls;
    this.isWebSocket = isWebSocket;
  }

  /// Takes the connection.
  void enter() {
    gate.opened(channel);
    var address = ((InetSocketAddress) channel.remoteAddress()).getAddress();
    var direct = Peer.direct(address, tls != null);
    var proxy = door.entrances().proxy();
    if (new Ranges(proxy.trusted()).has(address)) {
      channel
          .pipeline()
          .addLast(
              new ProxyHeader(
                  proxy,
                  direct,
                  new ProxyHeader.WayOn() {
                    @Override
                    public void goesOn(Peer peer) {
                      comeIn(peer);
                    }

                    @Override
                    public void ends(String why) {
                      end(why);
                    }
                  }));
    } else {
      comeIn(direct);
    }
  }

  // Who connects for others is counted as them, when they are known.
  private boolean isGateway(Peer peer) {
    var entrances = door.entrances();
    return (isWebSocket && new Ranges(entrances.webSocket().trustedProxies()).has(peer.address()))
        || entrances.webirc().parsed().stream()
            .anyMatch(gateway -> gateway.from().has(peer.address()));
  }

  private void comeIn(Peer peer) {
    var refusal = isGateway(peer) ? "" : gate.refusal(channel, peer.address());
    if (!refusal.isEmpty()) {
      end(refusal);
      return;
    }
    if (tls != null) {
      channel.pipeline().addLast(tls.get().newHandler(channel.alloc()));
    }
    if (!isWebSocket) {
      begin(peer);
      return;
    }
    var settings = door.settings();
    Handshake.add(
        channel.pipeline(),
        door.entrances().webSocket(),
        peer,
        2 * (settings.lineBytes() + settings.tagBytes()), // what is longer than a line is told so
        new Handshake.Guests() {
          @Override
          public String refusal(Peer visitor) {
            return visitor.equals(peer) ? "" : gate.refusal(channel, visitor.address());
          }

          @Override
          public void enters(Peer visitor) {
            begin(visitor);
          }
        });
  }

  private void begin(Peer peer) {
    var entry = new Entry(gate, blocklists, channel, peer, isWebSocket);
    var session = new IrcSession(door, loop, channel, entry);
    loop.add(session);
    channel.pipeline().addLast(new Connection(session, tls != null || isWebSocket));
  }

  // In clear, where the other side can read it.
  private void end(String why) {
    if (tls != null || isWebSocket) {
      channel.close();
      return;
    }
    var line = "ERROR :Closing link: [" + why + "]\r\n";
    channel
        .writeAndFlush(channel.alloc().buffer().writeBytes(line.getBytes(CharsetUtil.UTF_8)))
        .addListener(ChannelFutureListener.CLOSE);
  }
}
