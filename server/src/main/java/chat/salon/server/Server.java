package chat.salon.server;

import chat.salon.core.Activity;
import chat.salon.core.ActivityTeller;
import chat.salon.core.Cloak;
import chat.salon.core.Fold;
import chat.salon.core.Saving;
import chat.salon.core.StoreException;
import chat.salon.core.account.Access;
import chat.salon.core.account.BearerTokens;
import chat.salon.core.account.FirstAdministrator;
import chat.salon.core.account.Logins;
import chat.salon.core.bouncer.Bouncer;
import chat.salon.core.personal.PersonalData;
import chat.salon.core.preview.Previewer;
import chat.salon.core.search.Searching;
import chat.salon.irc.Door;
import chat.salon.irc.HostDesk;
import chat.salon.irc.IrcServer;
import chat.salon.irc.LoginDesk;
import chat.salon.irc.ServerInfo;
import chat.salon.irc.TokenDesk;
import chat.salon.preview.WebPages;
import chat.salon.store.Argon2Hasher;
import chat.salon.store.LuceneSearch;
import chat.salon.store.Store;
import chat.salon.web.WebDoor;
import chat.salon.web.WebServer;
import chat.salon.web.hook.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running server. Its parts are built by hand, one after the other, and taken down in the other
/// order. When it is there, it listens.
final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final Duration LOOK_AT_FILES = Duration.ofSeconds(5);
  private static final Duration TAKE_UP = Duration.ofHours(1); // what to delete was not
  private static final Duration SWEEP = Duration.ofMinutes(1);
  private static final Duration REFRESH_BANS = Duration.ofSeconds(30);
  private static final Duration FORGET = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofMinutes(10);
  private static final Duration BRING_BACK = Duration.ofSeconds(3);
  private static final Duration FORGET_TOKENS = Duration.ofHours(1);
  private static final Duration FORGET_PREVIEWS = Duration.ofHours(1);
  private static final String RESTARTING = "Server is restarting: connect again";
  private static final Duration GOODBYES = Duration.ofMillis(2500);

  private final Sources sources;
  private final Undo parts;
  private final InstantSource clock = InstantSource.system();
  private final Chores chores;
  private final FirstAdministrator firstAdministrator;
  private final @Nullable Tls tls;
  private final String name;
  private final Instant started;
  private final Chat chat;
  private final LuceneSearch search;
  private final Push push;
  private final Previewer previewer;
  private final Bouncer bouncer;
  private final PersonalData personal;
  private final Door door;
  private final IrcServer irc;
  private final WebDoor webDoor;
  private final WebServer web;
  private final Isolation isolation;
  private final Ports ports;
  private volatile Configuration configuration;
  private volatile boolean isStopping;

  /// Where it listens.
  record Ports(
      List<Endpoint> irc,
      List<Endpoint> ircTls,
      List<Endpoint> webSocket,
      List<Endpoint> webSocketTls,
      List<Endpoint> web,
      List<Endpoint> webTls,
      List<Endpoint> metrics) {}

  /// Builds it, and starts.
  ///
  /// @param sources what a reload reads
  /// @throws StartException why it cannot start; nothing of it is left then
  static Server start(Sources sources, Configuration configuration) {
    var parts = new Undo();
    try {
      return new Server(sources, configuration, parts);
    } catch (StoreException e) {
      parts.close();
      throw StartException.because(e);
    } catch (IllegalArgumentException e) { // a file that the configuration names
      parts.close();
      throw StartException.misconfigured(e);
    } catch (RuntimeException | Error e) {
      parts.close();
      throw e;
    }
  }

  private Server(Sources sources, Configuration configuration, Undo parts) {
    this.sources = sources;
    this.configuration = configuration;
    this.parts = parts;
    started = clock.instant();
    Fold.use(configuration.server().casemapping());
    name = ServerName.orOfMachine(configuration.server().name());
    var folder = new DataFolder(configuration.server().data());
    folder.check();
    Network.check(configuration, started);
    Network.warnings(configuration, started).forEach(LOG::warn);
    var listen = configuration.listen();
    var coming =
        configuration.needsCertificate() ? ComingTls.begin(listen, folder, name, started) : null;
    var store = parts.keep(Store.open(configuration.store(), folder.path()));
    chores = parts.keep(new Chores());
    var cluster = configuration.cluster();
    var number =
        cluster.isAlone()
            ? NodeNumber.alone(store, name, folder.path(), chores)
            : NodeNumber.inNetwork(store, cluster.node(), chores);
    parts.keep(number);
    tls = coming == null ? null : coming.finish();
    if (tls != null) {
      chores.every(LOOK_AT_FILES, tls::refresh);
    }
    chat =
        parts.keep(
            cluster.isAlone()
                ? LoneChat.of(store, clock, configuration)
                : NodeChat.of(store, clock, configuration, number.value()));
    chores.every(SWEEP, () -> chat.sweep(IDLE));
    var keys = configuration.store().requestKeys();
    chores.every(FORGET, () -> store.forgetKeys(clock.instant().minus(keys)));
    search = parts.keep(store.search(configuration.search()));
    var searching = new Searching(chat.salon(), search, configuration.search());
    push =
        parts.keep(Push.start(configuration.push(), store, chat.salon(), chat.log(), name, clock));
    var activity = new Activity(chat.salon(), store.activityInbox());
    chat.log().tell(parts.keep(new ActivityTeller(chat.salon(), store.activityInbox())));
    previewer = parts.keep(previewer(store));
    chat.log().tell(previewer);
    chores.every(FORGET_PREVIEWS, previewer::sweep);
    var accounts = configuration.accounts();
    var hasher = new Argon2Hasher(accounts.hashMemoryKib(), accounts.hashIterations());
    var logins = new Logins(store.accounts(), hasher, accounts, clock, store.secret("scram"));
    firstAdministrator = new FirstAdministrator(store.accounts(), accounts, clock);
    var cloak = new Cloak(store.secret("cloak"), configuration.cloak().accounts());
    var protection = chat.salon().protection();
    protection.open(store.defences(), configuration.protection());
    chores.every(REFRESH_BANS, protection::refresh);
    var access = new Access(store.tokens(), configuration.web().access(), clock);
    chores.every(FORGET_TOKENS, access::sweep);
    door =
        new Door(
            chat.salon(),
            logins,
            firstAdministrator,
            accounts,
            access,
            cloak,
            searching,
            activity,
            push.pushing(),
            new LoginDesk(store.certificates(), bearers(), configuration.login()),
            configuration.irc(),
            info(name, started, configuration.server()),
            this::reload);
    bouncer =
        parts.keep(
            new Bouncer(chat.salon(), store.keepsakes(), logins::account, configuration.bouncer()));
    door.with(bouncer);
    door.with(new TokenDesk(store.authTokens(), configuration.authtoken()));
    door.with(new HostDesk(store.vhosts(), configuration.vhosts()));
    personal =
        parts.keep(
            new PersonalData(
                chat.salon(),
                store.spoken(),
                store.exports(),
                store.keepsakes(),
                configuration.personal()));
    door.with(personal);
    door.entrances(configuration.entrances());
    door.reload(configuration.messages());
    door.reload(configuration.metadata());
    door.staff().reload(configuration.operators());
    irc = parts.keep(new IrcServer(door));
    webDoor =
        new WebDoor(
            new WebDoor.Parts(
                chat.salon(),
                logins,
                firstAdministrator,
                accounts,
                access,
                store.bots(),
                store.profiles(),
                store.settings(),
                cloak,
                searching,
                new Saving(chat.salon(), store.savedMessages()),
                activity,
                push.pushing(),
                store.attentions(),
                outgoing(store),
                about()),
            configuration.web());
    web = parts.keep(new WebServer(webDoor));
    isolation = Isolation.of(chat, number, this::tellAll, chores);
    bouncer.sweep();
    chores.every(BRING_BACK, bouncer::sweep);
    chores.execute(personal::sweep);
    chores.every(TAKE_UP, personal::sweep);
    ports = open(store);
  }

  // ---- Building ----

  private static ServerInfo info(String name, Instant started, ServerSettings settings) {
    return new ServerInfo(
        name,
        settings.network(),
        settings.description(),
        VersionCommand.version(),
        started,
        Motd.lines(settings),
        settings.admin());
  }

  private Previewer previewer(Store store) {
    var settings = configuration.previews();
    var pages = new WebPages(settings, VersionCommand.version());
    return new Previewer(chat.salon(), pages, store.previewCache(), settings, clock);
  }

  private BearerTokens bearers() {
    if (configuration.oauth().isOff()) {
      return BearerTokens.NONE;
    }
    var tokens = new JwtTokens(configuration.oauth());
    chores.every(LOOK_AT_FILES, tokens::refresh);
    return tokens;
  }

  private Outgoing outgoing(Store store) {
    return new Outgoing(
        store.outgoingWebhooks(), configuration.hooks(), store.secret("hooks"), clock);
  }

  private WebDoor.About about() {
    var irc = configuration.listen().listenTls();
    int port = irc.isEmpty() ? 0 : irc.getFirst().port();
    return new WebDoor.About(configuration.server().network(), VersionCommand.version(), port);
  }

  private Ports open(Store store) {
    var listen = configuration.listen();
    return new Ports(
        Listeners.open("irc.listen", listen.listen(), address -> irc.listen(address, null)),
        Listeners.open("irc.listen_tls", listen.listenTls(), address -> irc.listen(address, tls)),
        Listeners.open(
            "websocket.listen",
            configuration.webSocketListen().listen(),
            address -> irc.listenWebSocket(address, null)),
        Listeners.open(
            "websocket.listen_tls",
            configuration.webSocketListen().listenTls(),
            address -> irc.listenWebSocket(address, tls)),
        Listeners.open(
            "web.listen", configuration.webListen().listen(), address -> web.listen(address, null)),
        Listeners.open(
            "web.listen_tls",
            configuration.webListen().listenTls(),
            address -> web.listen(address, tls == null ? null : tls.forWeb())),
        metrics(store));
  }

  private List<Endpoint> metrics(Store store) {
    var places = configuration.metrics().listen();
    if (places.isEmpty()) {
      return List.of(); // and costs nothing
    }
    var metrics = parts.keep(new Metrics());
    Meters.add(metrics, chat, store, door, irc);
    Meters.add(metrics, webDoor, web);
    Meters.add(metrics, push.notifier());
    Meters.add(metrics, previewer);
    var health =
        new HealthPages(
            List.of(this::troubles, isolation, new StoreHealth(store), new SearchHealth(search)));
    metrics.page("/health", health::health).page("/ready", health::ready);
    return Listeners.open("metrics.listen", places, metrics::listen);
  }

  // Of the server itself.
  private List<Trouble> troubles() {
    return isStopping
        ? List.of(new Trouble("server", Trouble.Effect.NOT_READY, "it is stopping"))
        : Network.warnings(configuration, clock.instant()).stream()
            .map(warning -> new Trouble("cluster", Trouble.Effect.WARNING, warning))
            .toList();
  }

  // ---- Running ----

  /// Done when it is to be closed and started anew with [#again()]: it was cut off from its
  /// network, and the way back is open.
  CompletableFuture<Void> wayBack() {
    return isolation.wayBack();
  }

  /// How long it takes to send its people to others when it stops.
  static Duration drain(Configuration configuration) {
    var cluster = configuration.cluster();
    return cluster.isAlone()
        ? Duration.ZERO
        : Duration.ofSeconds(cluster.drainSeconds() + cluster.moveSeconds());
  }

  /// What holds now.
  Configuration configuration() {
    return configuration;
  }

  /// What holds for the next start, which is to be found in the same places.
  Configuration again() {
    return configuration.with(
        configuration.listen().at(ports.irc(), ports.ircTls()),
        new WebSocketListenSettings(ports.webSocket(), ports.webSocketTls()),
        new WebListenSettings(ports.web(), ports.webTls()));
  }

  Ports ports() {
    return ports;
  }

  Banner banner() {
    return new Banner(
        name,
        ports,
        tls == null ? null : tls.identity(),
        configuration.listen().isSelfSigned(),
        configuration.server().data(),
        firstAdministrator.newCode());
  }

  /// Reads the configuration again, and takes what can be taken while running.
  ///
  /// @throws IllegalArgumentException what is wrong with it; then nothing is changed
  void reload() {
    chores.now(() -> {
      try {
        take(read());
      } catch (IllegalArgumentException e) {
        LOG.warn("The configuration stays as it was: {}", e.getMessage());
        throw e;
      }
      return true;
    });
  }

  private Configuration read() {
    return switch (ConfigurationReader.read(sources)) {
      case Reading.Good(var fresh, _) -> fresh;
      case Reading.Bad(var problems) ->
          throw new IllegalArgumentException(String.join("; ", problems));
    };
  }

  private void take(Configuration fresh) {
    var old = configuration;
    var taken = Reload.merge(old, fresh);
    var info = info(name, started, taken.server());
    if (tls != null) {
      var listen = taken.listen();
      if (!listen.isSelfSigned()) {
        tls.use(listen.certificate(), listen.key());
      }
    }
    Logs.apply(taken.log());
    irc.announcing(() -> {
      chat.reload(taken.limits());
      chat.salon().protection().reload(taken.protection());
      door.login().reload(taken.login());
      door.tokens().reload(taken.authtoken());
      door.reload(taken.metadata());
      door.hosts().reload(taken.vhosts());
      door.staff().reload(taken.operators());
      door.reload(taken.irc(), info);
      door.entrances(taken.entrances());
      door.reload(taken.messages());
    });
    bouncer.reload(taken.bouncer());
    personal.reload(taken.personal());
    webDoor.reload(taken.web());
    configuration = taken;
    LOG.info("Configuration read again; changed: {}", listed(Reload.differences(old, taken)));
    var waiting = Reload.differences(taken, fresh);
    if (!waiting.isEmpty()) {
      LOG.warn("These hold from the next start on: {}", listed(waiting));
    }
  }

  private static String listed(List<String> keys) {
    return keys.isEmpty() ? "nothing" : String.join(", ", keys);
  }

  private void tellAll(String text) {
    irc.tellAll(text);
    web.tellAll(text);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Takes nobody in any more, says goodbye, finishes what was begun, and gives everything back. A
  /// node sends its people to others first.
  @Override
  public void close() {
    isStopping = true;
    if (!configuration.cluster().isAlone() && !isolation.isCutOff()) {
      chat.salon().people().moving();
      var over = Duration.ofSeconds(configuration.cluster().drainSeconds());
      var drain = Thread.startVirtualThread(() -> web.drain(RESTARTING, over));
      irc.drain(RESTARTING, over);
      join(drain);
      chat.salon().people().awaitMoved(Duration.ofSeconds(configuration.cluster().moveSeconds()));
    }
    bouncer.close();
    chat.salon().people().stopping();
    var goodbye =
        isolation.isCutOff()
            ? "Server goes back to its network: connect again"
            : "Server is stopping";
    boolean areGone = web.stop(goodbye, GOODBYES);
    if (!irc.stop(goodbye, GOODBYES) || !areGone) {
      LOG.warn("Not everybody was gone after {} ms", GOODBYES.toMillis());
    }
    parts.close();
    LOG.info("Stopped");
  }
}
