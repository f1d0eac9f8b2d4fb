package chat.salon.cluster;

import chat.salon.cluster.Message.Ack;
import chat.salon.cluster.Message.Answer;
import chat.salon.cluster.Message.AskDirectory;
import chat.salon.cluster.Message.Carry;
import chat.salon.cluster.Message.Everybody;
import chat.salon.cluster.Message.Follow;
import chat.salon.cluster.Message.Frames;
import chat.salon.cluster.Message.GatheredPeople;
import chat.salon.cluster.Message.Granted;
import chat.salon.cluster.Message.Looked;
import chat.salon.cluster.Message.LostTrack;
import chat.salon.cluster.Message.Parcel;
import chat.salon.cluster.Message.Proclaim;
import chat.salon.cluster.Message.Question;
import chat.salon.cluster.Message.Round;
import chat.salon.cluster.Message.Sever;
import chat.salon.cluster.Message.Tie;
import chat.salon.cluster.Message.Unreadable;
import chat.salon.cluster.Message.Update;
import chat.salon.cluster.Settings.Endpoint;
import chat.salon.core.Audience;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelSnapshot;
import chat.salon.core.ConversationId;
import chat.salon.core.Event.MarkedRead;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Follower;
import chat.salon.core.Limits;
import chat.salon.core.LocalPlacement;
import chat.salon.core.Pair;
import chat.salon.core.Salon;
import chat.salon.core.Stamps;
import chat.salon.core.StoreException;
import chat.salon.core.Unanswered;
import chat.salon.core.account.Boundaries;
import chat.salon.core.account.Friendships;
import chat.salon.core.account.Profiles;
import chat.salon.core.port.Conversations;
import chat.salon.core.port.MessageLog;
import chat.salon.core.port.Nicks;
import chat.salon.core.port.ReadMarkers;
import chat.salon.core.port.Succession;
import chat.salon.core.port.Witness;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.PoisonPill;
import org.apache.pekko.cluster.sharding.ClusterSharding;
import org.apache.pekko.cluster.sharding.ClusterShardingSettings;
import org.apache.pekko.cluster.sharding.ShardRegion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This server as one node of a network.
public final class ClusterNode implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterNode.class);
  private static final int SHARDS = 256; // the same on every node, for ever
  private static final Duration LEAVING = Duration.ofSeconds(2);
  // A node that was put out starts anew in the same process, and needs its port again.
  private static final Duration LEAVING_TO_COME_BACK = Duration.ofSeconds(5);
  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration BEAT = Duration.ofMillis(200);
  // An owner that is there does in time what is due.
  private static final Duration OVERDUE = Duration.ofSeconds(3);

  private final Settings settings;
  private final Parts parts;
  private final Audience audience;
  private final Calls calls = new Calls();
  private final Peers peers;
  private final Post post;
  private final Alarms alarms = new Alarms();
  private final Callers callers;
  private final Claims claims;
  private final Owned answering;
  private final Follower follower;
  private final Rounds rounds;
  private final ClusterRelay relay;
  private final Vigil vigil;
  private final ClusterDirectory directory;
  private final LocalPlacement owned;
  private final Salon salon;
  private final WayBack way;
  private final CompletableFuture<Void> up = new CompletableFuture<>();
  private final CompletableFuture<Void> out = new CompletableFuture<>();
  private volatile Limits limits;
  private volatile @Nullable ActorRef directoryOwner;
  private volatile ActorRef agent = ActorRef.noSender();
  private final Engine engine;
  private final ActorRef conversations;
  private final ActorRef directories;

  /// What a node is made of, beside the network.
  public record Parts(
      MessageLog log,
      Conversations conversations,
      Nicks nicks,
      ReadMarkers markers,
      Friendships friendships,
      Boundaries boundaries,
      Profiles profiles,
      Stamps stamps,
      Limits limits,
      boolean nickIsAccount) {}

  private ClusterNode(Settings settings, Parts parts) {
    this.settings = settings;
    this.parts = parts;
    limits = parts.limits();
    way = new WayBack(settings);
    int node = settings.node();
    audience = new Audience(node, () -> limits);
    var unanswered = new Unanswered();
    follower =
        new Follower(
            audience, parts.log(), parts.stamps(), unanswered, () -> limits, node, this::nameOf);
    peers =
        new Peers(
            node,
            parts.stamps()::next,
            new Link.Bounds(settings.window(), settings.backlog()),
            this::received,
            this::lostTrackOf);
    post = new Post(node, peers, this::received, this::heard);
    relay = new ClusterRelay(node, peers, follower, this::askToFollow);
    vigil =
        new Vigil(
            settings.heartbeatPause(),
            System::nanoTime,
            System::currentTimeMillis,
            () -> rounds().isMember());
    directory =
        new ClusterDirectory(
            node, calls, this::askDirectory, settings.patience(), vigil, settings.proofMemory());
    callers = new Callers(node, peers, alarms);
    claims = new Claims(directory);
    rounds = new Rounds(post, follower, directory, audience, this::isMember, settings.patience());
    owned =
        new LocalPlacement(
            parts.log(),
            parts.conversations(),
            parts.stamps(),
            directory,
            relay,
            new Taking(),
            limits);
    answering =
        new Owned(
            owned,
            post,
            calls,
            claims,
            callers,
            new Doubts.Bounds(settings.proofWait(), settings.proofQueue()));
    salon =
        new Salon(
            new Salon.Parts(
                node,
                parts.log(),
                parts.conversations(),
                parts.nicks(),
                parts.markers(),
                parts.friendships(),
                parts.boundaries(),
                parts.profiles(),
                new ClusterPlacement(
                    node,
                    calls,
                    this::askConversation,
                    follower,
                    unanswered,
                    parts.stamps(),
                    rounds,
                    () -> limits,
                    settings.patience()),
                directory,
                relay,
                () -> peers.nodes(settings.name()),
                parts.stamps(),
                limits,
                parts.nickIsAccount()),
            audience);
    engine = Engine.start(settings);
    var system = engine.system();
    var sharding = ClusterSharding.get(system);
    var shards = ClusterShardingSettings.create(system);
    conversations =
        sharding.start(
            "conversations",
            ConversationOwner.props(answering, settings.idle()),
            shards,
            new ByKey(SHARDS),
            sharding.defaultShardAllocationStrategy(shards),
            ConversationOwner.Stop.STOP);
    directories =
        sharding.start(
            "directory",
            DirectoryOwner.props(new Surroundings()),
            shards,
            new ByKey(1),
            sharding.defaultShardAllocationStrategy(shards),
            PoisonPill.getInstance());
  }

  /// Starts a node. It joins the network, or begins one, by itself; see [#awaitUp].
  ///
  /// @throws java.io.UncheckedIOException its port cannot be had; the message says why
  public static ClusterNode start(Settings settings, Parts parts) {
    var node = new ClusterNode(settings, parts);
    node.start();
    return node;
  }

  private void start() {
    var system = engine.system();
    agent = system.actorOf(Agent.props(new Ears()), Agent.NAME);
    engine.whenRemoved(this::removed);
    engine.join(settings.mayBegin());
    system.scheduler().scheduleWithFixedDelay(TICK, TICK, this::tick, system.dispatcher());
    vigil.begin();
    system.scheduler().scheduleWithFixedDelay(BEAT, BEAT, vigil::beat, system.dispatcher());
  }

  /// To be called when it is not up, and may begin a network after all: no node that started
  /// earlier is left.
  public void mayBegin() {
    engine.join(true);
  }

  public Salon salon() {
    return salon;
  }

  /// Takes other limits, for what happens from now on.
  public void reload(Limits newLimits) {
    limits = newLimits;
    salon.reload(newLimits);
    owned.reload(newLimits);
  }

  /// Where other nodes reach it.
  public Endpoint address() {
    return engine.address();
  }

  // The parts are made in an order in which some do not know the later ones yet.
  private Rounds rounds() {
    return rounds;
  }

  private boolean isMember(int node) {
    return engine.isMember(node);
  }

  private String nameOf(int node) {
    return node == settings.node() ? settings.name() : peers.name(node);
  }

  /// How many other nodes are part of the network.
  public int others() {
    return peers.numbers().size();
  }

  /// Waits until the node is part of the network and knows who is there.
  ///
  /// @return false when that takes longer
  public boolean awaitUp(Duration most) throws InterruptedException {
    try {
      up.get(most.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /// Done when this node is no part of the network any more: it has left, or the others had to do
  /// without it. What it knew can be read then, and nothing changed.
  public CompletableFuture<Void> out() {
    return out;
  }

  private void removed() {
    vigil.end();
    calls.end();
    peers.numbers().forEach(this::lose);
    out.complete(null);
  }

  private void lose(int node) {
    var name = peers.name(node);
    peers.remove(node);
    rounds.lose(node);
    Thread.startVirtualThread(() -> { // it may wait for the disk
      owned.lose(node, settings.name(), name);
      follower.lose(node, settings.name(), name).forEach(this::askToFollow);
      if (directory.host() == node) {
        directory.refresh();
      }
    });
  }

  /// Whether another node answers where one has been seen: tries one such place each time. Waits
  /// for a second at most.
  public boolean reachesAnother() {
    return way.isOpen();
  }

  /// How many channels people of this node are in.
  public int channels() {
    return follower.channels().size();
  }

  /// Forgets the conversations that nobody has asked anything for so long.
  public void sweep(Duration idle) {
    owned.sweep(idle);
  }

  /// Leaves in order: others own what this node owned, and then it ends. Waits for that, within
  /// bounds: with TLS, the engine does not always say that it has ended.
  @Override
  public void close() {
    engine.leave(out.isDone() ? LEAVING_TO_COME_BACK : LEAVING);
  }

  /// Ends without telling the others, who find out by themselves.
  public void stop() {
    engine.stop();
  }

  ActorSystem system() {
    return engine.system();
  }

  Post post() {
    return post;
  }

  /// How often another node said what it may not.
  public long falseClaims() {
    return alarms.count();
  }

  /// How many messages to other nodes have not arrived yet.
  public int underWay() {
    return peers.underWay();
  }

  private void tick() {
    peers.tick();
    calls.tick();
    rounds.tick();
    directory.tick();
    answering.doubts().tick();
    follower.overdue(parts.stamps().now().minus(OVERDUE)).forEach(this::askToFollow);
  }

  private void askConversation(Question question) {
    conversations.tell(question, agent);
  }

  private void askDirectory(Question question) {
    directories.tell(question, agent);
  }

  private void askToFollow(ChannelName channel) {
    askConversation(new LostTrack(0, settings.node(), channel));
  }

  // ---- What arrives ----

  private void received(int from, Parcel parcel) {
    switch (parcel) {
      case Carry carry -> carried(carry, from);
      case Follow(var channel) -> follow(channel, from);
      case Answer(var id, var outcome) -> {
        if (outcome == null) {
          calls.fail(id, new IllegalStateException("a fault on node " + from));
        } else {
          calls.answer(id, outcome);
        }
      }
      case Looked(var id, var channel) -> calls.answer(id, Optional.ofNullable(channel));
      case Granted(var id, var grant) -> calls.answer(id, grant);
      case Update update -> {
        if (isTermOf(update.term(), from)) {
          directory.told(update, from);
          answering.doubts().look(update.listing().person().id());
        }
      }
      case Everybody everybody -> {
        if (isTermOf(everybody.term(), from)) {
          directory.told(everybody, from);
          answering.doubts().look();
        }
      }
      case Tie(var one, var other) -> salon.friends().changedElsewhere(one, other);
      case Sever(var what) -> salon.people().hangUp(what);
      case Proclaim(var what) -> salon.protection().decreedElsewhere(what);
      case Unreadable() -> LOG.warn("A newer node, {}, says what this one cannot read.", from);
    }
  }

  private void carried(Carry carry, int from) {
    var first = carry.deliveries().getFirst().event();
    boolean isOfAnother =
        switch (first) {
          case PersonChanged changed ->
              changed.where() instanceof Pair && !claims.isOwn(changed, from);
          case MarkedRead marked -> !claims.isOwn(marked, from);
          default -> false;
        };
    if (isOfAnother || !relay.carried(carry.epoch(), carry.deliveries(), from)) {
      callers.alarm(from, "events of " + first.where() + ", which it does not own");
    }
  }

  private boolean isTermOf(long term, int from) {
    boolean isSo = Stamps.node(term) == from;
    if (!isSo) {
      callers.alarm(from, "news of the directory, which it does not own");
    }
    return isSo;
  }

  private void follow(ChannelSnapshot channel, int owner) {
    try {
      if (!follower.follow(channel, owner)) {
        callers.alarm(owner, "to own " + channel.settings().name());
      }
    } catch (StoreException e) { // what was missed is not known yet
      var name = channel.settings().name();
      LOG.warn("Asks for {} again: {}", name, e.getMessage());
      var system = engine.system();
      system.scheduler().scheduleOnce(TICK, () -> askToFollow(name), system.dispatcher());
    }
  }

  private void lostTrackOf(int peer) {
    LOG.warn("Lost track of what {} sent; asks for all of it.", peers.name(peer));
    follower.ownedBy(peer).forEach(this::askToFollow);
    if (directory.host() == peer) {
      directory.refresh();
    }
  }

  private static int from(Message message) {
    return switch (message) {
      case Frames frames -> frames.from();
      case Ack ack -> ack.from();
      case Round round -> round.from();
      case Question question -> question.from();
      case Parcel _ -> -1; // only in frames
    };
  }

  private void heard(Message message) {
    switch (message) {
      case Frames frames -> peers.arrived(frames);
      case Ack ack -> peers.arrived(ack);
      case Round round -> rounds.heard(round);
      case Question _, Parcel _ -> LOG.warn("Left aside: {}", message.getClass());
    }
  }

  /// What the engine's news mean here.
  private final class Ears implements Agent.Ears {
    @Override
    public void came(int node, String name, Endpoint where, ActorRef other) {
      if (node == settings.node()) {
        directory.refresh().thenAccept(_ -> up.complete(null));
        return;
      }
      way.leadsTo(where);
      peers.add(node, name, where, message -> other.tell(message, agent));
      answering.doubts().look();
      tellDirectory(new DirectoryOwner.Came(node));
      LOG.info("{} is part of the network.", name);
    }

    @Override
    public void lost(int node, String name) {
      long now = System.nanoTime();
      lose(node);
      // Others answer within moments: what was asked before and has no answer then, it was asked.
      var system = engine.system();
      system.scheduler().scheduleOnce(GRACE, () -> calls.askAgain(now), system.dispatcher());
      tellDirectory(new DirectoryOwner.Lost(node));
      LOG.info("{} is no part of the network any more.", name);
    }

    @Override
    public void heard(Message message, Endpoint place) {
      if (callers.isTrue(from(message), place, message)) {
        ClusterNode.this.heard(message);
      }
    }

    private void tellDirectory(Object news) {
      var owner = directoryOwner;
      if (owner != null) {
        owner.tell(news, ActorRef.noSender());
      }
    }
  }

  /// How the owners on this node come to own.
  private final class Taking implements Succession {
    @Override
    public long take(ConversationId<?> where) {
      return parts.conversations().take(where);
    }

    @Override
    public List<Witness> gather(ChannelName where, long epoch) {
      return rounds.witnesses(where, epoch).join();
    }
  }

  /// What the owner of the directory needs, if it is here.
  private final class Surroundings implements DirectoryOwner.Surroundings {
    @Override
    public long nextTerm() {
      return parts.stamps().next();
    }

    @Override
    public Set<Integer> nodes() {
      return post.everywhere();
    }

    @Override
    public CompletableFuture<List<GatheredPeople>> gather() {
      return rounds.people();
    }

    @Override
    public void send(int node, Parcel parcel) {
      post.send(node, parcel);
    }

    @Override
    public DirectoryOwner.Judgement judge(AskDirectory ask, @Nullable Endpoint place) {
      boolean isForged = place == null && !calls.isOpen(ask.id(), AskDirectory.KEY);
      if (isForged || !callers.isTrue(ask, place)) {
        return DirectoryOwner.Judgement.LEAVE_ASIDE;
      }
      if (vigil.isInDoubt()) {
        return DirectoryOwner.Judgement.LEAVE_ASIDE; // it is asked again
      }
      var lie = claims.lie(ask.wish(), ask.from());
      lie.ifPresent(what -> callers.alarm(place, "to " + what));
      return lie.isPresent() ? DirectoryOwner.Judgement.REFUSE : DirectoryOwner.Judgement.GRANT;
    }

    @Override
    public void watchNodes(ActorRef owner) {
      directoryOwner = owner;
    }
  }

  /// Which owner a question is for, and with which others it moves.
  private static final class ByKey extends ShardRegion.HashCodeMessageExtractor {
    ByKey(int shards) {
      super(shards);
    }

    @Override
    public @Nullable String entityId(Object message) {
      return message instanceof Question question ? question.key() : null;
    }
  }
}
