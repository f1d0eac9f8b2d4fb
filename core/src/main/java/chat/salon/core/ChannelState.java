package chat.salon.core;

import chat.salon.core.Event.ActivityChanged;
import chat.salon.core.Event.Added;
import chat.salon.core.Event.Asking;
import chat.salon.core.Event.Attached;
import chat.salon.core.Event.Described;
import chat.salon.core.Event.Detached;
import chat.salon.core.Event.Invited;
import chat.salon.core.Event.JoinAnswered;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Kicked;
import chat.salon.core.Event.Later;
import chat.salon.core.Event.Left;
import chat.salon.core.Event.MarkedRead;
import chat.salon.core.Event.MetadataSet;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Event.Moved;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Event.Quit;
import chat.salon.core.Event.Renamed;
import chat.salon.core.Event.Returned;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.SettingsChanged;
import chat.salon.core.Event.Sighted;
import chat.salon.core.Event.Split;
import chat.salon.core.Event.TopicSet;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Forwarded;
import chat.salon.core.ModeChange.Keyed;
import chat.salon.core.ModeChange.Limited;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.ModeChange.Metered;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.ModeChange.Slowed;
import chat.salon.core.port.Head;
import chat.salon.core.port.StoredChannel;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A channel: who is in it and what is set. Anybody may read a published one, on any thread; only
/// the turn that made a copy changes that copy.
public final class ChannelState implements ConversationState {
  private ChannelName name;
  private final Supplier<Limits> limits;
  private Instant created;
  private long opened;
  private boolean open;
  private @Nullable Topic topic;
  private String description = "";
  private Metadata metadata = Metadata.NONE;
  private Modes modes;
  private @Nullable AccountName founder;
  private final Members members;
  private final Map<AccountName, Ranks> seats;
  private final Set<PersonId> invited;
  private JoinRequests requests;
  private final Pace pace;
  private final Rush rush;
  private int others; // in an outline

  /// A channel that nobody is in yet.
  public ChannelState(ChannelName name, Limits limits) {
    this(name, () -> limits);
  }

  /// @param limits those that hold when somebody asks for something
  ChannelState(ChannelName name, Supplier<Limits> limits) {
    this.name = name;
    this.limits = limits;
    this.created = Instant.EPOCH;
    this.modes = Modes.of(limits.get().channelModes());
    this.members = new Members();
    this.seats = new HashMap<>();
    this.invited = new HashSet<>();
    this.requests = new JoinRequests(List.of());
    this.pace = new Pace();
    this.rush = new Rush();
  }

  private ChannelState(ChannelState other) {
    name = other.name;
    limits = other.limits;
    created = other.created;
    opened = other.opened;
    open = other.open;
    topic = other.topic;
    description = other.description;
    metadata = other.metadata;
    modes = other.modes;
    founder = other.founder;
    members = other.members.copy();
    seats = new HashMap<>(other.seats);
    invited = new HashSet<>(other.invited);
    requests = other.requests.copy();
    pace = other.pace.copy();
    rush = other.rush.copy();
    others = other.others;
  }

  /// The channel as it was when the server went down, or the last of those who belong to it had
  /// gone: nobody is in it yet. Where nobody could get in and let others in, it is as if everybody
  /// had left.
  static ChannelState restored(StoredChannel stored, Supplier<Limits> limits) {
    var state = new ChannelState(stored.name(), limits);
    boolean hasKeeper =
        stored.founder() != null
            || stored.seats().values().stream().anyMatch(r -> r.atLeast(Rank.OP));
    boolean isShut = stored.flags().contains(Flag.INVITE_ONLY) || stored.key() != null;
    boolean isPermanent = stored.flags().contains(Flag.PERMANENT);
    if (!stored.head().isOpen() || (isShut && !hasKeeper && !isPermanent)) {
      return state;
    }
    state.take(stored);
    return state;
  }

  /// The channel as another node sent it.
  public static ChannelState of(ChannelSnapshot snapshot, Supplier<Limits> limits) {
    var state = new ChannelState(snapshot.settings().name(), limits);
    state.take(snapshot.settings());
    snapshot.members().forEach(state.members::put);
    state.invited.addAll(snapshot.invited());
    state.others = snapshot.others();
    return state;
  }

  /// What a node that follows it is to know.
  ChannelSnapshot snapshot(Head head) {
    return new ChannelSnapshot(stored(head), List.copyOf(members.all()), Set.copyOf(invited), 0);
  }

  /// What a node that only has a look is to know: not how far the channel has come.
  public ChannelSnapshot snapshot() {
    return snapshot(new Head(0, 0, opened, open, 0));
  }

  /// The same without its members and who wants to be one.
  public ChannelSnapshot outline() {
    var settings = stored(new Head(0, 0, opened, open, 0)).withRequests(List.of());
    return new ChannelSnapshot(settings, List.of(), Set.copyOf(invited), members.size());
  }

