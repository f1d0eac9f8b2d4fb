package chat.salon.web;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.Bonded;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.ConversationId;
import chat.salon.core.ConversationState;
import chat.salon.core.Delivery;
import chat.salon.core.Event;
import chat.salon.core.IdempotencyKey;
import chat.salon.core.Inbox;
import chat.salon.core.Nick;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Outlet;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Presence;
import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.Refusal.Hindered;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.Salon;
import chat.salon.core.Session;
import chat.salon.core.account.Token;
import chat.salon.core.request.Request;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One connection of a browser or a program. Its peer hears and is told on an event loop; its turn,
/// a virtual thread while there is input, runs its frames. What a frame needs of the world it asks
/// for here.
public final class WebSession implements Session {
  private final long id;
  private final WebDoor door;
  private final Peer peer;
  private final Client client;
  private final Inbox<Input> inbox;
  private final WebTurn turn;
  private final Watched watched = new Watched(this);
  private final Sequels sequels = new Sequels();
  private final Badge badge = new Badge(this);
  private final AtomicBoolean ending = new AtomicBoolean();
  private volatile @Nullable Presence presence;
  private volatile @Nullable Account account;
  private volatile @Nullable Token token;
  private volatile Language language;

  /// What a session's turn works on.
  sealed interface Input {
    /// A frame, and where its answer goes.
    record Heard(ObjectNode frame, Consumer<Answer> reply) implements Input {}

    /// What is no frame.
    record Bad(Problem problem) implements Input {}

    /// It came with a token: it is let in.
    record Began(Account account, Token token) implements Input {}

    /// Something happened of which there is more to tell than the events.
    record Happened() implements Input {}

    /// How somebody stands to its account may have changed.
    record Tied(Bonded now) implements Input {}

    /// The connection is over.
    record Ended(String reason) implements Input {}
  }

  /// Who is at the other end, as far as the connection tells.
  ///
  /// @param isSecure nobody on the way can read along
  /// @param agent what the program calls itself
  public record Client(
      InetAddress address, boolean isSecure, String agent, Language language, boolean isBrowser) {}

  WebSession(WebDoor door, Peer peer, Client client) {
    this.id = door.salon().stamps().next();
    this.door = door;
    this.peer = peer;
    this.client = client;
    this.language = client.language();
    this.turn = new WebTurn(this);
    this.inbox =
        new Inbox<>(
            door.salon().arrivals(), door.settings().receiveQueueFrames(), peer::begin, turn);
    door.live().began(this);
  }

  // ---- What it is ----

  @Override
  public long id() {
    return id;
  }

  @Override
  public String address() {
    return client.address().getHostAddress();
  }

  @Override
  public String device() {
    return client.agent();
  }

  @Override
  public Outlet outlet() {
    return peer.outlet();
  }

  Peer peer() {
    return peer;
  }

  /// Who is at the other end.
  public Client client() {
    return client;
  }

  /// Whether a password may be taken here (security A8).
  public boolean takesPasswords() {
    return client.isSecure() || door.settings().plainPasswords();
  }

  /// What it shares with all sessions of the door.
  public WebDoor door() {
    return door;
  }

  public Salon salon() {
    return door.salon();
  }

  /// In which it is spoken to.
  public Language language() {
    return language;
  }

  /// Speaks another one from now on.
  public void language(Language to) {
    language = to;
  }

  /// Whether it is logged in, and so somebody.
  public boolean isLoggedIn() {
    return presence != null;
  }

  /// The account that it is logged in to; only when it is.
  public Account account() {
    var now = account;
    if (now == null) {
      throw new IllegalStateException("not logged in");
    }
    return now;
  }

  @Nullable AccountName accountName() {
    var now = account;
    return now == null ? null : now.name();
  }

  @Override
  public long tokenId() {
    var its = token;
    return its == null ? 0 : its.id();
  }

  /// What it was let in by; null for a password.
  public @Nullable Token token() {
    return token;
  }

