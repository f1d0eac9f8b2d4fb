package chat.salon.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.cluster.ClusterNode;
import chat.salon.core.AccountName;
import chat.salon.core.Salon;
import chat.salon.core.account.Attempt;
import chat.salon.core.port.MessageLog;
import chat.salon.irc.OperatorClass;
import chat.salon.irc.OperatorEntry;
import chat.salon.web.WebTls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A Salon for one test: the real parts, a store in a folder of its own, sockets on ports that the
/// system chooses. Limits that a fast test would run into are off, addresses are shown as they are,
/// and hashes are cheap. Ends with every client that it made, and checks that no fault was logged.
final class TestSalon implements AutoCloseable {
  static final String NAME = "salon.test";
  static final String PASSWORD = "correct-horse-battery-staple";
  private static final String OPER_PASSWORD = "open-sesame";

  private final Setup setup;
  private final Path folder;
  private final List<String> channels;
  private final List<IrcClient> clients = new ArrayList<>();
  private final List<JsonClient> programs = new ArrayList<>();
  private final Faults faults = Faults.watch();
  private Running running;
  private int dialled;

  /// How a Salon is to be.
  static final class Setup {
    final Settings settings = new Settings();
    int nodes = 1;
    UnaryOperator<MessageLog> log = UnaryOperator.identity();
    InstantSource clock = InstantSource.system();
    boolean silent;