  /// The channel as it goes on under a new owner, with those whom the nodes still have.
  static ChannelState succeeded(
      StoredChannel stored, Collection<Member> present, Supplier<Limits> limits) {
    if (!stored.head().isOpen() || present.isEmpty()) {
      return restored(stored, limits);
    }
    var state = new ChannelState(stored.name(), limits);
    state.take(stored);
    present.forEach(state.members::put);
    return state;
  }

  private void take(StoredChannel stored) {
    created = stored.created();
    opened = stored.head().opened();
    open = stored.head().isOpen();
    topic = stored.topic();
    description = stored.description();
    metadata = stored.metadata();
    modes = modes(stored);
    founder = stored.founder();
    seats.putAll(stored.seats());
    requests = new JoinRequests(stored.requests());
  }

  private Modes modes(StoredChannel stored) {
    var lists = new EnumMap<ListKind, List<ListEntry>>(ListKind.class);
    lists.putAll(modes.lists()); // of one that is deserted, when it takes over the name
    lists.putAll(stored.lists());
    return new Modes(
        stored.flags(), stored.key(), stored.limit(), stored.slow(), stored.bounds(), lists);
  }

  @Override
  public ChannelName id() {
    return name;
  }

  public ChannelName name() {
    return name;
  }

  @Override
  public Limits limits() {
    return limits.get();
  }

  public Instant created() {
    return created;
  }

  public Optional<Topic> topic() {
    return Optional.ofNullable(topic);
  }

  /// What it is for; empty when nobody has said so.
  public String description() {
    return description;
  }

  /// What it says of itself.
  public Metadata metadata() {
    return metadata;
  }

  /// The seconds that a person without a rank waits between two messages; 0 for none.
  public int slow() {
    return modes.slow();
  }

  /// How many seconds somebody has to wait before they may speak again; 0 for none.
  public long wait(Actor actor, Instant now) {
    return slow() == 0 || ranks(actor.id()).atLeast(Rank.VOICE)
        ? 0
        : pace.wait(Pair.party(actor.person()), slow(), now);
  }

  /// What bounds it beside its flags, key and limit.
  public Bounds bounds() {
    return modes.bounds();
  }

  /// Whether as many came in a moment ago as may (`+j`).
  public boolean isRushed(Instant now) {
    return !bounds().joins().isNone() && rush.isFull(bounds().joins(), now);
  }

  /// Whether somebody without a rank said the same a moment ago, as often as one may (`+d`).
  public boolean isRepeated(Actor actor, String text, Instant now) {
    return !bounds().repeats().isNone()
        && !ranks(actor.id()).atLeast(Rank.VOICE)
        && rush.isWornOut(bounds().repeats(), Pair.party(actor.person()), text, now);
  }

  /// For how many seconds what was said or who came matters to its modes.
  int memory() {
    return Math.max(slow(), Math.max(bounds().joins().seconds(), bounds().repeats().seconds()));
  }

  /// Takes note of what happened before it was restored, and changes nothing else.
  void recall(Event event) {
    switch (event) {
      case Said said when Pace.counts(said) -> said(said);
      case Joined joined when !bounds().joins().isNone() ->
          rush.joined(bounds().joins(), joined.stamp().time());
      default -> {}
    }
  }

  private void said(Said said) {
    var party = Pair.party(said.by());
    if (slow() > 0) {
      pace.said(party, slow(), said.stamp().time());
    }
    if (!bounds().repeats().isNone()) {
      rush.said(bounds().repeats(), party, said.text(), said.stamp().time());
    }
  }

  private boolean counts(Said said) {
    return (slow() > 0 || !bounds().repeats().isNone()) && Pace.counts(said);
  }

  public boolean has(Flag flag) {
    return modes.flags().contains(flag);
  }

  public Set<Flag> flags() {
    return modes.flags();
  }

  public Optional<String> key() {
    return Optional.ofNullable(modes.key());
  }

  /// The most members that may be in it; 0 for no limit.
  public int limit() {
    return modes.limit();
  }

  public List<ListEntry> list(ListKind kind) {
    return modes.list(kind);
  }

  /// When the first of its bans ends; empty when all of them stay.
  public Optional<Instant> firstEnd() {
    return list(ListKind.BAN).stream()
        .flatMap(entry -> Stream.ofNullable(entry.until()))
        .min(Comparator.naturalOrder());
  }

  /// In the order in which they came.
  public Collection<Member> members() {
    return members.all();
  }

  public int size() {
    return members.size() + others;
  }

  public boolean has(PersonId person) {
    return members.has(person);
  }

  public Optional<Member> member(PersonId person) {
    return members.find(person);
  }

  public Optional<Member> member(Nick nick) {
    return members.find(nick);
  }