  /// Who the session is; only when it is logged in, and on its own turn, which alone ends that.
  public Presence presence() {
    var now = presence;
    if (now == null) {
      throw new IllegalStateException("not logged in");
    }
    return now;
  }

  void become(Account now, @Nullable Token by, Presence who) {
    account = now;
    token = by;
    presence = who;
  }

  /// Its account has changed.
  public void renew(Account now) {
    account = now;
  }

  /// What others see of it; only when it is logged in.
  public Person person() {
    return salon().people().person(presence());
  }

  /// What others see of it; empty when it is not logged in. Any thread, where it may end meanwhile.
  Optional<Person> somebody() {
    return Optional.ofNullable(presence).map(salon().people()::person);
  }

  /// Whether it is shown that somebody is connected. Any thread; never waits for the store.
  public boolean maySee(Person who) {
    var now = presence;
    return now != null && salon().friends().maySee(now, who);
  }

  /// Whether its person does not want to hear somebody; nobody is null. Any thread; never waits.
  boolean blocks(@Nullable Person who) {
    var now = presence;
    var account = who == null ? null : who.account();
    return now != null && account != null && salon().friends().blocks(now, account);
  }

  /// Who is asking, at this moment; only when it is logged in.
  public Actor actor() {
    return salon().people().actor(presence(), this);
  }

  /// Who it is, for events; nobody before it is logged in.
  PersonId personId() {
    var now = presence;
    return now == null ? PersonId.NONE : now.id();
  }

  // ---- What frames use, on the session's turn ----

  /// Asks the owner of a conversation and waits for the outcome.
  public <S extends ConversationState> Outcome ask(
      ConversationId<S> where, Request<? super S> request) {
    return ask(where, request, null);
  }

  /// Asks what is to be done once, however often the client asks under the same id.
  public <S extends ConversationState> Outcome askOnce(
      ConversationId<S> where, Request<? super S> request) {
    var id = turn.label();
    return ask(where, request, id == null ? null : IdempotencyKey.ofClient(id));
  }

  private <S extends ConversationState> Outcome ask(
      ConversationId<S> where, Request<? super S> request, @Nullable IdempotencyKey key) {
    return inbox.await(() -> {
      var answer = salon().ask(presence(), this, turn.label(), where, request, key);
      turn.placed();
      return Salon.await(answer);
    });
  }

  /// What the asker is told of an outcome.
  ///
  /// @param more what there is to tell when it was done
  public Answer answer(Outcome outcome, Function<Done, Answer> more) {
    return switch (outcome) {
      case Refused(var why) -> Answer.no(why);
      case Done(var events, var refusals) when events.isEmpty() && !refusals.isEmpty() ->
          Answer.no(refusals.getFirst());
      case Done done -> more.apply(done);
    };
  }

  /// What the asker is told of an outcome: no more than that.
  public Answer answer(Outcome outcome) {
    return answer(outcome, _ -> Answer.done());
  }

  /// Goes on with a channel's name, if the text is one.
  public Answer channel(String text, Function<ChannelName, Answer> then) {
    return salon().channelName(text).map(then).orElseGet(() -> Answer.no(new BadChannelName(text)));
  }

  /// Goes on with a nick, if the text is one.
  public Answer nick(String text, Function<Nick, Answer> then) {
    return salon().nick(text).map(then).orElseGet(() -> Answer.no(new NoSuchNick(text)));
  }

  /// Goes on with the place that a frame names.
  public Answer place(Fields fields, Function<Place, Answer> then) {
    var channel = fields.optional("channel");
    var other = fields.optional("other_user");
    if (channel.isPresent() == other.isPresent()) {
      return Answer.no(
          Problems.badFrame(
              "channel",
              "Il faut « channel » ou « other_user », l'un des deux.",
              "It takes \"channel\" or \"other_user\", one of them."));
    }
    return channel
        .map(text -> channel(text, name -> then.apply(new Place.InChannel(name))))
        .orElseGet(() ->
            nick(
                other.orElse(""),
                nick ->
                    then.apply(
                        Place.With.of(nick, person(), apart(() -> salon().people().party(nick))))));
  }

