package chat.salon.bench;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The event loop of all crowds, and what they share.
///
/// @param sources how many local addresses the connections come from, when the server is on this
///   machine: so that neither ports nor limits of one address end
record Generator(
    MultiThreadIoEventLoopGroup group, Class<? extends Channel> channelType, int sources)
    implements AutoCloseable {
  private static final int OWN_FILES = 100;
  private static final int LAST_BYTES = 250;

  static Generator start(int sources) {
    boolean epoll = Epoll.isAvailable();
    IoHandlerFactory handlers = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    return new Generator(
        new MultiThreadIoEventLoopGroup(1, handlers),
        epoll ? EpollSocketChannel.class : NioSocketChannel.class,
        sources);
  }

  EventLoop loop() {
    return group.next();
  }

  /// Where the connection of a client comes from; null is anywhere.
  @Nullable SocketAddress source(int client, Target target) {
    var to = target.address(client).getAddress().getAddress();
    if (sources == 0 || to.length != 4 || to[0] != 127) {
      return null;
    }
    int source = client % sources;
    byte[] from = {127, 1, (byte) (source / LAST_BYTES), (byte) (1 + source % LAST_BYTES)};
    try {
      return new InetSocketAddress(InetAddress.getByAddress(from), 0);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  /// Says so if this process may not have that many connections.
  void checkFiles(int connections) {
    long most = Proc.own().mostFiles();
    if (most < connections + OWN_FILES) {
      throw new BenchException(
          "the generator may have %,d files open, too few for %,d connections: see \"ulimit -n\""
              .formatted(most, connections));
    }
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