  /// The ranks of a person here; none for outsiders.
  public Ranks ranks(PersonId person) {
    var member = members.get(person);
    return member == null ? Ranks.NONE : member.ranks();
  }

  /// Whether somebody who may keep people out asked this person in.
  public boolean isInvited(PersonId person) {
    return invited.contains(person);
  }

  /// Those who ask to come in and wait for an answer, in the order in which they asked.
  public List<JoinRequest> requests() {
    return requests.all().stream().filter(JoinRequest::isPending).toList();
  }

  /// The last time that an account asked to come in, if that is still of use.
  public Optional<JoinRequest> request(@Nullable AccountName asker) {
    return requests.of(asker);
  }

  /// Whether it lets in who asks and is accepted: others see it, and enter by invitation only.
  public boolean isOnRequest() {
    return has(Flag.INVITE_ONLY) && !has(Flag.SECRET);
  }

  /// Whether it stays when the last member leaves.
  public boolean isRegistered() {
    return founder != null;
  }

  /// Whether it stays when nobody is in it: it is registered, or permanent (`+P`).
  public boolean isLasting() {
    return isRegistered() || has(Flag.PERMANENT);
  }

  /// Whether a member is listed for somebody, who need not be one: all are but in an auditorium
  /// (`+u`), where those without a rank are listed for the team alone, and not even for themselves.
  public boolean shows(Member member, PersonId viewer) {
    return !has(Flag.AUDITORIUM) || !member.ranks().isNone() || ranks(viewer).atLeast(Rank.HALFOP);
  }

  /// The account whose registered channel it is, whether it belongs to it or not.
  public Optional<AccountName> founder() {
    return Optional.ofNullable(founder);
  }

  /// Whether this account founded it; nobody is the founder of a group.
  public boolean isFounder(@Nullable AccountName account) {
    return account != null && account.equals(founder) && !name.isGroup();
  }

  /// Whether an account belongs to it while it is registered, connected or not.
  public boolean belongs(@Nullable AccountName account) {
    return isRegistered() && account != null && seats.containsKey(account);
  }

  /// The accounts whose membership has not ended, with their ranks: of a registered channel also
  /// those that are not connected.
  public Map<AccountName, Ranks> seats() {
    return Collections.unmodifiableMap(seats);
  }

  /// The ranks that an account held here when it was last here, and gets back on its return.
  public Ranks seat(@Nullable AccountName account) {
    var ranks = account == null ? Ranks.NONE : seats.getOrDefault(account, Ranks.NONE);
    return isFounder(account) ? ranks.with(Rank.FOUNDER) : ranks;
  }

  /// Whether somebody may keep it who is not here, so that no newcomer is made operator.
  public boolean hasKeeper() {
    return isLasting() || seats.values().stream().anyMatch(ranks -> ranks.atLeast(Rank.OP));
  }

  /// Whether people are in it, or were when the server went down, or it is registered.
  public boolean isOpen() {
    return open;
  }

  @Override
  public long opened() {
    return opened;
  }

  /// The nodes on which its members have sessions.
  Set<Integer> nodes() {
    return members.nodes();
  }

  /// How the store is to keep it.
  StoredChannel stored(Head head) {
    return new StoredChannel(
        name,
        head,
        created,
        topic,
        modes.flags(),
        modes.key(),
        modes.limit(),
        Map.copyOf(modes.lists()),
        Map.copyOf(seats),
        founder,
        description,
        modes.slow(),
        requests.all(),
        modes.bounds(),
        metadata);
  }

  @Override
  public ChannelState copy() {
    return new ChannelState(this);
  }

  @Override
  public boolean isChangedBy(Event event) {
    return event instanceof Said said
        ? counts(said)
        : !(event instanceof Later || event instanceof Sighted);
  }

  @Override
  public void apply(Event event) {
    switch (event) {
      case Said said -> {
        if (counts(said)) {
          said(said);
        }
      }
      case Later _, Sighted _, Returned _, MarkedRead _, ActivityChanged _, SettingsChanged _ -> {}
      case Joined joined -> enter(joined);
      case Added added -> add(added.who().account());
      case Left left -> leave(left.who());
      case Kicked kicked -> putOut(kicked);
      case Quit quit -> disconnect(quit.who());
      case Split split -> split.gone().forEach(members::remove);
      case TopicSet(var stamp, _, var by, var text) ->
          topic = text.isEmpty() ? null : new Topic(text, by.mask(), stamp.time());
      case Described described -> description = described.text();
      case MetadataSet set -> metadata = metadata.with(set.key(), set.value());
      case ModesChanged(var stamp, _, var by, var changes) ->
          changes.forEach(change -> apply(change, by, stamp.time()));
      case Invited(_, _, var by, var who) -> {
        if (ranks(by.id()).atLeast(Rank.HALFOP)) {
          invited.add(who.id());
        }
      }
      case Asking asking -> ask(asking);
      case PersonChanged(_, _, var before, var after, _) -> replace(before, after);
      case Renamed _ -> giveAway();
      case Moved moved -> take(moved.as());
      case Attached(_, _, var who, _, var node) -> members.onNode(who.id(), node, true);
      case Detached(_, _, var who, var node) -> members.onNode(who.id(), node, false);
    }
  }

