package chat.salon.irc;

import static java.util.concurrent.TimeUnit.SECONDS;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.Bonded;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.ConversationId;
import chat.salon.core.ConversationState;
import chat.salon.core.Delivery;
import chat.salon.core.Inbox;
import chat.salon.core.Nick;
import chat.salon.core.Origin;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Outlet;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Presence;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.Hindered;
import chat.salon.core.Role;
import chat.salon.core.Salon;
import chat.salon.core.Session;
import chat.salon.core.account.Fingerprint;
import chat.salon.core.account.Token;
import chat.salon.core.request.Request;
import chat.salon.irc.arrival.Listing;
import chat.salon.irc.arrival.Peer;
import chat.salon.irc.login.Registration;
import chat.salon.irc.login.Sasl;
import chat.salon.wire.Line;
import chat.salon.wire.Parsed;
import chat.salon.wire.TextSplit;
import io.netty.channel.Channel;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One IRC connection. Its event loop hears and writes; its turn, a virtual thread while there is
/// input, runs its commands. What a command needs of the world it asks for here.
public final class IrcSession implements Session {
  /// Why no password is taken here (security A8).
  public static final String INSECURE =
      "This connection is not encrypted: connect to the TLS port to use a password";

  private static final int LINES_A_PART = 256;

  private final long id;
  private final Door door;
  private final Loop loop;
  private final Entry entry;
  private volatile @Nullable Fingerprint fingerprint;
  private final Outbox outbox;
  private final View view;
  private final Inbox<Input> inbox;
  private final Turn turn;
  private final Registration registration;
  private final Sasl sasl;
  private final Pulse pulse;
  private final Ending ending;
  private final Monitored monitored;
  private final Silences silences = new Silences();
  private final ClientBatch batch = new ClientBatch(this);
  private final OwnMetadata metadata = new OwnMetadata(this);
  private final Ears ears = new Ears();
  private final AtomicInteger batches = new AtomicInteger();
  private volatile Caps caps = Caps.NONE;
  private volatile @Nullable Presence presence;
  private volatile @Nullable Account account;
  private volatile @Nullable Token token;

  /// What a session's turn works on.
  sealed interface Input {
    /// A line, or what stood in its place.
    record Heard(Parsed parsed) implements Input {}

    /// A batch of the client has been open for too long.
    record Overdue() implements Input {}

    /// The connection is over.
    record Ended(String reason) implements Input {}
  }

  /// Made on the loop that the connection is on.
  IrcSession(Door door, Loop loop, Channel channel, Entry entry) {
    this.door = door;
    this.loop = loop;
    this.id = door.salon().stamps().next();
    this.entry = entry;
    this.outbox = new Outbox(channel, loop, this);
    this.view = new View(this);
    this.turn = new Turn(this);
    this.inbox =
        new Inbox<>(
            door.salon().arrivals(), door.settings().receiveQueueLines(), loop::begin, turn);
    this.registration = new Registration(this);
    this.sasl = new Sasl(this);
    this.pulse = new Pulse(this);
    this.ending = new Ending(this, pulse, channel);
    this.monitored = new Monitored(this);
    door.live().began();
    door.unregistered().incrementAndGet();
  }

  // ---- What it is ----

  @Override
  public long id() {
    return id;
  }

  @Override
  public String address() {
    return inetAddress().getHostAddress();
  }

  @Override
  public Outlet outlet() {
    return loop;
  }

  /// Where the client connects from.
  public InetAddress inetAddress() {
    return entry.peer().address();
  }

  /// Who is at the other end, or for whom that speaks.
  public Peer peer() {
    return entry.peer();
  }

  /// It is a gateway that connects for somebody else.
  ///
  /// @param shown the certificate that they have shown to the gateway; null for none
  /// @return why they may not come in; empty when they may
  public String speaksFor(Peer client, @Nullable Fingerprint shown) {
    fingerprint = shown; // not the gateway's own
    return entry.speaksFor(client);
  }

