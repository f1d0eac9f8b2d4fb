package chat.salon.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.AccountName;
import chat.salon.core.Limits;
import chat.salon.core.Salon;
import chat.salon.core.Stamps;
import chat.salon.core.account.AccountSettings;
import chat.salon.core.account.Attempt;
import chat.salon.core.account.FirstAdministrator;
import chat.salon.core.account.Logins;
import chat.salon.core.port.MessageLog;
import chat.salon.irc.Cloak;
import chat.salon.irc.Door;
import chat.salon.irc.IrcServer;
import chat.salon.irc.IrcSettings;
import chat.salon.irc.ServerInfo;
import chat.salon.store.Argon2Hasher;
import chat.salon.store.Store;
import chat.salon.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A Salon for one test: the real parts, a store in a folder of its own, sockets on ports that the
/// system chooses. Limits that a fast test would run into are off, addresses are shown as they are,
/// and hashes are cheap. Ends with every client that it made, and checks that no fault was logged.
final class TestSalon implements AutoCloseable {
  static final String NAME = "salon.test";
  static final String PASSWORD = "correct-horse-battery-staple";
  static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");

  private static final Duration GOODBYES = Duration.ofSeconds(5);

  private final Setup setup;
  private final Path folder;
  private final List<String> channels;
  private final List<IrcClient> clients = new ArrayList<>();
  private final Faults faults = Faults.watch();
  private Running running;
  private int dialled;

  /// Everything that a restart makes anew.
  private record Running(
      Store store, TwoNodes network, Logins logins, FirstAdministrator first, List<Node> nodes) {}

  /// One node, with a plain and a TLS listener.
  private record Node(
      Salon salon, Door door, IrcServer irc, InetSocketAddress plain, InetSocketAddress tls) {}

  /// How a Salon is to be.
  static final class Setup {
    private final Settings settings = new Settings();
    private int nodes = 1;
    private String host = "::";
    private UnaryOperator<MessageLog> log = UnaryOperator.identity();
    private InstantSource clock = InstantSource.system();

    Setup() {
      with("irc.loops", 1);
      with("irc.ping_seconds", 0);
      with("irc.registration_seconds", 0);
      with("irc.registration_lines", 0);
      with("irc.flood_burst", 0);
      with("irc.connections_per_address", 0);
      with("irc.connections_per_minute", 0);
      with("irc.cloak", false);
      with("accounts.hash_memory_kib", 8);
      with("accounts.hash_iterations", 1);
      with("accounts.scram_iterations", 4096);
      with("accounts.registrations_per_hour", 0);
      with("accounts.throttle_failures", 0);
    }

    /// @param key as in the configuration: `irc.ping_seconds`
    Setup with(String key, Object value) {
      settings.set(key, value);
      return this;
    }

    Setup nodes(int count) {
      nodes = count;
      return this;
    }

    /// The address to listen on.
    Setup on(String address) {
      host = address;
      return this;
    }

    /// Puts something between the chat and the store's log.
    Setup log(UnaryOperator<MessageLog> wrapper) {
      log = wrapper;
      return this;
    }

    Setup clock(InstantSource source) {
      clock = source;
      return this;
    }

    /// @param channels that people are in when [TestSalon#joined] is told no others
    TestSalon start(String... channels) {
      return new TestSalon(this, List.of(channels));
    }
  }

  static TestSalon start(String... channels) {
    return new Setup().start(channels);
  }

  static Setup with(String key, Object value) {
    return new Setup().with(key, value);
  }

  private TestSalon(Setup setup, List<String> channels) {
    this.setup = setup;
    this.channels = channels;
    this.folder = TestFolder.make();
    this.running = run();
  }

  // ---- The server ----

  private Running run() {
    var store = Store.open(StoreSettings.DEFAULT, folder);
    var accounts = setup.settings.section("accounts", AccountSettings.DEFAULT);
    var hasher = new Argon2Hasher(accounts.hashMemoryKib(), accounts.hashIterations());
    var secret = "a secret that is kept over restarts".getBytes(UTF_8);
    var logins = new Logins(store.accounts(), hasher, accounts, setup.clock, secret);
    var first = new FirstAdministrator(store.accounts(), accounts, setup.clock);
    var limits = setup.settings.section("limits", Limits.DEFAULT);
    var log = setup.log.apply(store.messageLog());
    var network =
        new TwoNodes(
            setup.nodes,
            log,
            store.conversations(),
            store.nicks(),
            setup.clock,
            limits,
            accounts.nickIsAccount());
    var nodes = new ArrayList<Node>();
    for (int node = 0; node < setup.nodes; node++) {
      var salon =
          setup.nodes == 1
              ? Salon.alone(
                  log,
                  store.conversations(),
                  store.nicks(),
                  new Stamps(setup.clock, 0),
                  limits,
                  accounts.nickIsAccount())
              : network.salon(node);
      nodes.add(node(salon, logins, first, accounts, secret));
    }
    return new Running(store, network, logins, first, nodes);
  }

