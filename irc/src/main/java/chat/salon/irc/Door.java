package chat.salon.irc;

import chat.salon.core.Activity;
import chat.salon.core.Actor;
import chat.salon.core.Cloak;
import chat.salon.core.Role;
import chat.salon.core.Salon;
import chat.salon.core.account.Access;
import chat.salon.core.account.AccountSettings;
import chat.salon.core.account.AuthTokens;
import chat.salon.core.account.FirstAdministrator;
import chat.salon.core.account.Logins;
import chat.salon.core.account.Vhosts;
import chat.salon.core.bouncer.Bouncer;
import chat.salon.core.bouncer.BouncerSettings;
import chat.salon.core.bouncer.Keepsakes;
import chat.salon.core.personal.PersonalData;
import chat.salon.core.push.Pushing;
import chat.salon.core.search.Searching;
import chat.salon.irc.arrival.Entrances;
import chat.salon.wire.Isupport;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// What all IRC sessions share. Any thread.
public final class Door {
  private static final long COUNT_NANOS = 1_000_000_000;

  private final Salon salon;
  private final Logins logins;
  private final FirstAdministrator firstAdministrator;
  private final AccountSettings accountSettings;
  private final Access access;
  private final Cloak cloak;
  private final Searching searching;
  private final Activity activity;
  private final Pushing pushing;
  private final LoginDesk login;
  private final Runnable rehash;
  private final Commands commands = new Commands();
  private final Services services = new Services();
  private final Staff staff = new Staff();
  private final HangUps hangUps = new HangUps();
  private final Usage usage = new Usage();
  private final Counters counters = new Counters();
  private final Live live = new Live();
  private final Watchers watchers = new Watchers();
  private volatile HostDesk hosts = new HostDesk(Vhosts.NONE, VhostSettings.DEFAULT);
  private volatile MetadataSettings metadata = MetadataSettings.DEFAULT;
  private volatile @Nullable Loops loops;
  private final AtomicInteger unregistered = new AtomicInteger();
  private volatile @Nullable ChannelCount channelCount;
  private volatile IrcSettings settings;
  private volatile Bouncer bouncer;
  private volatile @Nullable PersonalData personalData;
  private volatile MessageSettings messages = MessageSettings.DEFAULT;
  private volatile ServerInfo info;
  private volatile Entrances entrances = Entrances.DEFAULT;
  private volatile int tlsPort;
  private volatile TokenDesk tokens = new TokenDesk(AuthTokens.NONE, TokenSettings.DEFAULT);

  /// What has been counted since the start.
  ///
  /// @param accepted connections
  /// @param refused connections
  /// @param linesIn that clients sent
  /// @param sent pieces that clients were sent: a line or several
  public record Counters(LongAdder accepted, LongAdder refused, LongAdder linesIn, LongAdder sent) {
    Counters() {
      this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
    }
  }

  private record ChannelCount(int channels, long at) {}

  /// @param rehash reads the configuration anew; called on a session's turn, throws an
  ///   IllegalArgumentException that says what was wrong
  public Door(
      Salon salon,
      Logins logins,
      FirstAdministrator firstAdministrator,
      AccountSettings accountSettings,
      Access access,
      Cloak cloak,
      Searching searching,
      Activity activity,
      Pushing pushing,
      LoginDesk login,
      IrcSettings settings,
      ServerInfo info,
      Runnable rehash) {
    this.salon = salon;
    this.logins = logins;
    this.firstAdministrator = firstAdministrator;
    this.accountSettings = accountSettings;
    this.access = access;
    this.cloak = cloak;
    this.searching = searching;
    this.activity = activity;
    this.pushing = pushing;
    this.login = login;
    this.settings = settings;
    this.info = info;
    this.rehash = rehash;
    this.bouncer = new Bouncer(salon, Keepsakes.NONE, logins::account, BouncerSettings.DEFAULT);
    salon.people().directory().tellChanged(watchers::changed);
  }

  /// Gives it who stays while not connected; before anybody can connect.
  public Door with(Bouncer who) {
    bouncer = who;
    return this;
  }

  /// Gives it where tokens for other services are made; before anybody can connect.
  public Door with(TokenDesk desk) {
    tokens = desk;
    return this;
  }

  /// Where tokens for other services are made.
  public TokenDesk tokens() {
    return tokens;
  }

  /// Gives it what reads out and deletes what somebody has said; before anybody can connect.
  public Door with(PersonalData data) {
    personalData = data;
    return this;
  }

  /// What reads out and deletes what somebody has said; null where nothing does.
  public @Nullable PersonalData personalData() {
    return personalData;
  }