  /// Does something that waits for others to be told.
  public <R> R awaiting(Supplier<R> work) {
    return inbox.await(() -> {
      turn.placed();
      return work.get();
    });
  }

  /// Changes what is shown of this person, and tells everybody whom it concerns.
  public void change(UnaryOperator<Person> change) {
    awaiting(() -> {
      salon().people().change(presence(), this, turn.label(), change);
      return true;
    });
  }

  /// Does something slow that changes nothing for others: hashing, reading the store.
  public <R> R apart(Supplier<R> work) {
    turn.settled();
    return inbox.apart(work);
  }

  /// Waits until what arrived before this frame, on any connection, has had its effect.
  public void upToDate() {
    turn.awaitEffects();
  }

  /// A channel that people are in and this person may know of.
  public Optional<ChannelState> look(ChannelName name) {
    upToDate();
    return salon().look(actor(), name);
  }

  /// Somebody who is connected.
  public Optional<Person> find(Nick nick) {
    upToDate();
    return salon().people().directory().find(nick);
  }

  /// Those whose presence it is told.
  public Watched watched() {
    return watched;
  }

  /// How much of what concerns its person is new.
  public Badge badge() {
    return badge;
  }

  /// Tells the client something.
  public void tell(ObjectNode frame) {
    peer.tell(List.of(frame));
  }

  /// Tells the client several things.
  public void tell(List<ObjectNode> frames) {
    peer.tell(frames);
  }

  // ---- What its peer hears and sees ----

  @Override
  public void deliver(Delivery delivery) {
    peer.show(this, delivery);
  }

  @Override
  public void tied(Bonded now) {
    take(new Input.Tied(now));
  }

  /// Tells how somebody stands to its account. On the session's turn; waits for the store.
  void tell(Bonded now) {
    if (isLoggedIn()) {
      watched.keep(now);
      tell(apart(() -> Bonds.frame(this, now)));
    }
  }

  /// Has more told of an event on the session's turn. Any thread.
  void happened(Event event) {
    if (sequels.add(event)) {
      take(new Input.Happened());
    }
  }

  /// Tells what more there is to tell. On the session's turn.
  void tellMore() {
    sequels.take().forEach(event -> Sequel.tell(this, event));
  }

  /// Takes input. Any thread.
  void hear(Input input) {
    door.counters().frames().increment();
    take(input);
  }

  private void take(Input input) {
    if (!ending.get() && !inbox.offer(input)) {
      close("Too many frames at once", true);
    }
  }

  // ---- How it ends ----

  @Override
  public void close(String reason) {
    close(reason, false);
  }

  @Override
  public void shutOut(Hindered why) {
    close(Refusals.of(why).text().in(language()));
  }

  /// Says goodbye and hangs up. Any thread; the second time does nothing.
  ///
  /// @param again whether the client is to connect again
  public void close(String reason, boolean again) {
    close(reason, again, again ? 1012 : 1000);
  }

  void close(String reason, boolean again, int code) {
    if (ending.compareAndSet(false, true)) {
      inbox.abort(new Input.Ended(reason));
      peer.hangUp(Json.object().put("closing", reason).put("again", again), code);
    }
  }

  /// The other side has gone; what it said before that still counts. Any thread.
  void gone(String reason) {
    if (ending.compareAndSet(false, true)) {
      inbox.finish(new Input.Ended(reason));
    }
  }

  /// How long it stays when the other side has gone without a word.
  int graceSeconds() {
    return token == null ? 0 : door.settings().graceSeconds();
  }

  boolean isEnding() {
    return ending.get();
  }

  /// Leaves the chat, and is nobody from then on.
  public void depart(String reason) {
    var now = presence;
    presence = null;
    account = null;
    token = null;
    if (now != null) {
      salon().people().depart(now, this, reason);
    }
  }

  /// The end of the session's last turn.
  void ended(String reason) {
    try {
      depart(reason);
    } finally {
      door.live().ended(this);
    }
  }
}
