package chat.salon.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.cluster.ClusterNode;
import chat.salon.core.Activity;
import chat.salon.core.ActivityTeller;
import chat.salon.core.Cloak;
import chat.salon.core.CloakSettings;
import chat.salon.core.Limits;
import chat.salon.core.Salon;
import chat.salon.core.Saving;
import chat.salon.core.Stamps;
import chat.salon.core.account.Access;
import chat.salon.core.account.AccountSettings;
import chat.salon.core.account.BearerTokens;
import chat.salon.core.account.FirstAdministrator;
import chat.salon.core.account.Logins;
import chat.salon.core.bouncer.Bouncer;
import chat.salon.core.bouncer.BouncerSettings;
import chat.salon.core.hook.HookSettings;
import chat.salon.core.personal.PersonalData;
import chat.salon.core.personal.PersonalSettings;
import chat.salon.core.preview.PreviewSettings;
import chat.salon.core.preview.Previewer;
import chat.salon.core.protect.ProtectionSettings;
import chat.salon.core.push.Notifier;
import chat.salon.core.push.PushPayload;
import chat.salon.core.push.PushSettings;
import chat.salon.core.push.PushSubscription.Form;
import chat.salon.core.push.Pushing;
import chat.salon.core.push.WatchedLog;
import chat.salon.core.search.SearchSettings;
import chat.salon.core.search.Searching;
import chat.salon.irc.Door;
import chat.salon.irc.HostDesk;
import chat.salon.irc.IrcPayload;
import chat.salon.irc.IrcServer;
import chat.salon.irc.IrcSettings;
import chat.salon.irc.LoginDesk;
import chat.salon.irc.LoginSettings;
import chat.salon.irc.MessageSettings;
import chat.salon.irc.MetadataSettings;
import chat.salon.irc.OperatorSettings;
import chat.salon.irc.ServerInfo;
import chat.salon.irc.TokenDesk;
import chat.salon.irc.TokenSettings;
import chat.salon.irc.VhostSettings;
import chat.salon.irc.arrival.DnsblSettings;
import chat.salon.irc.arrival.Entrances;
import chat.salon.irc.arrival.ProxySettings;
import chat.salon.irc.arrival.StsSettings;
import chat.salon.irc.arrival.WebSocketSettings;
import chat.salon.irc.arrival.WebircSettings;
import chat.salon.preview.WebPages;
import chat.salon.push.WebPush;
import chat.salon.store.Argon2Hasher;
import chat.salon.store.LuceneSearch;
import chat.salon.store.Store;
import chat.salon.store.StoreSettings;
import chat.salon.web.WebDoor;
import chat.salon.web.WebServer;
import chat.salon.web.WebSettings;
import chat.salon.web.hook.Outgoing;
import chat.salon.web.push.JsonPayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The parts of a server under test, put together as its main program does: one store, and one node
/// or several. Listens when it is made; a restart makes another.
final class Running implements AutoCloseable {
  private static final byte[] SECRET = "a secret that is kept over restarts".getBytes(UTF_8);
  private static final Duration GOODBYES = Duration.ofSeconds(5);
  // Tests link to places that are not there.
  private static final PreviewSettings NO_PREVIEWS =
      new PreviewSettings(false, false, 1 << 20, 5, 4, 10, 3, 3, 1000, 10_000, 168, 1, false);
  private static final InetSocketAddress ANYWHERE = new InetSocketAddress("::", 0);
  private static final ServerInfo INFO =
      new ServerInfo(
          TestSalon.NAME,
          "TestNet",
          "A Salon under test",
          "0.1",
          Instant.parse("2026-01-02T03:04:05Z"),
          List.of("Welcome to the test."),
          List.of("Nowhere", "Nobody", "nobody@salon.test"));

  private static final ServerInfo SILENT =
      new ServerInfo(
          INFO.name(),
          INFO.network(),
          INFO.description(),
          INFO.version(),
          INFO.started(),
          List.of(),
          List.of());

  private final TestSalon.Setup setup;
  private final AccountSettings accounts;
  private final Store store;
  private final LuceneSearch search;
  private final SearchSettings searchSettings;
  private final Logins logins;
  private final FirstAdministrator firstAdministrator;
  private final @Nullable Network network;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Notifier> notifiers = new ArrayList<>();
  private final List<ActivityTeller> tellers = new ArrayList<>();
  private final List<Bouncer> bouncers = new ArrayList<>(); // as the nodes
  private final List<PersonalData> personals = new ArrayList<>();
  private final List<Previewer> previewers = new ArrayList<>();
  private final PushSettings pushSettings;
  private final WebPush pushService;