    Setup() {
      with("irc.loops", 1);
      with("irc.ping_seconds", 0);
      with("irc.registration_seconds", 0);
      with("irc.registration_lines", 0);
      with("irc.flood_burst", 0);
      with("irc.connections_per_address", 0);
      with("irc.connections_per_minute", 0);
      with("irc.cloak", false);
      with("web.loops", 1);
      with("web.ping_seconds", 0);
      with("web.requests_per_second", 0);
      with("web.connections_per_address", 0);
      with("web.first_channel", "#tea");
      with("protection.joins_per_minute", 0);
      with("protection.nicks_per_minute", 0);
      with("protection.invites_per_minute", 0);
      with("protection.targets_per_minute", 0);
      with("search.per_minute", 0);
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

    /// Puts something between the chat and the store's log.
    Setup log(UnaryOperator<MessageLog> wrapper) {
      log = wrapper;
      return this;
    }

    Setup clock(InstantSource source) {
      clock = source;
      return this;
    }

    /// With operators of the configuration: oscar may do everything, hilda ends connections, karl
    /// bans. See [TestSalon#oper].
    Setup staffed() {
      return with(
              "operators.classes",
              Stream.of("staff all", "helper kill", "keeper ban")
                  .map(OperatorClass::parse)
                  .toList())
          .with(
              "operators.operators",
              Stream.of("oscar staff", "hilda helper", "karl keeper")
                  .map(who -> OperatorEntry.parse(who + " plain:" + OPER_PASSWORD))
                  .toList())
          .with("operators.plain_passwords", true);
    }

    /// Without a message of the day, and without a word of who runs the server.
    Setup silent() {
      silent = true;
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
    this.folder = TestFolder.installed();
    this.running = new Running(setup, folder);
  }

  // ---- The server ----

  /// Stops the server as its main program does, and starts it again on the same data. Clients have
  /// to connect anew.
  void restart() {
    running.close();
    clients.forEach(IrcClient::close);
    clients.clear();
    programs.forEach(JsonClient::close);
    programs.clear();
    running = new Running(setup, folder);
  }

  @Override
  public void close() {
    clients.forEach(IrcClient::close);
    programs.forEach(JsonClient::close);
    running.close();
    TestFolder.delete(folder);
    faults.close();
  }

  /// Faults in the log of this test are expected.
  TestSalon expectFaults() {
    faults.expect();
    return this;
  }

  /// Where it listens without TLS, on the loopback address too.
  int port() {
    return nextNode().plain().getPort();
  }

  Path folder() {
    return folder;
  }

  /// The code that a new server prints for its first administrator.
  String administratorCode() {
    return running.firstAdministrator().newCode().orElseThrow();
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

  /// Waits until every node has heard of all that was answered before.
  void settle() {
    running.settle();
  }

  // ---- Clients ----

  /// Somebody without an account who has joined these channels, or those of the start. What they
  /// heard of that is read; that others hear of it is not.
  IrcClient joined(String nick, String... where) {
    return connect(nick).join(where.length > 0 ? where : channels.toArray(String[]::new));
  }

  /// Somebody without an account, with these capabilities. Every node knows them.
  IrcClient connect(String nick, String... caps) {
    var client = dial().register(nick, caps);
    settle();
    return client;
  }

  /// An operator of the configuration, under the nick of the same name; see [Setup#staffed].
  IrcClient oper(String name) {
    return oper(name, name);
  }

  /// The same under any nick.
  IrcClient oper(String nick, String name) {
    var client = connect(nick);
    client.send("OPER " + name + " " + OPER_PASSWORD);
    client.until("381 " + nick + " …");
    client.ping();
    return client;
  }

  /// Somebody who is logged in to their account, which has been made before; see [#account]. Every
  /// node knows them.
  IrcClient logIn(String account, String... caps) {
    var client = dial().logIn(account, PASSWORD, caps);
    settle();
    return client;
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

  // ---- Programs and browsers ----

  /// A program that is logged in to its account, which has been made before.
  JsonClient program(String account) {
    var program = socket();
    program.expect("welcome");
    program.ask("{'login':'%s','password':'%s'}".formatted(account, PASSWORD));
    return program;
  }

  /// The same with a new account.
  JsonClient newProgram(String account) {
    account(account);
    return program(account);
  }

  /// A WebSocket on which nothing has been said yet; each goes to another node than the one before.
  JsonClient socket() {
    var program = JsonClient.connect(nextNode().webPlain().getPort(), Map.of());
    programs.add(program);
    return program;
  }

  /// Somebody who asks by HTTP.
  HttpApi http() {
    return new HttpApi("http://127.0.0.1:" + nextNode().webPlain().getPort());
  }

  /// The same by TLS.
  HttpApi https() {
    return new HttpApi("https://localhost:" + nextNode().webTls().getPort());
  }

  /// The server itself tells everybody at the web door something.
  void tellAll(String text) {
    running.nodes().forEach(node -> node.web().tellAll(text));
  }

  /// Where the web door listens without TLS.
  int webPort() {
    return nextNode().webPlain().getPort();
  }

  /// A connection by TLS, on which nothing has been said yet.
  IrcClient dialTls() {
    var loopback = InetAddress.getLoopbackAddress();
    return client(TestTls.connect(loopback, nextNode().tls().getPort()));
  }

  /// The same by a client that shows a certificate.
  IrcClient dialTls(WebTls.Identity shown) {
    var loopback = InetAddress.getLoopbackAddress();
    return client(TestTls.connect(shown, loopback, nextNode().tls().getPort()));
  }

  /// A socket to the TLS port that has said nothing yet, not even of TLS.
  Socket dialRawTls() {
    try {
      return new Socket(InetAddress.getLoopbackAddress(), nextNode().tls().getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where the TLS port of the next node is.
  int tlsPort() {
    return nextNode().tls().getPort();
  }

  /// What a client in a socket that was opened before says and hears.
  IrcClient on(Socket socket) {
    return client(socket);
  }

  /// Where IRC listens for WebSockets: `ws://localhost:1234`.
  String webSocket() {
    return "ws://localhost:" + nextNode().webSocket().getPort();
  }

  /// The same with TLS.
  String webSocketTls() {
    return "wss://localhost:" + nextNode().webSocketTls().getPort();
  }

  private IrcClient client(Socket socket) {
    var client = new IrcClient[1];
    client[0] = new IrcClient(socket, () -> settleBut(client[0]));
    clients.add(client[0]);
    return client[0];
  }

  /// What the server is called that a client is connected to.
  String server(IrcClient client) {
    return node(client).name();
  }

  /// The chat behind the node that a client is connected to.
  Salon chat(IrcClient client) {
    return node(client).salon();
  }

  /// Stops the node that a client is connected to, one of several. All of its clients are gone.
  void stopNodeOf(IrcClient client) {
    var node = node(client);
    running.stop(node);
    clients.removeIf(other -> {
      if (node.listensOn(other.port())) {
        other.close();
      }
      return other.isClosed();
    });
  }

  /// The nodes of a network, in the order in which clients are connected to them.
  List<ClusterNode> cluster() {
    return running.cluster();
  }

  /// How many nodes there are.
  int nodes() {
    return running.nodes().size();
  }

  /// The chat of a node, for sessions that are of no door.
  Salon salon(int node) {
    return running.nodes().get(node).salon();
  }

  private Running.Node node(IrcClient client) {
    return running.nodes().stream()
        .filter(node -> node.listensOn(client.port()))
        .findFirst()
        .orElseThrow();
  }

  /// Where the next client connects, counted from 0; the one after it connects to the next node.
  TestSalon on(int node) {
    dialled = node;
    return this;
  }

  /// A node is no more, though its clients stay connected to what is left of it.
  void kill(int node) {
    running.kill(node);
  }

  /// Brings back who stays while not connected and is not there, as servers do every few seconds.
  void bringBack() {
    running.bringBack();
  }

  private Running.Node nextNode() {
    var nodes = running.nodes();
    return nodes.get(dialled++ % nodes.size());
  }

  // On one node a PING is answered after all that came before it, on any connection. Between nodes
  // nothing says so: there all clients are asked first, and the wire between the nodes emptied.
  private void settleBut(IrcClient asking) {
    if (running.nodes().size() > 1) {
      clients.stream()
          .filter(client -> client != asking && client.isRegistered() && !client.isClosed())
          .forEach(IrcClient::settle);
      running.settle();
    }
  }
}