  /// On which lists in the DNS its address is, the hardest first. Waits for their answers.
  public List<Listing> listings() {
    var coming = entry.listings();
    return coming.isDone() ? coming.join() : apart(coming::join);
  }

  /// Whether it has said nothing before the command that is being run.
  public boolean isFresh() {
    return turn.isFirst();
  }

  /// What it is told of STS; empty for nothing.
  public String sts() {
    return entry.isWebSocket()
        ? ""
        : door.entrances().sts().value(peer().isEncrypted(), door.tlsPort());
  }

  /// Whether nobody between the client and the server can read along.
  public boolean isSecure() {
    return peer().isSecure();
  }

  /// Whether a password may be taken here (security A8).
  public boolean takesPasswords() {
    return isSecure() || settings().plainPasswords();
  }

  /// The certificate that the client has shown; null for none.
  public @Nullable Fingerprint fingerprint() {
    return fingerprint;
  }

  /// Notes the certificate that the client has shown, or a gateway vouches for.
  void fingerprint(Fingerprint shown) {
    fingerprint = shown;
  }

  /// What it shares with all IRC sessions.
  public Door door() {
    return door;
  }

  /// The chat.
  public Salon salon() {
    return door.salon();
  }

  /// The settings as they are now.
  public IrcSettings settings() {
    return door.settings();
  }

  /// The source of what the server says.
  public String serverName() {
    return door.info().name();
  }

  /// What it says of itself before it is let in.
  public Registration registration() {
    return registration;
  }

  /// The name of the device that it said before it was let in; empty for none.
  @Override
  public String device() {
    return registration.device();
  }

  /// Its SASL exchange.
  public Sasl sasl() {
    return sasl;
  }

  /// Whose coming and going it is told.
  public Monitored monitored() {
    return monitored;
  }

  /// Of what people and channels say it is told, and what it says.
  public OwnMetadata metadata() {
    return metadata;
  }

  /// Whom it does not want to hear.
  public Silences silences() {
    return silences;
  }

  /// The batch that it has opened.
  public ClientBatch batch() {
    return batch;
  }

  /// What it wants to hear of what is told to many.
  public Ears ears() {
    return ears;
  }

  Loop loop() {
    return loop;
  }

  Inbox<Input> inbox() {
    return inbox;
  }

  Outbox outbox() {
    return outbox;
  }

  View view() {
    return view;
  }

  /// Whether it has negotiated a capability.
  public boolean has(Cap cap) {
    return caps.has(cap);
  }

  /// What it has negotiated so far.
  public Caps caps() {
    return caps;
  }

  /// Changes the capabilities, for all that is sent after what has been sent so far.
  public void caps(Caps now) {
    caps = now;
    loop.run(() -> view.caps(now));
  }

  /// The account that it has logged in to before it is let in; null for none.
  public @Nullable Account account() {
    return account;
  }

  /// The account that this person is logged in to, by this or any other session of theirs; null for
  /// guests.
  public @Nullable AccountName accountName() {
    var before = account;
    return isRegistered() ? person().account() : before == null ? null : before.name();
  }

  /// What this person may do on the server; only after registration.
  public Role role() {
    return person().standing().role();
  }

  /// Logs it in before it is let in.
  public void account(@Nullable Account now) {
    account = now;
  }

  /// The token that logged it in, as a bot; null for none.
  public @Nullable Token token() {
    return token;
  }

  /// Notes by what it was logged in: where that takes effect, for what is tried may be refused yet.
  public void token(@Nullable Token by) {
    token = by;
  }

  @Override
  public long tokenId() {
    var its = token;
    return its == null ? 0 : its.id();
  }

  /// Whether it has been let in.
  public boolean isRegistered() {
    return presence != null;
  }

  /// Who the session is; only after registration.
  public Presence presence() {
    var now = presence;
    if (now == null) {
      throw new IllegalStateException("not registered");
    }
    return now;
  }

  /// Who the session is; null for nobody, before registration and when it has left.
  @Nullable Presence presenceOrNull() {
    return presence;
  }

