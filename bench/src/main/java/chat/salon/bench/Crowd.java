package chat.salon.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// The clients of one load, all on one event loop. The methods that wait are for the thread that
/// runs the load; the others are for the event loop.
final class Crowd implements AutoCloseable {
  private static final int READ_BYTES = 1 << 17;
  private static final int NICK_DIGITS = 7;
  private static final int CONNECTS_AT_ONCE = 128;
  private static final int JOINS_AT_ONCE = 200;
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private static char generation = 'a';

  private final Generator generator;
  private final EventLoop loop;
  private final Target target;
  private final Duration patience;
  private final char letter;
  private final Bootstrap bootstrap;
  private final List<Client> clients = new ArrayList<>();
  private final CompletableFuture<Void> failure = new CompletableFuture<>();

  private Ear ear = (_, _, _, _) -> {};
  private List<Client> unflushed = new ArrayList<>();
  private List<Client> flushing = new ArrayList<>();
  private Tally registrations = new Tally("connections registered", 0);
  private Tally joins = new Tally("joins answered", 0);
  private Tally pongs = new Tally("PINGs answered", 0);
  private Tally leaves = new Tally("connections closed", 0);
  private int toConnect;
  private int connecting;
  private int unregistered;
  private List<Join> toJoin = List.of();
  private int nextJoin;
  private long reads;
  private boolean closing;

  /// Somebody who is to join a channel.
  record Join(Client client, String channel) {}

