package chat.salon.core;

import chat.salon.core.Refusal.Hindered;
import chat.salon.core.port.Placement;
import chat.salon.core.port.Relay;
import chat.salon.core.protect.Announcement;
import chat.salon.core.protect.Announcement.To;
import chat.salon.core.protect.Closure;
import chat.salon.core.protect.Decree;
import chat.salon.core.protect.Deed;
import chat.salon.core.protect.Defences;
import chat.salon.core.protect.Hindrance.Forbidden;
import chat.salon.core.protect.Hindrance.Haste;
import chat.salon.core.protect.Hindrance.ServerBanned;
import chat.salon.core.protect.Hindrance.Shut;
import chat.salon.core.protect.Hindrance.Suspended;
import chat.salon.core.protect.Hindrance.TooOften;
import chat.salon.core.protect.Hindrance.What;
import chat.salon.core.protect.ProtectionSettings;
import chat.salon.core.protect.Rules;
import chat.salon.core.protect.ServerBan;
import chat.salon.core.protect.ServerBan.Kind;
import chat.salon.core.protect.SpamFilter;
import chat.salon.core.request.AskToJoin;
import chat.salon.core.request.CreateChannel;
import chat.salon.core.request.Invite;
import chat.salon.core.request.Join;
import chat.salon.core.request.Leave;
import chat.salon.core.request.RegisterChannel;
import chat.salon.core.request.Rename;
import chat.salon.core.request.Request;
import chat.salon.core.request.SayPrivately;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What keeps the server as a whole in order, on one node: who may be here, how often people may do
/// what, what counts as spam, and what operators decree everywhere. Any thread; what waits says so.
public final class Protection {
  private static final System.Logger LOG = System.getLogger(Protection.class.getName());

  private final Audience audience;
  private final Relay relay;
  private final Stamps stamps;
  private final Supply supply;
  private final SpamCheck spam;
  private final Closures closures;
  private final List<Consumer<Announcement>> hearers = new CopyOnWriteArrayList<>();
  private volatile ProtectionSettings settings = ProtectionSettings.DEFAULT;
  private volatile @Nullable Defences defences;
  private volatile Rules rules = Rules.NONE;
  private volatile Bans bans = new Bans(List.of());

  /// What it needs of the chat that is built around it.
  interface Supply {
    People people();
  }

  Protection(Audience audience, Relay relay, Placement placement, Stamps stamps, Supply supply) {
    this.audience = audience;
    this.relay = relay;
    this.stamps = stamps;
    this.supply = supply;
    this.spam = new SpamCheck(this, placement, stamps);
    this.closures = new Closures(audience, placement, stamps);
  }

  // ---- What holds ----

  /// Begins to go by what is kept. Waits for the disk.
  public void open(Defences kept, ProtectionSettings now) {
    settings = now;
    defences = kept;
    read(kept);
  }

  /// Takes other settings, for what happens from now on.
  public void reload(ProtectionSettings now) {
    settings = now;
  }

  /// The settings as they are now.
  public ProtectionSettings settings() {
    return settings;
  }

  /// What holds now, as this node knows it. Never waits.
  public Rules rules() {
    return rules;
  }

  /// Where it is kept. To change something, change it there and then [#renew].
  ///
  /// @throws IllegalStateException it is kept nowhere
  public Defences defences() {
    var kept = defences;
    if (kept == null) {
      throw new IllegalStateException("nothing is kept here");
    }
    return kept;
  }

  /// Reads what holds anew, here and on every other node, and puts out who may not be here any
  /// more. Waits for the disk.
  public void renew() {
    carryOut(new Decree.Renew(), true);
    relay.decreeElsewhere(new Decree.Renew());
  }

  /// Reads what holds anew, as it has to be done once in a while, should a node have missed a
  /// change. Waits for the disk.
  public void refresh() {
    var kept = defences;
    if (kept != null) {
      read(kept);
      sweep();
      closures.sweep(supply.people());
    }
  }

  private void read(Defences kept) {
    var now = kept.rules();
    bans = new Bans(now.bans());
    closures.take(now.closures());
    rules = now;
  }

  /// Why a channel is closed; empty when it is open. Never waits.
  public Optional<Closure> closure(ChannelName channel) {
    return closures.of(channel);
  }

  // ---- Who may be here ----

  /// Why somebody may not come in, or stay; empty when they may. Staff may, unless their account is
  /// suspended. Never waits.
  ///
  /// @param address numeric, from which they come
  /// @param isNew whether they are about to come: who is here stays when the server is shut
  public Optional<Refusal> bar(Person who, String address, boolean isNew) {
    var account = who.account();
    var suspended = account == null ? Optional.<Refusal>empty() : refusalOf(account);
    if (suspended.isPresent()) {
      return suspended;
    }
    if (who.standing().role() != Role.MEMBER) {
      return Optional.empty();
    }
    boolean isExempt = settings.isExempt(address);
    var ban = bans.on(who, address, isExempt, stamps.now());
    if (ban.isPresent()) {
      return Optional.of(refusal(ban.get()));
    }
    if (!isNew || isExempt) {
      return Optional.empty();
    }
    int level = rules.level();
    if (level <= 1) {
      return shut(What.CONNECTIONS, 1);
    }
    return level <= 2 && who.account() == null ? shut(What.GUESTS, 2) : Optional.empty();
  }