  /// Is nobody from now on.
  void forgetPresence() {
    presence = null;
  }

  /// Lets it in.
  public void presence(Presence now) {
    presence = now;
    door.unregistered().decrementAndGet();
  }

  /// Is somebody else from now on. Who it was leaves, when this was their last session.
  ///
  /// @param other lists this session already
  public void become(Presence other, String reason) {
    var former = presence();
    presence = other;
    awaiting(() -> {
      salon().people().depart(former, this, reason);
      return true;
    });
  }

  /// What others see of it; only after registration.
  public Person person() {
    return salon().people().person(presence());
  }

  /// Who is asking, at this moment; only after registration.
  public Actor actor() {
    return salon().people().actor(presence(), this);
  }

  /// The nick as numerics address it: `*` before there is one.
  public String nick() {
    return presence != null ? person().nick().shown() : registration.nick();
  }

  /// `nick!user@host`, with `*` for what is not known yet.
  public String mask() {
    return presence != null ? person().mask() : registration.mask();
  }

  // ---- What commands use, on the session's turn ----

  /// A numeric to this client.
  public Line numeric(String code, String... params) {
    var all = new String[params.length + 1];
    all[0] = nick();
    System.arraycopy(params, 0, all, 1, params.length);
    return Line.of(serverName(), code, all);
  }

  /// Words separated by spaces, in as few texts as it takes for each to fit on a line; none for no
  /// words.
  ///
  /// @param frame the line with an empty text in its last place
  public List<String> onLines(List<String> words, Line frame) {
    return Words.lines(words, settings().lineBytes() - frame.bodySize());
  }

  /// A refusal in the words of IRC.
  public Reply refuse(Refusal why) {
    return Reply.of(Numerics.line(this, why));
  }

  /// A FAIL that the specification of the running command itself asks for, so that everybody who
  /// uses the command is sent it.
  public Line fail(String code, String... contextAndText) {
    var params = new String[contextAndText.length + 2];
    params[0] = command();
    params[1] = code;
    System.arraycopy(contextAndText, 0, params, 2, contextAndText.length);
    return Line.of(serverName(), "FAIL", params);
  }

  /// What the asker is told of an outcome: why not. What happened they are shown as all are.
  public Reply answer(Outcome outcome) {
    return switch (outcome) {
      case Refused(var why) -> refuse(why);
      case Done(_, var refusals) ->
          Reply.of(refusals.stream().map(why -> Numerics.line(this, why)).toList());
    };
  }

  /// A text as it fits a limit and the line on which others are told: `:nick!user@host PRIVMSG #tea
  /// :text`.
  public String fit(String text, int mostBytes, String command, String... before) {
    var params = Arrays.copyOf(before, before.length + 1);
    params[before.length] = "";
    int room = settings().lineBytes() - Line.of(person().mask(), command, params).bodySize();
    return TextSplit.fit(text, Math.min(mostBytes, room));
  }

  /// A standard reply: FAIL, WARN or NOTE, as a NOTICE to who does not know them.
  public Line standardReply(String kind, String command, String code, String... contextAndText) {
    return Numerics.standardReply(this, kind, command, code, contextAndText);
  }

  /// Asks the owner of a conversation and waits for the outcome.
  public <S extends ConversationState> Outcome ask(
      ConversationId<S> where, Request<? super S> request) {
    return await(begin(where, request));
  }

  /// Asks the owner of a conversation; never waits.
  public <S extends ConversationState> CompletableFuture<Outcome> begin(
      ConversationId<S> where, Request<? super S> request) {
    return salon().ask(presence(), this, turn.label(), where, request);
  }