  Crowd(Generator generator, Target target, Duration patience) {
    this.generator = generator;
    this.loop = generator.loop();
    this.target = target;
    this.patience = patience;
    this.letter = nextGeneration();
    this.bootstrap =
        new Bootstrap()
            .group(loop)
            .channel(generator.channelType())
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
            .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES))
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) patience.toMillis());
  }

  /// Nicks differ from one crowd to the next: the server may still be busy with those before.
  private static synchronized char nextGeneration() {
    char now = generation;
    generation = now == 'z' ? 'a' : (char) (now + 1);
    return now;
  }

  // ---- For the thread that runs the load ----

  /// Connects and registers more clients.
  List<Client> connect(int count) {
    generator.checkFiles(clients.size() + count);
    target.checkFiles(clients.size() + count);
    var tally = new Tally("connections registered", count);
    var fresh = new ArrayList<Client>();
    call(() -> {
      registrations = tally;
      toConnect = clients.size();
      for (int i = 0; i < count; i++) {
        fresh.add(add());
      }
      connectMore();
      return tally;
    });
    await(tally);
    return fresh;
  }

  /// Has clients join channels, each once at a time.
  void join(List<Join> wanted) {
    var tally = new Tally("joins answered", wanted.size());
    call(() -> {
      joins = tally;
      toJoin = wanted;
      nextJoin = 0;
      while (nextJoin < Math.min(wanted.size(), JOINS_AT_ONCE)) {
        joinNext();
      }
      return tally;
    });
    await(tally);
  }

  /// Waits until everything that the server had for these clients has come.
  void settle(List<Client> those) {
    var tally = new Tally("PINGs answered", those.size());
    call(() -> {
      pongs = tally;
      those.forEach(client -> client.send("PING :settle"));
      return tally;
    });
    await(tally);
  }

  /// Waits for a while; ends early if something fails.
  void pause(Duration time) {
    try {
      failure.get(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      // As it should be.
    } catch (ExecutionException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      throw new BenchException("interrupted", e);
    }
  }

  void await(Tally tally) {
    failure.exceptionally(why -> {
      tally.fail((BenchException) why);
      return null;
    });
    tally.await(patience);
  }

  /// Runs something on the event loop and waits for its answer.
  <T> T call(Supplier<T> task) {
    try {
      return loop.submit(task::get).get();
    } catch (ExecutionException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      throw new BenchException("interrupted", e);
    }
  }

  private static BenchException failed(ExecutionException e) {
    return e.getCause() instanceof BenchException why
        ? why
        : new BenchException("the generator failed: " + e.getCause(), e);
  }

  /// Has everybody quit, and closes what the server does not close soon. A server that is only
  /// there for us need not be asked.
  @Override
  public void close() {
    if (target.ours()) {
      call(this::cutAll);
      return;
    }
    var tally = new Tally("connections closed", call(this::startClosing));
    call(() -> {
      leaves = tally;
      present().forEach(Client::quit);
      return tally;
    });
    try {
      tally.await(patience.compareTo(CLOSING) < 0 ? patience : CLOSING);
    } catch (BenchException _) {
      call(this::cutAll);
    }
  }

  private int cutAll() {
    int many = startClosing();
    present().forEach(Client::cut);
    return many;
  }

  private int startClosing() {
    closing = true;
    toConnect = clients.size();
    return present().size();
  }

  private List<Client> present() {
    return clients.stream().filter(Client::isConnected).toList();
  }

  List<Client> clients() {
    return clients;
  }

  Duration patience() {
    return patience;
  }

  // ---- For the event loop ----

  EventLoop loop() {
    return loop;
  }

  ByteBufAllocator allocator() {
    return PooledByteBufAllocator.DEFAULT;
  }

  Ear ear() {
    return ear;
  }

  void listen(Ear listener) {
    ear = listener;
  }

  /// How often something was read so far.
  long reads() {
    return reads;
  }

  void countRead() {
    reads++;
  }

  /// One more client, who is connected as soon as there is room; [Ear#registered] tells when it is
  /// registered.
  Client dial() {
    var client = add();
    connectMore();
    return client;
  }

  /// One more client, who is connected when it is its turn.
  private Client add() {
    int index = clients.size();
    var digits = Integer.toString(index);
    var client =
        new Client(this, index, letter + "0".repeat(NICK_DIGITS - digits.length()) + digits);
    clients.add(client);
    return client;
  }

  /// The client whose nick begins there, or -1.
  int index(ByteBuf buffer, int at) {
    if (buffer.getByte(at) != letter) {
      return -1;
    }
    int index = 0;
    for (int i = 1; i <= NICK_DIGITS; i++) {
      index = index * 10 + buffer.getByte(at + i) - '0';
    }
    return index >= 0 && index < clients.size() ? index : -1;
  }

  private void connectMore() {
    while (connecting < CONNECTS_AT_ONCE
        && unregistered < target.backlog()
        && toConnect < clients.size()
        && !closing) {
      start(clients.get(toConnect++));
    }
  }

  private void start(Client client) {
    connecting++;
    unregistered++;
    var future =
        bootstrap
            .clone()
            .handler(client)
            .connect(target.address(client.index), generator.source(client.index, target));
    future.addListener((ChannelFuture done) -> {
      connecting--;
      if (!done.isSuccess()) {
        fail(
            new BenchException(
                "cannot connect to " + target + ": " + done.cause().getMessage(), done.cause()));
      }
      connectMore();
    });
  }

  void registered(Client client) {
    unregistered--;
    registrations.one();
    connectMore();
    ear.registered(client);
  }

  void joined() {
    joins.one();
    if (nextJoin < toJoin.size()) {
      joinNext();
    }
  }

  private void joinNext() {
    var next = toJoin.get(nextJoin++);
    next.client().join(next.channel());
  }

  void ponged() {
    pongs.one();
  }

  void gone(Client client, boolean leaving) {
    if (!leaving) {
      fail(new BenchException("the server closed the connection of " + client.nick));
    }
    leaves.one();
    ear.gone(client);
  }

  void fail(BenchException why) {
    failure.completeExceptionally(why);
  }

  void flushLater(Client client) {
    unflushed.add(client);
    if (unflushed.size() == 1) {
      loop.execute(this::flush);
    }
  }

  private void flush() {
    var now = unflushed;
    unflushed = flushing;
    flushing = now;
    for (int i = 0; i < now.size(); i++) {
      now.get(i).flush();
    }
    now.clear();
  }
}