  /// Why nobody may be here by an account; empty when its owner may. Never waits.
  public Optional<Refusal> refusalOf(AccountName account) {
    return bans.suspending(account, stamps.now())
        .map(ban -> new Hindered(new Suspended(ban.reason(), ban.until())));
  }

  private Hindered refusal(ServerBan ban) {
    return new Hindered(new ServerBanned(ban.reason(), ban.until(), settings.appeal()));
  }

  private static Optional<Refusal> shut(What what, int level) {
    return Optional.of(new Hindered(new Shut(what, level)));
  }

  /// Why nobody may make an account now; empty when people may. Never waits.
  public Optional<Refusal> refusalToRegister() {
    return rules.level() <= 4 ? shut(What.REGISTRATION, 4) : Optional.empty();
  }

  /// The same for an account of this name.
  public Optional<Refusal> refusalToRegister(AccountName name) {
    return refusalToRegister().or(() -> forbidden(Kind.NICK, name.folded(), name.shown()));
  }

  /// Why nobody may be called so; empty when people may. Never waits.
  public Optional<Refusal> forbidden(Nick nick) {
    return forbidden(Kind.NICK, nick.folded(), nick.shown());
  }

  /// Why nobody may be in a channel of this name; empty when people may. Never waits.
  public Optional<Refusal> forbidden(ChannelName name) {
    return forbidden(Kind.CHANNEL, name.folded(), name.shown());
  }

  private Optional<Refusal> forbidden(Kind kind, String folded, String shown) {
    return bans.forbidding(kind, folded, stamps.now())
        .map(ban -> new Hindered(new Forbidden(shown, ban.reason())));
  }

  /// Ends the sessions on this node of all who may not be here. Never waits.
  private void sweep() {
    for (var presence : audience.presences()) {
      check(presence);
    }
  }

  /// Ends somebody's sessions where they may not be here. Never waits.
  void check(Presence presence) {
    var who = supply.people().directory().find(presence.id());
    if (who.isPresent()) {
      for (var session : presence.sessions()) {
        bar(who.get(), session.address(), false).ifPresent(why -> session.shutOut((Hindered) why));
      }
    }
  }

  /// Whom a ban puts out, of those who are connected to this node: staff stay. Never waits.
  public List<Person> coveredBy(ServerBan ban) {
    return audience.presences().stream()
        .flatMap(presence ->
            supply.people().directory().find(presence.id()).stream()
                .filter(who -> !who.standing().oper() && covers(ban, who, presence)))
        .toList();
  }

  private boolean covers(ServerBan ban, Person who, Presence presence) {
    return presence.sessions().stream()
        .anyMatch(
            session -> ban.covers(who, session.address(), settings.isExempt(session.address())));
  }

  // ---- What people may do ----

  /// What becomes of a request before its owner is asked: a refusal, or an answer that says
  /// nothing; null when its owner is to be asked. Never waits.
  @Nullable Outcome stop(
      Presence presence,
      Session session,
      Actor actor,
      ConversationId<?> where,
      Request<?> request) {
    var closed = closures.refusal(where, request);
    if (closed.isPresent()) {
      return new Outcome.Refused(closed.get());
    }
    if (actor.role() != Role.MEMBER) {
      return null;
    }
    var why =
        shut(actor, request)
            .or(() -> forbidden(where, request))
            .or(() -> tooOften(presence, actor, request));
    return why.isPresent()
        ? new Outcome.Refused(why.get())
        : spam.judge(session, actor, where, request);
  }

  /// A request as its owner is to be asked it: a reason to leave is left out when filters find
  /// something in it.
  @SuppressWarnings("unchecked") // a Leave stays one
  <S extends ConversationState> Request<? super S> cleaned(
      Actor actor, Request<? super S> request) {
    if (!(request instanceof Leave(var reason))) {
      return request;
    }
    var clean = clean(actor.person(), actor.role(), SpamFilter.Place.PART, reason);
    return clean.equals(reason) ? request : (Request<? super S>) new Leave(clean);
  }

  /// A reason to leave without what filters find in it.
  String clean(Person who, Role role, SpamFilter.Place place, String reason) {
    return role == Role.MEMBER ? spam.clean(who, place, reason) : reason;
  }

  /// Why somebody may not come in under the nick that they want; empty when they may. A forbidden
  /// one is still the account's that had it before.
  Optional<Refusal> refusalOfNick(Person who) {
    var account = who.account();
    boolean isOwn = account != null && account.folded().equals(who.nick().folded());
    return isOwn || who.standing().oper() ? Optional.empty() : forbidden(who.nick());
  }

