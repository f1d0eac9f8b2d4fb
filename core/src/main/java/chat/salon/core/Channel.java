package chat.salon.core;

import chat.salon.core.Event.Added;
import chat.salon.core.Event.Asking;
import chat.salon.core.Event.Attached;
import chat.salon.core.Event.Detached;
import chat.salon.core.Event.Fact;
import chat.salon.core.Event.Invited;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Later;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Sighted;
import chat.salon.core.port.Conversations;
import chat.salon.core.port.Directory;
import chat.salon.core.port.Head;
import chat.salon.core.port.MessageLog;
import chat.salon.core.port.Page;
import chat.salon.core.port.StoredChannel;
import chat.salon.core.port.Succession;
import chat.salon.core.port.Witness;
import chat.salon.core.request.Join;
import chat.salon.core.request.LiftBans;
import chat.salon.core.request.OnAccount;
import chat.salon.core.request.OnAccount.Here;
import chat.salon.core.request.OnAccounts;
import chat.salon.core.request.Rename;
import chat.salon.core.request.Request;
import chat.salon.core.request.Rights;
import chat.salon.core.request.TakeNote;
import chat.salon.core.request.TakeNote.News;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The owner of one channel.
final class Channel extends Conversation<ChannelState> {
  private static final int PAGE = 1000;

  private final ChannelName name;
  private final Conversations stored;
  private final Supplier<Limits> limits;
  private final Directory directory;
  private final Stamps stamps;
  private final Succession succession;
  private final MessageLog log;

  Channel(ChannelName name, Conversations stored, Host host) {
    super(name, host);
    this.name = name;
    this.stored = stored;
    this.limits = host.limits();
    this.directory = host.directory();
    this.stamps = host.stamps();
    this.succession = host.succession();
    this.log = host.log();
  }

  @Override
  Head stored() {
    return stored.channel(name).map(StoredChannel::head).orElse(Head.START);
  }

  @Override
  Loaded<ChannelState> load() {
    long epoch = succession.take(name);
    var channel = stored.channel(name).orElse(null);
    if (channel == null) {
      return new Loaded<>(new ChannelState(name, limits), Head.START.withEpoch(epoch));
    }
    var head = channel.head().withEpoch(epoch);
    var present = channel.head().isOpen() ? present(epoch) : List.<Member>of();
    var state = ChannelState.succeeded(channel, present, limits);
    if (state.memory() > 0) {
      since(Stamps.at(stamps.now().minusSeconds(state.memory()))).forEach(state::recall);
    }
    return new Loaded<>(state, head);
  }

  // Those of whom the nodes know.
  private Collection<Member> present(long epoch) {
    var witnesses = succession.gather(name, epoch);
    if (witnesses.stream().allMatch(witness -> witness.members().isEmpty())) {
      return List.of();
    }
    long least = witnesses.stream().mapToLong(Witness::upTo).min().orElse(0);
    return Recovery.members(witnesses, since(least));
  }

  private List<Event> since(long least) {
    var since = new ArrayList<Event>();
    for (long from = least; ; from = since.getLast().stamp().id()) {
      var page = log.read(new Page(name, from, Long.MAX_VALUE, PAGE, false, false, Rank.FOUNDER));
      since.addAll(page);
      if (page.size() < PAGE) {
        return since;
      }
    }
  }

  @Override
  ChannelSnapshot snapshot(ChannelState state, Head head) {
    return state.snapshot(head);
  }

  @Override
  List<Delivery> untold() {
    return List.of();
  }

  @Override
  Head head(Head before, ChannelState state) {
    return new Head(
        before.lastId(), before.lastSeq(), state.opened(), state.isOpen(), before.epoch());
  }

  @Override
  StoredChannel stored(ChannelState state, Head head) {
    return state.stored(head);
  }

  @Override
  Set<Integer> nodes(ChannelState state) {
    return state.nodes();
  }

  @Override
  Outcome decide(
      Request<? super ChannelState> request, ChannelState state, Actor actor, Stamp stamp) {
    return Auditorium.sighted(decided(request, state, actor, stamp), state, stamp);
  }

  private Outcome decided(
      Request<? super ChannelState> request, ChannelState state, Actor actor, Stamp stamp) {
    return switch (request) {
      case OnAccount about -> about.decide(state, here(about.account()), actor, stamp);
      case Rename rename -> rename.decide(state, actor, stamp, () -> isTaken(rename.to()));
      case OnAccounts about -> about.decide(state, this::here, actor, stamp);
      default -> super.decide(request, state, actor, stamp);
    };
  }