  /// Who stays while not connected, and what is remembered of them.
  public Bouncer bouncer() {
    return bouncer;
  }

  /// Gives it where accounts are given hosts; before anybody can connect.
  public Door with(HostDesk desk) {
    hosts = desk;
    return this;
  }

  /// Where accounts are given hosts.
  public HostDesk hosts() {
    return hosts;
  }

  /// Takes new settings for what people say of themselves, from now on.
  public void reload(MetadataSettings newMetadata) {
    metadata = newMetadata;
  }

  /// What bounds what people say of themselves.
  public MetadataSettings metadata() {
    return metadata;
  }

  /// Who monitors whom.
  Watchers watchers() {
    return watchers;
  }

  /// Takes new settings, for what happens from now on.
  public void reload(IrcSettings newSettings, ServerInfo newInfo) {
    settings = newSettings;
    info = newInfo;
  }

  /// Takes new settings of how connections come in, for those that come from now on.
  public void entrances(Entrances now) {
    entrances = now;
  }

  /// How connections may come in.
  public Entrances entrances() {
    return entrances;
  }

  /// Where it first listens with TLS; 0 for nowhere.
  int tlsPort() {
    return tlsPort;
  }

  void tlsPort(int first) {
    tlsPort = tlsPort == 0 ? first : tlsPort;
  }

  /// What has been counted since the start.
  public Counters counters() {
    return counters;
  }

  /// How many connections have not been let in yet.
  public AtomicInteger unregistered() {
    return unregistered;
  }

  Salon salon() {
    return salon;
  }

  /// Where passwords are checked.
  public Logins logins() {
    return logins;
  }

  /// Who knows the one-time code.
  public FirstAdministrator firstAdministrator() {
    return firstAdministrator;
  }

  /// What holds for making accounts.
  public AccountSettings accountSettings() {
    return accountSettings;
  }

  /// What the ways to log in need beside passwords.
  public LoginDesk login() {
    return login;
  }

  /// What lets bots in.
  public Access access() {
    return access;
  }

  /// Where messages are found.
  public Searching searching() {
    return searching;
  }

  /// What concerns people.
  public Activity activity() {
    return activity;
  }

  /// Where devices are told.
  public Pushing pushing() {
    return pushing;
  }

  /// What hides addresses.
  public Cloak cloak() {
    return cloak;
  }

  void loops(Loops all) {
    loops = all;
  }

  /// Tells the network staff something who are connected to this node by IRC.
  public void tellStaff(String text) {
    var all = loops;
    if (all == null) {
      return;
    }
    for (var loop : all.all()) {
      loop.run(() ->
          loop.sessions().stream()
              .filter(session -> session.isRegistered() && session.role() != Role.MEMBER)
              .forEach(session -> session.tell(text)));
    }
  }

  /// Waits until all loops have read what has arrived so far. Not on an event loop.
  void fence() {
    var all = loops;
    if (all != null) {
      all.fence();
    }
  }

  Live live() {
    return live;
  }

  /// All commands.
  public Commands commands() {
    return commands;
  }

  /// Who is an operator, and what they may do.
  public Staff staff() {
    return staff;
  }

  /// What was to end on this node lately.
  public HangUps hangUps() {
    return hangUps;
  }

  /// How often each command was used.
  public Usage usage() {
    return usage;
  }

  /// All services.
  public Services services() {
    return services;
  }

  IrcSettings settings() {
    return settings;
  }

  /// What bounds messages of several lines, as it is now.
  public MessageSettings messages() {
    return messages;
  }

  /// Takes other bounds of such messages, for what happens from now on.
  public void reload(MessageSettings newMessages) {
    messages = newMessages;
  }

  /// What the server says of itself, as it is now.
  public ServerInfo info() {
    return info;
  }

  /// What time it is.
  public Instant now() {
    return salon.stamps().now();
  }

  /// Reads the configuration anew; throws an IllegalArgumentException that says what was wrong.
  public void rehash() {
    rehash.run();
  }

  /// About how many channels there are: counted once a second at most, since all who come in are
  /// told. Of secret ones only those of whoever came when they were counted.
  public int channels(Actor actor) {
    long now = System.nanoTime();
    var count = channelCount;
    if (count == null || now - count.at() > COUNT_NANOS) {
      count = new ChannelCount(salon.channels(actor).size(), now);
      channelCount = count;
    }
    return count.channels();
  }

  /// What the server can do, as 005 tells it.
  public Isupport isupport() {
    return Features.of(this);
  }
}