  private Node node(
      Salon salon,
      Logins logins,
      FirstAdministrator first,
      AccountSettings accounts,
      byte[] secret) {
    var info =
        new ServerInfo(
            NAME,
            "TestNet",
            "A Salon under test",
            "0.1",
            STARTED,
            List.of("Welcome to the test."),
            List.of("Nowhere", "Nobody", "nobody@salon.test"));
    var door =
        new Door(
            salon,
            logins,
            first,
            accounts,
            new Cloak(secret),
            setup.settings.section("irc", IrcSettings.DEFAULT),
            info,
            () -> {});
    var irc = new IrcServer(door);
    try {
      var address = new InetSocketAddress(setup.host, 0);
      return new Node(
          salon, door, irc, irc.listen(address, null), irc.listen(address, TestTls::serverContext));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stop() {
    running.nodes().forEach(node -> node.salon().people().stopping());
    for (var node : running.nodes()) {
      node.irc().stop("Server is stopping", GOODBYES);
      node.irc().close();
    }
    running.network().close();
    running.store().close();
  }

  /// Stops the server as its main program does, and starts it again on the same data. Clients have
  /// to connect anew.
  void restart() {
    stop();
    clients.forEach(IrcClient::close);
    clients.clear();
    running = run();
  }

  /// Stops the server; the clients hear of it.
  void stopServing() {
    running.nodes().forEach(node -> node.irc().stop("Server is stopping", GOODBYES));
  }

  @Override
  public void close() {
    clients.forEach(IrcClient::close);
    stop();
    TestFolder.delete(folder);
    faults.close();
  }

  /// Faults in the log of this test are expected.
  TestSalon expectFaults() {
    faults.expect();
    return this;
  }

  Path folder() {
    return folder;
  }

  /// The code that a new server prints for its first administrator.
  String administratorCode() {
    return running.first().newCode().orElseThrow();
  }

  /// How many connections there are, on all nodes.
  int connections() {
    return running.nodes().stream().mapToInt(node -> node.irc().connections()).sum();
  }

  // ---- Accounts ----

  /// Makes an account with the common password.
  void account(String name) {
    var made =
        running
            .logins()
            .register(
                AccountName.parse(name).orElseThrow(),
                null,
                PASSWORD.getBytes(UTF_8),
                InetAddress.getLoopbackAddress());
    if (!(made instanceof Attempt.Accepted)) {
      throw new AssertionError("no account " + name + ": " + made);
    }
  }

  // ---- Clients ----

  /// Somebody without an account who has joined these channels, or those of the start. What they
  /// heard of that is read; that others hear of it is not.
  IrcClient joined(String nick, String... where) {
    return connect(nick).join(where.length > 0 ? where : channels.toArray(String[]::new));
  }

  /// Somebody without an account, with these capabilities.
  IrcClient connect(String nick, String... caps) {
    return dial().register(nick, caps);
  }

  /// Somebody who is logged in to their account, which has been made before; see [#account].
  IrcClient logIn(String account, String... caps) {
    return dial().logIn(account, PASSWORD, caps);
  }

  /// Somebody who is logged in to a new account.
  IrcClient member(String account, String... caps) {
    account(account);
    return logIn(account, caps);
  }

  /// A connection on which nothing has been said yet.
  IrcClient dial() {
    return dial(new Socket());
  }

  /// The same, with a socket that has been prepared; each goes to another node than the one before.
  IrcClient dial(Socket socket) {
    var loopback = InetAddress.getLoopbackAddress();
    return dial(socket, new InetSocketAddress(loopback, nextNode().plain().getPort()));
  }

  /// The same, to another address of this machine.
  IrcClient dial(InetAddress address) {
    return dial(new Socket(), new InetSocketAddress(address, nextNode().plain().getPort()));
  }

  private IrcClient dial(Socket socket, InetSocketAddress address) {
    try {
      socket.connect(address, IrcClient.PATIENCE_MILLIS);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot connect to " + address, e);
    }
    return client(socket);
  }

  /// A connection by TLS, on which nothing has been said yet.
  IrcClient dialTls() {
    var loopback = InetAddress.getLoopbackAddress();
    return client(TestTls.connect(loopback, nextNode().tls().getPort()));
  }

  private IrcClient client(Socket socket) {
    var client = new IrcClient[1];
    client[0] = new IrcClient(socket, () -> settleBut(client[0]));
    clients.add(client[0]);
    return client[0];
  }

  private Node nextNode() {
    var nodes = running.nodes();
    return nodes.get(dialled++ % nodes.size());
  }

  // On one node a PING is answered after all that came before it, on any connection. Between nodes
  // nothing says so: there all clients are asked first, and the wire between the nodes emptied.
  private void settleBut(IrcClient asking) {
    if (setup.nodes > 1) {
      clients.stream()
          .filter(client -> client != asking && client.isRegistered() && !client.isClosed())
          .forEach(IrcClient::settle);
      running.network().settle();
    }
  }
}
