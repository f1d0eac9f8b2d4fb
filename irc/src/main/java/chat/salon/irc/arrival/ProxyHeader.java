package chat.salon.irc.arrival;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.haproxy.HAProxyCommand;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.handler.codec.haproxy.HAProxySSLTLV;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Waits for the PROXY header of a trusted gateway, version 1 or 2, at the very beginning of a
/// connection and before TLS (the PROXY protocol, versions 1 & 2, section 2). What follows it goes
/// to the handlers that the way on puts behind this one. On the connection's event loop.
public final class ProxyHeader extends ByteToMessageDecoder {
  private static final byte[] V1 = "PROXY ".getBytes(US_ASCII);
  private static final byte[] V2 = {
    0x0d, 0x0a, 0x0d, 0x0a, 0x00, 0x0d, 0x0a, 0x51, 0x55, 0x49, 0x54, 0x0a
  };

  private final ProxySettings settings;
  private final Peer gateway;
  private final WayOn wayOn;
  private boolean isDecided;

  /// Where a connection goes from here.
  public interface WayOn {
    /// It is this one's: adds the handlers of a connection to the end of the pipeline.
    void goesOn(Peer peer);

    /// It says nothing that can be believed: tells it why, and closes.
    void ends(String why);
  }

  /// @param gateway at the other end
  public ProxyHeader(ProxySettings settings, Peer gateway, WayOn wayOn) {
    this.settings = settings;
    this.gateway = gateway;
    this.wayOn = wayOn;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    context
        .executor()
        .schedule(
            () -> {
              if (!isDecided && context.channel().isActive()) {
                ends("There was no PROXY header in time");
              }
            },
            settings.headerSeconds(),
            TimeUnit.SECONDS);
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (isDecided) {
      in.skipBytes(in.readableBytes());
    } else if (begins(in, V1) || begins(in, V2)) {
      if (in.readableBytes() >= V2.length) {
        context.pipeline().addAfter(context.name(), null, new Announced());
        context.pipeline().addAfter(context.name(), null, new HAProxyMessageDecoder());
        context.pipeline().addAfter(context.name(), null, new LastWord());
        context.pipeline().remove(this); // and the bytes go to the decoder
      }
    } else if (settings.required()) {
      ends("This gateway has to send a PROXY header");
    } else {
      isDecided = true;
      wayOn.goesOn(gateway);
      context.pipeline().remove(this);
    }
  }

  // As far as it has come.
  private static boolean begins(ByteBuf in, byte[] signature) {
    int most = Math.min(in.readableBytes(), signature.length);
    for (int i = 0; i < most; i++) {
      if (in.getByte(in.readerIndex() + i) != signature[i]) {
        return false;
      }
    }
    return true;
  }

  private void ends(String why) {
    if (!isDecided) {
      isDecided = true;
      wayOn.ends(why);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    isDecided = true;
    context.close();
  }

  /// Before the decoder, which closes at once what it cannot read.
  private final class LastWord extends ChannelOutboundHandlerAdapter {
    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
      ends("That is no PROXY header");
      context.close(promise);
    }
  }

  /// Behind the decoder: takes what it makes of the header.
  private final class Announced extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HAProxyMessage header && !isDecided) {
        try {
          take(context, header);
        } finally {
          header.release();
        }
      } else {
        context.fireChannelRead(message);
      }
    }

    private void take(ChannelHandlerContext context, HAProxyMessage header) {
      var said = header.sourceAddress();
      if (header.command() == HAProxyCommand.LOCAL || said == null || said.indexOf('/') >= 0) {
        isDecided = true;
        wayOn.goesOn(gateway); // speaks for itself, or does not know for whom
      } else {
        var client = InetAddress.ofLiteral(said); // the decoder has checked it
        isDecided = true;
        var isTls = gateway.isEncrypted() || wasTls(header);
        wayOn.goesOn(new Peer(client, isTls, isTls || isFromHere(client)));
      }
      context.pipeline().remove(LastWord.class);
      context.pipeline().remove(this);
    }

    // On the machine of a gateway that is on this one.
    private boolean isFromHere(InetAddress client) {
      return client.isLoopbackAddress() && gateway.address().isLoopbackAddress();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }

  // Between the client and the gateway.
  private boolean wasTls(HAProxyMessage header) {
    return header.tlvs().stream()
        .filter(HAProxySSLTLV.class::isInstance)
        .map(tlv -> ((HAProxySSLTLV) tlv).isPP2ClientSSL())
        .findFirst()
        .orElse(settings.secure());
  }
}