  private void giveAway() {
    members.clear();
    close();
  }

  private void take(ChannelSnapshot snapshot) {
    name = snapshot.settings().name();
    take(snapshot.settings());
    snapshot.members().forEach(members::put);
    invited.addAll(snapshot.invited());
  }

  private void enter(Joined joined) {
    if (!open) {
      open = true;
      created = joined.stamp().time();
      opened = joined.stamp().id();
    }
    if (!bounds().joins().isNone()) {
      rush.joined(bounds().joins(), joined.stamp().time());
    }
    var who = joined.who();
    members.put(new Member(who, joined.ranks(), joined.stamp().time(), joined.nodes()));
    invited.remove(who.id());
    takeSeat(who, joined.ranks());
  }

  private void add(@Nullable AccountName account) {
    if (account != null) {
      seats.putIfAbsent(account, Ranks.NONE);
    }
  }

  private void ask(Asking asking) {
    requests.apply(asking);
    var account = asking.who().account();
    if (asking instanceof JoinAnswered answered
        && answered.answer().accepted()
        && isRegistered()
        && account != null) {
      seats.putIfAbsent(account, Ranks.NONE);
    }
  }

  private void leave(Person who) {
    var member = members.remove(who);
    if (member == null && !isRegistered()) {
      return;
    }
    var account = (member == null ? who : member.person()).account();
    if (account != null) {
      seats.remove(account);
    }
    closeIfOver();
  }

  // Whom the server puts out, as it does where a channel is closed, belongs to it still.
  private void putOut(Kicked kicked) {
    if (kicked.by().isServer()) {
      disconnect(kicked.who());
    } else {
      leave(kicked.who());
    }
  }

  private void disconnect(Person who) {
    if (isRegistered()) {
      members.remove(who);
      closeIfOver();
    } else {
      leave(who);
    }
  }

  private void closeIfOver() {
    if (members.isEmpty() && (!isLasting() || isDeserted())) {
      close();
    }
  }

  // A group is there for those who belong to it, and for nobody else.
  private boolean isDeserted() {
    return name.isGroup() && seats.isEmpty();
  }

  private void close() {
    open = false;
    topic = null;
    description = "";
    metadata = Metadata.NONE;
    modes = Modes.of(limits().channelModes());
    rush.clear();
    founder = null;
    seats.clear();
    invited.clear();
    requests.clear();
  }

  private void takeSeat(Person who, Ranks ranks) {
    if (who.account() != null) {
      seats.put(who.account(), ranks);
    }
  }

  private void replace(Person before, Person after) {
    var member = members.replace(before, after);
    if (member == null) {
      return;
    }
    if (before.account() != null && !before.account().equals(after.account()) && !isRegistered()) {
      seats.remove(before.account());
    }
    if (!name.isGroup() || belongs(after.account())) {
      takeSeat(after, member.ranks());
    }
  }

  private void register(@Nullable AccountName by) {
    founder = by;
    if (by == null) { // who is away belongs to it no more
      seats.keySet().retainAll(members.accounts());
      closeIfOver();
    }
  }

  private void apply(ModeChange change, Person by, Instant at) {
    modes = modes.after(change, by.mask(), at);
    switch (change) {
      case Flagged(var flag, var on) -> {
        if (flag == Flag.REGISTERED) {
          register(on ? by.account() : null);
        }
      }
      case Ranked ranked -> rank(ranked);
      case Keyed _, Limited _, Slowed _, Forwarded _, Metered _, Listed _ -> {}
    }
  }

  private void rank(Ranked ranked) {
    var account = ranked.account();
    var member = holder(ranked);
    if (member.isPresent()) {
      var ranks = with(member.get().ranks(), ranked);
      members.rank(member.get().person().id(), ranks);
      takeSeat(member.get().person(), ranks);
    } else if (account != null) {
      seats.computeIfPresent(account, (_, before) -> with(before, ranked));
    }
  }

  /// The member whose rank a change is about; empty when it is about somebody who is away.
  public Optional<Member> holder(Ranked ranked) {
    var account = ranked.account();
    return member(ranked.nick())
        .filter(member -> account == null || account.equals(member.person().account()));
  }

  private static Ranks with(Ranks before, Ranked ranked) {
    return ranked.on() ? before.with(ranked.rank()) : before.without(ranked.rank());
  }
}