  /// One node, with a plain and a TLS listener.
  record Node(
      String name,
      Salon salon,
      IrcServer irc,
      InetSocketAddress plain,
      InetSocketAddress tls,
      InetSocketAddress webSocket,
      InetSocketAddress webSocketTls,
      WebServer web,
      InetSocketAddress webPlain,
      InetSocketAddress webTls) {
    boolean listensOn(int port) {
      return plain.getPort() == port || tls.getPort() == port;
    }
  }

  private ServerInfo info() {
    return setup.silent ? SILENT : INFO;
  }

  Running(TestSalon.Setup setup, Path folder) {
    this.setup = setup;
    accounts = setup.settings.section("accounts", AccountSettings.DEFAULT);
    store = Store.open(StoreSettings.DEFAULT, folder);
    searchSettings = setup.settings.section("search", SearchSettings.DEFAULT);
    search = store.search(searchSettings);
    var hasher = new Argon2Hasher(accounts.hashMemoryKib(), accounts.hashIterations());
    logins = new Logins(store.accounts(), hasher, accounts, setup.clock, SECRET);
    firstAdministrator = new FirstAdministrator(store.accounts(), accounts, setup.clock);
    var limits = setup.settings.section("limits", Limits.DEFAULT);
    pushSettings = setup.settings.section("push", PushSettings.DEFAULT);
    pushService = new WebPush(pushSettings, SECRET, TestSalon.NAME, setup.clock);
    var log = setup.log.apply(store.messageLog());
    if (setup.nodes == 1) {
      var watched = new WatchedLog(log);
      network = null;
      nodes.add(
          node(
              TestSalon.NAME,
              Salon.alone(
                  watched,
                  store.conversations(),
                  store.nicks(),
                  store.readMarkers(),
                  store.friendships(),
                  store.boundaries(),
                  store.profiles(),
                  new Stamps(setup.clock, 0),
                  limits,
                  accounts.nickIsAccount()),
              watched));
    } else {
      var watched = Stream.generate(() -> new WatchedLog(log)).limit(setup.nodes).toList();
      network =
          new Network(
              setup.nodes,
              node ->
                  new ClusterNode.Parts(
                      watched.get(node - 1),
                      store.conversations(),
                      store.nicks(),
                      store.readMarkers(),
                      store.friendships(),
                      store.boundaries(),
                      store.profiles(),
                      new Stamps(setup.clock, node),
                      limits,
                      accounts.nickIsAccount()));
      for (int node = 0; node < setup.nodes; node++) {
        nodes.add(node(Network.name(node + 1), network.salon(node), watched.get(node)));
      }
    }
  }