  /// Waits for an outcome; what the next lines ask does not hold others up meanwhile.
  Outcome await(CompletableFuture<Outcome> answer) {
    return inbox.await(() -> {
      turn.placed();
      return Salon.await(answer);
    });
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

  /// Waits until what arrived before this command, on any connection, has had its effect. Every
  /// command that answers from what others did calls it, or [#look] and [#find] that do.
  public void upToDate() {
    turn.awaitEffects();
  }

  /// Waits until everything that has reached the server by now has had its effect, whichever event
  /// loop it came to.
  public void awaitAll() {
    apart(() -> {
      door.fence();
      salon().arrivals().awaitAll();
      return true;
    });
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

  /// The label of the command that is being run; null for none.
  public @Nullable String label() {
    return turn.label();
  }

  /// The name of the command that is being run.
  public String command() {
    return turn.command();
  }

  /// What the client is sent with what it asked for.
  Origin origin() {
    return new Origin(id, turn.label());
  }

  /// A fresh reference for a batch.
  String nextBatch() {
    return Integer.toString(batches.incrementAndGet(), Character.MAX_RADIX);
  }

  /// Answers the command that is being run, before it ends.
  public void send(Reply reply) {
    if (!reply.lines().isEmpty()) {
      loop.run(() -> outbox.send(reply.lines(), true));
    }
  }

  /// Does something that others are to know before this client has its answer: what it is sent
  /// meanwhile waits, in its order.
  public <T> T holding(Supplier<T> work) {
    if (label() != null) { // all of it waits until the command is done
      return work.get();
    }
    loop.run(() -> outbox.cork(null));
    try {
      return work.get();
    } finally {
      loop.run(outbox::uncork);
    }
  }

  /// Answers the command that is being run with many lines, in parts: each waits until the client
  /// has taken the one before, so that a long answer is not held against it.
  public void send(Iterator<Line> lines) {
    var part = new ArrayList<Line>(LINES_A_PART);
    while (lines.hasNext()) {
      part.add(lines.next());
      if (part.size() == LINES_A_PART) {
        send(Reply.of(part));
        part.clear();
        loop.run(() -> outbox.stream(LINES_A_PART));
        awaitTaken();
      }
    }
    send(Reply.of(part));
  }

  private void awaitTaken() {
    var taken = new CompletableFuture<Boolean>();
    loop.run(() -> outbox.whenTaken(taken));
    apart(() -> taken.completeOnTimeout(false, settings().pongSeconds(), SECONDS).join());
  }

  /// Tells the client something that nobody asked for.
  public void tell(List<Line> lines) {
    loop.run(() -> outbox.send(lines, false));
  }

  // ---- What its event loop does ----

  /// Takes input; on the event loop.
  void hear(Parsed parsed) {
    pulse.heard();
    door.counters().linesIn().increment();
    if (!ending.hasBegun() && !inbox.offer(new Input.Heard(parsed))) {
      close("Excess Flood");
    }
  }

  /// Once a second, on the event loop.
  void sweep(long now) {
    pulse.sweep(now);
    if (batch.isOverdue(now)) {
      inbox.offer(new Input.Overdue());
    }
    var reader = presence;
    if (reader != null) {
      monitored.sweep(reader);
    }
  }

  /// Somebody came, changed or went whom it monitors; on the event loop.
  void monitoredChanged(Nick nick, @Nullable Person before, @Nullable Person now) {
    var reader = presence;
    if (reader != null) {
      monitored.changed(reader, nick, before, now);
    }
  }

  @Override
  public void deliver(Delivery delivery) {
    loop.run(() -> view.show(delivery));
  }

  @Override
  public void tied(Bonded now) {
    loop.run(() -> view.show(now));
  }

  /// Who it is, for events; nobody before registration.
  PersonId personId() {
    var now = presence;
    return now == null ? PersonId.NONE : now.id();
  }

  /// Tells the client something in the name of the server; nothing before it is let in. On the
  /// event loop.
  void tell(String text) {
    if (isRegistered()) {
      outbox.send(List.of(Line.of(serverName(), "NOTICE", nick(), text)), true);
    }
  }

  // ---- How it ends ----

  /// How it ends.
  public Ending ending() {
    return ending;
  }

  @Override
  public void close(String reason) {
    ending.close(reason);
  }

  @Override
  public void shutOut(Hindered why) {
    ending.shutOut(why);
  }
}
