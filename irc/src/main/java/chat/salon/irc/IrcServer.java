package chat.salon.irc;

import chat.salon.core.HangUp;
import chat.salon.core.protect.Announcement;
import chat.salon.irc.arrival.Blocklists;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The IRC door: its listeners and event loops.
public final class IrcServer implements AutoCloseable {
  private static final Duration LAST_TURNS = Duration.ofSeconds(1);

  private final Door door;
  private final Gate gate;
  private final MultiThreadIoEventLoopGroup group;
  private final Class<? extends ServerChannel> channelType;
  private final Loops loops;
  private final Blocklists blocklists;
  private final List<Channel> listeners = new ArrayList<>();

  /// Makes the event loops; listens nowhere yet.
  public IrcServer(Door door) {
    this.door = door;
    this.gate = new Gate(door);
    IoHandlerFactory handlers;
    if (Epoll.isAvailable()) {
      handlers = EpollIoHandler.newFactory();
      channelType = EpollServerSocketChannel.class;
    } else {
      handlers = NioIoHandler.newFactory();
      channelType = NioServerSocketChannel.class;
    }
    group = new MultiThreadIoEventLoopGroup(loopCount(door.settings()), handlers);
    var events = new ArrayList<EventLoop>();
    group.forEach(executor -> events.add((EventLoop) executor));
    loops = new Loops(events);
    blocklists =
        new Blocklists(
            events.getFirst(),
            Epoll.isAvailable() ? EpollDatagramChannel.class : NioDatagramChannel.class,
            () -> door.entrances().dnsbl());
    door.loops(loops);
    door.salon().protection().hear(this::show);
    door.salon().people().tellHangUps(this::end);
  }

  private static int loopCount(IrcSettings settings) {
    int cores = Runtime.getRuntime().availableProcessors();
    int most = cores <= 4 ? 1 : cores / 2;
    return settings.loops() > 0 ? settings.loops() : most;
  }

  /// Listens on one more address; connections are served when this returns.
  ///
  /// @param tls gives the TLS context for each new connection; null for a plain listener
  /// @return the address that it got, for port 0
  /// @throws IOException the address cannot be had; the message says which and why
  public InetSocketAddress listen(InetSocketAddress address, @Nullable Supplier<SslContext> tls)
      throws IOException {
    var bound = listen(address, tls, false);
    if (tls != null) {
      door.tlsPort(bound.getPort());
    }
    return bound;
  }

  /// The same for WebSockets.
  ///
  /// @throws IOException see [#listen]
  public InetSocketAddress listenWebSocket(
      InetSocketAddress address, @Nullable Supplier<SslContext> tls) throws IOException {
    return listen(address, tls, true);
  }

  private InetSocketAddress listen(
      InetSocketAddress address, @Nullable Supplier<SslContext> tls, boolean isWebSocket)
      throws IOException {
    var bound =
        new ServerBootstrap()
            .group(group)
            .channel(channelType)
            .option(ChannelOption.SO_BACKLOG, 4096)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(initializer(tls, isWebSocket))
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      var why = bound.cause().getMessage();
      throw new IOException("cannot listen on " + address + ": " + why, bound.cause());
    }
    listeners.add(bound.channel());
    return (InetSocketAddress) bound.channel().localAddress();
  }

  /// Where it listens.
  public List<SocketAddress> addresses() {
    return listeners.stream().map(Channel::localAddress).toList();
  }

  /// How many connections there are.
  public int connections() {
    return gate.connections();
  }

  private ChannelInitializer<Channel> initializer(
      @Nullable Supplier<SslContext> tls, boolean isWebSocket) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        var loop = loops.of(channel.eventLoop());
        new Porch(door, gate, blocklists, loop, channel, tls, isWebSocket).enter();
      }
    };
  }

  private void show(Announcement what) {
    for (var loop : loops.all()) {
      loop.run(() -> loop.sessions().forEach(session -> Ears.show(session, what)));
    }
  }

  // Those, too, that nobody has been let in by yet.
  private void end(HangUp what) {
    door.hangUps().add(what);
    for (var loop : loops.all()) {
      loop.run(() -> loop.sessions().forEach(session -> session.ending().ifMeant(what)));
    }
  }

  /// Tells everybody who is connected something, in the name of the server.
  public void tellAll(String text) {
    for (var loop : loops.all()) {
      loop.run(() -> loop.sessions().forEach(session -> session.tell(text)));
    }
  }

  /// Changes what the server can do, and tells everybody whom it concerns what has changed: offered
  /// capabilities (IRCv3 cap-notify), and what 005 says. Waits until all event loops have looked.
  public void announcing(Runnable change) {
    var news = loops.all().stream().map(News::before).toList();
    change.run();
    news.forEach(News::tell);
  }

  /// Takes no more connections, and ends those that there are, each at a moment of its own, so that
  /// not all come to other servers at once. Waits until they have ended, or a little longer than
  /// that should take.
  ///
  /// @param over how long
  public void drain(String reason, Duration over) {
    closeListeners();
    long most = Math.max(1, over.toMillis());
    var random = new SecureRandom();
    for (var loop : loops.all()) {
      loop.run(() ->
          loop.sessions()
              .forEach(session ->
                  loop.events()
                      .schedule(
                          () -> session.close(reason),
                          random.nextLong(most),
                          TimeUnit.MILLISECONDS)));
    }
    awaitNone(over.plus(LAST_TURNS));
  }

  private void closeListeners() {
    listeners.forEach(listener -> listener.close().awaitUninterruptibly());
  }

  private boolean awaitNone(Duration most) {
    try {
      return door.live().awaitNone(most);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Stops: takes no more connections, tells the clients goodbye, and finishes what they asked.
  ///
  /// @return whether all sessions have ended within the bound
  public boolean stop(String reason, Duration most) {
    closeListeners();
    for (var loop : loops.all()) {
      loop.run(() -> loop.sessions().forEach(session -> session.close(reason)));
    }
    return awaitNone(most);
  }

  @Override
  public void close() {
    blocklists.close();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
  }
}