  private Node node(String name, Salon salon, WatchedLog log) {
    var pushing = pushing(salon, log);
    var activity = activity(salon, log);
    var previewer = previewer(salon);
    log.tell(previewer);
    previewers.add(previewer);
    var settings = setup.settings.section("irc", IrcSettings.DEFAULT);
    var cloak =
        new Cloak(SECRET, setup.settings.section("cloak", CloakSettings.DEFAULT).accounts());
    var searching = new Searching(salon, search, searchSettings);
    var webSettings = setup.settings.section("web", WebSettings.DEFAULT);
    var access = new Access(store.tokens(), webSettings.access(), setup.clock);
    var bouncer =
        new Bouncer(
            salon,
            store.keepsakes(),
            logins::account,
            setup.settings.section("bouncer", BouncerSettings.DEFAULT));
    bouncer.sweep();
    bouncers.add(bouncer);
    salon
        .protection()
        .open(store.defences(), setup.settings.section("protection", ProtectionSettings.DEFAULT));
    var door =
        new Door(
            salon,
            logins,
            firstAdministrator,
            accounts,
            access,
            cloak,
            searching,
            activity,
            pushing,
            new LoginDesk(
                store.certificates(),
                BearerTokens.NONE,
                setup.settings.section("login", LoginSettings.DEFAULT)),
            settings,
            info(),
            () -> {});
    door.with(bouncer);
    door.with(
        new TokenDesk(
            store.authTokens(), setup.settings.section("authtoken", TokenSettings.DEFAULT)));
    door.with(
        new HostDesk(store.vhosts(), setup.settings.section("vhosts", VhostSettings.DEFAULT)));
    var personal =
        new PersonalData(
            salon,
            store.spoken(),
            store.exports(),
            store.keepsakes(),
            setup.settings.section("personal", PersonalSettings.DEFAULT));
    personals.add(personal);
    door.with(personal);
    personal.sweep();
    door.entrances(entrances());
    door.reload(setup.settings.section("messages", MessageSettings.DEFAULT));
    door.reload(setup.settings.section("metadata", MetadataSettings.DEFAULT));
    door.staff().reload(setup.settings.section("operators", OperatorSettings.DEFAULT));
    var irc = new IrcServer(door);
    var parts =
        new WebDoor.Parts(
            salon,
            logins,
            firstAdministrator,
            accounts,
            access,
            store.bots(),
            store.profiles(),
            store.settings(),
            cloak,
            searching,
            new Saving(salon, store.savedMessages()),
            activity,
            pushing,
            store.attentions(),
            new Outgoing(
                store.outgoingWebhooks(),
                setup.settings.section("hooks", HookSettings.DEFAULT),
                SECRET,
                setup.clock),
            new WebDoor.About("Salon", "0.1", 6697));
    var web = new WebServer(new WebDoor(parts, webSettings));
    try {
      return new Node(
          name,
          salon,
          irc,
          irc.listen(ANYWHERE, null),
          irc.listen(ANYWHERE, TestTls::serverContext),
          irc.listenWebSocket(ANYWHERE, null),
          irc.listenWebSocket(ANYWHERE, TestTls::serverContext),
          web,
          web.listen(ANYWHERE, null),
          web.listen(ANYWHERE, TestTls.forWeb()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Entrances entrances() {
    return new Entrances(
        setup.settings.section("proxy", ProxySettings.DEFAULT),
        setup.settings.section("webirc", WebircSettings.DEFAULT),
        setup.settings.section("websocket", WebSocketSettings.DEFAULT),
        setup.settings.section("sts", StsSettings.DEFAULT),
        setup.settings.section("dnsbl", DnsblSettings.DEFAULT));
  }

  private Previewer previewer(Salon salon) {
    var settings = setup.settings.section("previews", NO_PREVIEWS);
    var pages = new WebPages(settings, "0.1");
    return new Previewer(salon, pages, store.previewCache(), settings, setup.clock);
  }

  private Pushing pushing(Salon salon, WatchedLog log) {
    Map<Form, PushPayload> payloads =
        Map.of(Form.JSON, new JsonPayload(), Form.IRC, new IrcPayload());
    var pushing = new Pushing(store.pushSubscriptions(), pushService, payloads, pushSettings);
    var notifier =
        new Notifier(
            salon.unseen(),
            store.pushSubscriptions(),
            store.attentions(),
            pushing,
            pushSettings,
            setup.clock);
    log.tell(notifier);
    salon.friends().tell(notifier::friendAsked);
    notifiers.add(notifier);
    return pushing;
  }

  private Activity activity(Salon salon, WatchedLog log) {
    var teller = new ActivityTeller(salon, store.activityInbox());
    log.tell(teller);
    tellers.add(teller);
    return new Activity(salon, store.activityInbox());
  }

  List<Node> nodes() {
    return nodes;
  }

  Logins logins() {
    return logins;
  }

  FirstAdministrator firstAdministrator() {
    return firstAdministrator;
  }

  /// A node is no more, counted from 0.
  void kill(int node) {
    if (network == null) {
      throw new AssertionError("there is only one node");
    }
    bouncers.get(node).close();
    network.kill(node);
  }

  /// The nodes behind the doors, of several.
  List<ClusterNode> cluster() {
    return network == null ? List.of() : network.nodes();
  }

  /// Waits until nothing is on its way between the nodes.
  void settle() {
    if (network != null) {
      network.settle();
    }
  }

  /// Brings back who stays and is not there, as servers do every few seconds.
  void bringBack() {
    bouncers.forEach(Bouncer::sweep);
  }

  /// One node of several stops, as its main program does it.
  void stop(Node node) {
    bouncers.get(nodes.indexOf(node)).close();
    bouncers.remove(nodes.indexOf(node));
    node.salon().people().stopping();
    goodbye(node);
    if (network != null) {
      network.leave(nodes.indexOf(node));
    }
    nodes.remove(node);
  }

  private static void goodbye(Node node) {
    boolean areGone = node.web().stop("Server is stopping", GOODBYES);
    if (!node.irc().stop("Server is stopping", GOODBYES) || !areGone) {
      throw new AssertionError("not all sessions have ended");
    }
    node.web().close();
    node.irc().close();
  }

  @Override
  public void close() {
    bouncers.forEach(Bouncer::close);
    nodes.forEach(node -> node.salon().people().stopping());
    nodes.forEach(Running::goodbye);
    personals.forEach(PersonalData::close);
    if (network != null) {
      network.close();
    }
    notifiers.forEach(Notifier::close);
    tellers.forEach(ActivityTeller::close);
    previewers.forEach(Previewer::close);
    pushService.close();
    search.close();
    store.close();
  }
}
