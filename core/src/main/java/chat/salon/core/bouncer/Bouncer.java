package chat.salon.core.bouncer;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.Availability;
import chat.salon.core.ChannelName;
import chat.salon.core.NetworkException;
import chat.salon.core.Nick;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.People.Entry;
import chat.salon.core.Person;
import chat.salon.core.Presence;
import chat.salon.core.Salon;
import chat.salon.core.Session;
import chat.salon.core.StoreException;
import chat.salon.core.bouncer.BouncerSettings.Policy;
import chat.salon.core.request.Join;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who stays while no connection of theirs is open. Each of them has a [StandIn] among their
/// sessions, so that to everybody they are a person with one more connection: on the node where
/// they were last, and after a restart or the loss of a node on the first of those that are there.
/// Methods may wait for owners and for the disk, so they are called on virtual threads; those that
/// never wait say so.
public final class Bouncer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Bouncer.class.getName());
  private static final String GUISE = "guise";
  private static final String SEEN = "seen:";
  private static final String NOWHERE = "0.0.0.0";
  private static final String OVER = "Stays no longer";
  private static final Duration NOTED_EVERY = Duration.ofDays(1);
  private static final int AT_ONCE = 64;

  private final Salon salon;
  private final Keepsakes kept;
  private final Function<AccountName, Optional<Account>> accounts;
  private final Map<AccountName, StandIn> standIns = new ConcurrentHashMap<>();
  private volatile BouncerSettings settings;
  private volatile boolean isClosed;

  /// @param accounts finds an account by its name
  public Bouncer(
      Salon salon,
      Keepsakes kept,
      Function<AccountName, Optional<Account>> accounts,
      BouncerSettings settings) {
    this.salon = salon;
    this.kept = kept;
    this.accounts = accounts;
    this.settings = settings;
  }

  /// The settings as they are now. Never waits.
  public BouncerSettings settings() {
    return settings;
  }

  /// Takes other settings, for what happens from now on. Never waits.
  public void reload(BouncerSettings now) {
    settings = now;
  }

  // ---- What accounts choose ----

  /// What an account says to something.
  public Wish wish(AccountName account, Choice choice) {
    return wish(kept.of(account).get(choice.title()));
  }

  private static Wish wish(@Nullable String content) {
    return content == null ? Wish.DEFAULT : Wish.of(content).orElse(Wish.DEFAULT);
  }

  /// Whether something holds for an account.
  public boolean holds(AccountName account, Choice choice) {
    return holds(choice, wish(account, choice));
  }

  private boolean holds(Choice choice, Wish wish) {
    return switch (choice) {
      case ALWAYS_ON ->
          switch (settings.alwaysOn()) {
            case OFF -> false;
            case OPT_IN -> wish.holds(false);
            case OPT_OUT -> wish.holds(true);
            case MANDATORY -> true;
          };
      case AUTO_AWAY -> wish.holds(settings.autoAway());
      case AUTOREPLAY_MISSED, MULTICLIENT -> wish.holds(true);
    };
  }

  /// An account says what it wants from now on.
  ///
  /// @param presence of who says it
  public void choose(
      Presence presence, Session session, AccountName account, Choice choice, Wish wish) {
    if (wish == Wish.DEFAULT) {
      kept.remove(account, choice.title());
    } else {
      kept.put(account, choice.title(), wish.name());
    }
    switch (choice) {
      case ALWAYS_ON -> {
        if (holds(choice, wish)) {
          came(presence, session);
        } else {
          kept.remove(account, GUISE);
          release(standIns.get(account));
        }
      }
      case AUTO_AWAY -> {
        var standIn = standIns.get(account);
        if (standIn != null) {
          show(standIn);
        }
      }
      case AUTOREPLAY_MISSED, MULTICLIENT -> {}
    }
  }

  // ---- Coming and going ----

  /// The nick under which somebody of an account is here already and a new connection finds them;
  /// empty when it may choose.
  public Optional<Nick> nick(AccountName account) {
    var here = salon.people().directory().of(account);
    return here.isEmpty() || !holds(account, Choice.ALWAYS_ON)
        ? Optional.empty()
        : Optional.of(here.getFirst().nick());
  }

  /// Whether a connection may be one more of somebody who is here under a nick.
  public boolean mayJoin(AccountName account, Nick nick) {
    var there = salon.people().directory().find(nick);
    return there.isEmpty()
        || !account.equals(there.get().account())
        || isAlone(account, there.get())
        || holds(account, Choice.MULTICLIENT);
  }

  // Nobody is behind them but a stand-in.
  private boolean isAlone(AccountName account, Person who) {
    var standIn = standIns.get(account);
    return standIn != null
        && standIn.presence().id().equals(who.id())
        && standIn.presence().sessions().equals(List.of(standIn));
  }

  /// Somebody has a connection: when they are to stay, they will.
  public void came(Presence presence, Session session) {
    var person = salon.people().person(presence);
    var account = person.account();
    if (account == null || !holds(account, Choice.ALWAYS_ON) || isClosed) {
      return;
    }
    kept.put(account, GUISE, Guise.of(person, salon.stamps().now()).text());
    var mine =
        new StandIn(salon.stamps().next(), account, session.address(), presence, this::shutOut);
    var before = standIns.putIfAbsent(account, mine);
    if (before == null) {
      if (salon.people().stay(presence, mine)) {
        show(mine);
      } else {
        standIns.remove(account, mine);
      }
    }
  }

  /// The channels that an account has not left, connected or not.
  public List<ChannelName> seats(AccountName account) {
    return kept.seats(account);
  }

  /// When a device of an account was here last; empty for one that never was.
  public Optional<Instant> seen(AccountName account, String device) {
    return Optional.ofNullable(kept.of(account).get(SEEN + device))
        .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
  }

  /// A device of an account is here, or has just gone.
  ///
  /// @param until it has been shown what happened
  public void note(AccountName account, String device, Instant until) {
    if (settings.replayLines() == 0) {
      return;
    }
    if (!device.isEmpty()) {
      forgetOldest(account, device);
    }
    kept.put(account, SEEN + device, Long.toString(until.toEpochMilli()));
  }

  // Of more devices than that, the one that was away for longest is not known any more.
  private void forgetOldest(AccountName account, String device) {
    var seen = new HashMap<>(kept.of(account));
    seen.keySet().removeIf(item -> !item.startsWith(SEEN) || item.equals(SEEN));
    if (!seen.containsKey(SEEN + device) && seen.size() >= settings.devices()) {
      seen.entrySet().stream()
          .min(Map.Entry.comparingByValue())
          .ifPresent(oldest -> kept.remove(account, oldest.getKey()));
    }
  }

  /// A connection has ended, and somebody may be left to their stand-in: they come back as they are
  /// now.
  public void gone(Person person) {
    var account = person.account();
    if (account != null && standIns.containsKey(account)) {
      kept.put(account, GUISE, Guise.of(person, salon.stamps().now()).text());
    }
  }

  private void show(StandIn standIn) {
    var how =
        holds(standIn.account(), Choice.AUTO_AWAY) ? Availability.IDLE : Availability.CONNECTED;
    try {
      salon.people().appearance().available(standIn.presence(), standIn, null, how);
    } catch (NetworkException e) {
      LOG.log(Level.DEBUG, "{0} is shown as away later: {1}", standIn.account(), e.getMessage());
    }
  }

  // ---- Who stays ----

  /// Brings back who should be here and is not, and lets go who should not be. To be called when
  /// the server starts, before anybody can connect, and again and again.
  public void sweep() {
    if (isClosed || (settings.alwaysOn() == Policy.OFF && standIns.isEmpty())) {
      return;
    }
    var mine = List.copyOf(standIns.values()); // before what holds for them
    try {
      var wishes = kept.all(Choice.ALWAYS_ON.title());
      var guises = new HashMap<AccountName, Guise>();
      kept.all(GUISE)
          .forEach(
              (account, text) -> Guise.parse(text).ifPresent(guise -> guises.put(account, guise)));
      guises.keySet().removeIf(account -> !holds(Choice.ALWAYS_ON, wish(wishes.get(account))));
      for (var standIn : mine) {
        keep(standIn, guises.get(standIn.account()));
      }
      if (isFirst()) {
        bringBack(guises);
      }
    } catch (StoreException e) {
      LOG.log(Level.WARNING, "Who stays cannot be read: {0}", e.getMessage());
    }
  }

  private void keep(StandIn standIn, @Nullable Guise guise) {
    var now = salon.stamps().now();
    var account = standIn.account();
    var person = salon.people().directory().find(standIn.presence().id());
    if (guise == null
        || person.filter(who -> account.equals(who.account())).isEmpty()
        || accounts.apply(account).filter(this::mayStay).isEmpty()) {
      release(standIn);
    } else if (standIn.presence().sessions().size() > 1
        && guise.seen() < now.minus(NOTED_EVERY).toEpochMilli()) {
      kept.put(account, GUISE, guise.seenAt(now).text());
    }
  }

  private void release(@Nullable StandIn standIn) {
    if (standIn != null && standIns.remove(standIn.account(), standIn)) {
      salon.people().depart(standIn.presence(), standIn, OVER);
    }
  }

  // They come back when they may: what is remembered of them stays.
  private void shutOut(StandIn standIn) {
    Thread.startVirtualThread(() -> release(standIn));
  }

  private boolean isFirst() {
    int own = salon.stamps().node();
    return salon.topology().nodes().stream().noneMatch(node -> node.number() < own);
  }

  private void bringBack(Map<AccountName, Guise> guises) {
    var here = new HashSet<AccountName>();
    for (var person : salon.people().directory().everybody()) {
      if (person.account() != null) {
        here.add(person.account());
      }
    }
    long oldest =
        settings.expiryDays() == 0
            ? Long.MIN_VALUE
            : salon.stamps().now().minus(Duration.ofDays(settings.expiryDays())).toEpochMilli();
    var slots = new Semaphore(AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : guises.entrySet()) {
        if (one.getValue().seen() < oldest) {
          kept.remove(one.getKey(), GUISE); // and the next sweep lets them go, on any node
        } else if (!here.contains(one.getKey())) {
          slots.acquireUninterruptibly();
          Future<?> _ =
              threads.submit(() -> {
                try {
                  bringBack(one.getKey(), one.getValue());
                } finally {
                  slots.release();
                }
              });
        }
      }
    }
  }

  private void bringBack(AccountName name, Guise guise) {
    try {
      var account = accounts.apply(name).filter(this::mayStay);
      if (account.isEmpty()) {
        return;
      }
      var nicks = List.of(Nick.trusted(guise.nick()), Nick.trusted(name.shown()));
      for (var nick : nicks) {
        var standIn = new StandIn(salon.stamps().next(), name, NOWHERE, null, this::shutOut);
        var entry = salon.people().enter(standIn, guise.person(account.get(), nick));
        if (entry instanceof Entry.Entered(var presence, var isNew)) {
          standIn.presence(presence);
          standIns.put(name, standIn);
          settle(standIn, isNew);
          return;
        }
      }
      LOG.log(Level.INFO, "{0} cannot stay: their nick is taken", name);
    } catch (StoreException | NetworkException e) {
      LOG.log(Level.WARNING, "{0} cannot come back yet: {1}", name, e.getMessage());
    }
  }

  private boolean mayStay(Account account) {
    return account.refusal(salon.stamps().now()).isEmpty();
  }

  private void settle(StandIn standIn, boolean isNew) {
    var presence = standIn.presence();
    show(standIn);
    if (!isNew) {
      salon.people().attach(presence, standIn);
    }
    for (var name : kept.seats(standIn.account())) {
      if (!presence.channels().contains(name)) {
        var outcome = Salon.await(salon.ask(presence, standIn, null, name, new Join(null)));
        if (outcome instanceof Refused(var why)) {
          LOG.log(Level.INFO, "{0} cannot come back to {1}: {2}", standIn.account(), name, why);
        }
      }
    }
  }

  /// How many stay by this node at this moment. Never waits.
  public int staying() {
    return standIns.size();
  }

  /// Brings nobody back any more. Who is here stays, for the next start.
  @Override
  public void close() {
    isClosed = true;
  }
}