  // Whether there is a channel of this name that is not gone.
  private boolean isTaken(ChannelName other) {
    return stored
        .channel(other)
        .filter(channel -> channel.head().isOpen() || channel.founder() != null)
        .isPresent();
  }

  private List<Here> here(AccountName account) {
    return directory.of(account).stream()
        .map(person -> new Here(person, directory.nodes(person.id())))
        .toList();
  }

  @Override
  long readableFrom(ChannelState state, Actor actor) {
    return Rights.refusal(actor, Role.MODERATOR).isEmpty() ? 0 : Horizon.from(actor, state, stored);
  }

  @Override
  Set<AccountName> mentions(Said said, ChannelState state) {
    return Mentions.in(said, state);
  }

  @Override
  @Nullable Instant due(ChannelState state) {
    return state.firstEnd().orElse(null);
  }

  @Override
  Request<? super ChannelState> duty() {
    return new LiftBans();
  }

  @Override
  boolean isOver(ChannelState state) {
    return state.size() == 0;
  }

  @Override
  @Nullable Set<PersonId> only(Event event, ChannelState before, ChannelState state, Actor by) {
    return switch (event) {
      case Said said when said.least() != null -> readers(said.by(), said.least(), state);
      case Later later when later.about().least() != null ->
          readers(later.by(), later.about().least(), state);
      case Said said when !said.isKept() && !by.unheardBy().isEmpty() -> hearers(by, state);
      case Invited invited -> {
        var people = concerned(invited, state);
        if (!by.isHeardBy(invited.who())) {
          people.remove(invited.who().id());
        }
        yield people;
      }
      case Asking asking -> concerned(asking, state);
      case Sighted sighted -> sighted.by();
      case Attached attached -> Set.of(attached.who().id());
      case Detached _ -> Set.of();
      default -> Auditorium.only(event, before, state);
    };
  }

  // Whoever left or changed while their JOIN was being stored told the channels that they were on,
  // and this was none of them yet.
  @Override
  void delivered(Event event) {
    var state = published();
    if (state != null && event instanceof Added added) {
      bringIn(added, state);
    }
    if (!(event instanceof Joined joined) || state == null) {
      return;
    }
    var member = state.member(joined.who().id());
    var now = directory.find(joined.who().id());
    if (member.isEmpty() || now.filter(member.get().person()::looksLike).isPresent()) {
      return;
    }
    var fact = new Fact(stamps.next(), 1);
    var news =
        now.isPresent()
            ? new News.Changed(now.get(), fact)
            : new News.Gone("Connection lost", fact);
    ask(
        new Actor(joined.who(), joined.nodes(), "", Role.MEMBER, 0, 0),
        new TakeNote(news),
        null,
        null);
  }

  // Who was about to connect while they were added did not find it among their channels.
  private void bringIn(Added added, ChannelState state) {
    var account = added.who().account();
    if (account == null || !state.belongs(account)) {
      return;
    }
    for (var one : here(account)) {
      if (!state.has(one.person().id())) {
        var actor = new Actor(one.person(), one.nodes(), "", Role.MEMBER, 0, 0);
        var _ = ask(actor, new Join(null), null, null);
      }
    }
  }

  // Who asked, on every session, and who may answer.
  private Set<PersonId> concerned(Asking asking, ChannelState state) {
    var people = new HashSet<PersonId>();
    people.add(asking.who().id());
    var account = asking.who().account();
    if (account != null) {
      directory.of(account).forEach(person -> people.add(person.id()));
    }
    for (var member : state.members()) {
      if (Rights.mayAnswer(member.ranks())) {
        people.add(member.person().id());
      }
    }
    return people;
  }

  private static Set<PersonId> hearers(Actor by, ChannelState state) {
    var people = new HashSet<PersonId>();
    for (var member : state.members()) {
      if (by.isHeardBy(member.person())) {
        people.add(member.person().id());
      }
    }
    return people;
  }

  /// Who may read what is for a rank.
  static Set<PersonId> readers(Person by, Rank least, ChannelState state) {
    var people = new HashSet<PersonId>();
    people.add(by.id());
    for (var member : state.members()) {
      if (member.ranks().atLeast(least)) {
        people.add(member.person().id());
      }
    }
    return people;
  }
}