  /// Why somebody may not take a nick; empty when they may.
  Optional<Refusal> refusalOfNick(Presence presence, Person who, Nick wanted) {
    if (who.standing().role() != Role.MEMBER) {
      return Optional.empty();
    }
    return refusalOfNick(who.withNick(wanted))
        .or(() -> tooOften(presence, Haste.RENAMING))
        .or(() -> spam.refusalOfNick(who, wanted));
  }

  private Optional<Refusal> shut(Actor actor, Request<?> request) {
    int level = rules.level();
    if (level <= 4 && (request instanceof RegisterChannel || request instanceof CreateChannel)) {
      return shut(What.REGISTRATION, 4);
    }
    return level <= 3
            && request instanceof SayPrivately say
            && actor.person().account() == null
            && !say.to().standing().oper()
        ? shut(What.GUESTS_WRITING, 3)
        : Optional.empty();
  }

  private Optional<Refusal> forbidden(ConversationId<?> where, Request<?> request) {
    return switch (request) {
      case Rename rename -> forbidden(rename.to());
      case Join _, AskToJoin _, CreateChannel _, RegisterChannel _
          when where instanceof ChannelName name ->
          forbidden(name);
      default -> Optional.empty();
    };
  }

  private Optional<Refusal> tooOften(Presence presence, Actor actor, Request<?> request) {
    if (request instanceof Join) {
      return tooOften(presence, Haste.JOINING);
    }
    if (request instanceof Invite || request instanceof AskToJoin) {
      return tooOften(presence, Haste.INVITING);
    }
    if (request instanceof SayPrivately say && actor.person().account() == null) {
      var party = Pair.party(say.to());
      int most = settings.perMinute(Haste.REACHING);
      return tooOften(Haste.REACHING, presence.tempo().reach(party, most, millis()));
    }
    return Optional.empty();
  }

  private Optional<Refusal> tooOften(Presence presence, Haste what) {
    return tooOften(what, presence.tempo().count(what, settings.perMinute(what), millis()));
  }

  private static Optional<Refusal> tooOften(Haste what, long seconds) {
    return seconds == 0 ? Optional.empty() : Optional.of(new Hindered(new TooOften(what, seconds)));
  }

  private long millis() {
    return stamps.now().toEpochMilli();
  }

  // ---- What is decreed ----

  /// Carries something out on every node. Waits where the node of whom it concerns is this one.
  public void decree(Decree what) {
    carryOut(what, true);
    relay.decreeElsewhere(what);
  }

  /// Carries out what another node says. Never waits.
  public void decreedElsewhere(Decree what) {
    carryOut(what, false);
  }

  private void carryOut(Decree what, boolean mayWait) {
    switch (what) {
      case Decree.Kill(var whom, var reason) -> {
        var presence = audience.presence(whom);
        if (presence != null) {
          presence.sessions().forEach(session -> session.close(reason));
        }
      }
      case Decree.Tell(var announcement) -> hearers.forEach(hearer -> hearer.accept(announcement));
      case Decree.Rename(var whom, var nick) -> apart(mayWait, () -> rename(whom, nick));
      case Decree.Rehost(var account) ->
          apart(mayWait, () -> supply.people().appearance().givenHost(account));
      case Decree.Renew() -> apart(mayWait, this::refresh);
    }
  }

  private static void apart(boolean mayWait, Runnable work) {
    if (mayWait) {
      work.run();
    } else {
      Thread.startVirtualThread(() -> {
        try {
          work.run();
        } catch (StoreException | NetworkException e) {
          LOG.log(
              Level.WARNING, "what another node decreed was not carried out: {0}", e.getMessage());
        }
      });
    }
  }

  private void rename(PersonId whom, Nick nick) {
    var presence = audience.presence(whom);
    var sessions = presence == null ? List.<Session>of() : presence.sessions();
    if (presence != null && !sessions.isEmpty()) {
      var _ = supply.people().renameByForce(presence, sessions.getFirst(), nick);
    }
  }

  /// @param hearer is handed what is told to many; on any thread, and never waits
  public void hear(Consumer<Announcement> hearer) {
    hearers.add(hearer);
  }

  /// Tells staff on every node something. Never waits.
  public void tellStaff(To to, String text) {
    decree(new Decree.Tell(Announcement.toStaff(to, text)));
  }

  /// Tells staff who are connected to this node something. Never waits.
  public void tellStaffHere(To to, String text) {
    carryOut(new Decree.Tell(Announcement.toStaff(to, text)), true);
  }

  /// Writes down what somebody with power over others did, where what it changed is not kept with
  /// it. Waits for the disk.
  public void note(Deed deed) {
    var kept = defences;
    if (kept != null) {
      kept.note(deed);
    }
  }
}
