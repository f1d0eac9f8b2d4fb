package chat.salon.cluster;

import chat.salon.cluster.Message.AskMember;
import chat.salon.cluster.Message.Gather;
import chat.salon.cluster.Message.GatherPeople;
import chat.salon.cluster.Message.Gathered;
import chat.salon.cluster.Message.GatheredPeople;
import chat.salon.cluster.Message.ListChannels;
import chat.salon.cluster.Message.ListChannelsOf;
import chat.salon.cluster.Message.Listed;
import chat.salon.cluster.Message.ListedOf;
import chat.salon.cluster.Message.Round;
import chat.salon.cluster.Message.SaidMember;
import chat.salon.core.Audience;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.Follower;
import chat.salon.core.Listing;
import chat.salon.core.PersonId;
import chat.salon.core.port.Witness;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;

/// What only all nodes together know: asks each of them, and answers for this one. Any thread;
/// nothing waits.
final class Rounds implements ClusterPlacement.Everywhere {
  private final Circle circle = new Circle();
  private final Post post;
  private final Follower follower;
  private final ClusterDirectory directory;
  private final Audience audience;
  private final IntPredicate members;
  private final Duration patience;

  /// @param members the nodes that are there, and are heard of
  /// @param patience how long to wait for who does not answer
  Rounds(
      Post post,
      Follower follower,
      ClusterDirectory directory,
      Audience audience,
      IntPredicate members,
      Duration patience) {
    this.post = post;
    this.follower = follower;
    this.directory = directory;
    this.audience = audience;
    this.members = members;
    this.patience = patience;
  }

  // ---- What is asked ----

  @Override
  public CompletableFuture<List<Listed>> channels() {
    return circle.ask(
        post.elsewhere(),
        (node, id) -> post.tell(node, new ListChannels(id, post.here())),
        patience);
  }

  @Override
  public CompletableFuture<List<ListedOf>> channelsOf(PersonId person) {
    var there = new HashSet<>(directory.nodes(person));
    there.retainAll(post.elsewhere());
    return circle.ask(
        there,
        (node, id) -> post.tell(node, new ListChannelsOf(id, post.here(), person)),
        patience);
  }

  /// What every node last saw of a channel. None takes anything of an earlier owner from then on.
  ///
  /// @param epoch of its new owner
  CompletableFuture<List<Witness>> witnesses(ChannelName where, long epoch) {
    return circle.ask(
        post.everywhere(),
        (node, id) -> post.tell(node, new Gather(id, post.here(), where, epoch)),
        patience);
  }

  /// Who is on every node.
  CompletableFuture<List<GatheredPeople>> people() {
    return circle.ask(
        post.everywhere(),
        (node, id) -> post.tell(node, new GatherPeople(id, post.here())),
        patience);
  }

  /// Whether every other node counts this one among the nodes.
  CompletableFuture<Boolean> isMember() {
    var asked = post.elsewhere();
    CompletableFuture<List<SaidMember>> answers =
        circle.ask(asked, (node, id) -> post.tell(node, new AskMember(id, post.here())), patience);
    return answers.thenApply(said -> {
      var missing = new HashSet<>(post.elsewhere()); // who was put out meanwhile has no say
      missing.retainAll(asked);
      said.stream().filter(SaidMember::isMember).map(SaidMember::from).forEach(missing::remove);
      return missing.isEmpty();
    });
  }

  /// A node is no more: nobody waits for its answer.
  void lose(int node) {
    circle.lose(node);
  }

  /// Asks those again that have not answered. Called in regular intervals.
  void tick() {
    circle.tick();
  }

  // ---- What is answered ----

  void heard(Round message) {
    switch (message) {
      case Gather(var id, var from, var where, var epoch) ->
          answer(() -> {
            var witness = follower.witness(where, epoch);
            post.tell(from, new Gathered(id, post.here(), witness.upTo(), witness.members()));
          });
      case GatherPeople(var id, var from) ->
          answer(() -> {
            var people =
                directory.here().stream()
                    .map(Listing::person)
                    .filter(person -> audience.isHere(person.id()))
                    .toList();
            post.tell(from, new GatheredPeople(id, post.here(), people));
          });
      case ListChannels(var id, var from) ->
          answer(() -> {
            var outlines =
                follower.channels().stream()
                    .filter(channel -> channel.size() > 0)
                    .map(ChannelState::outline)
                    .toList();
            post.tell(from, new Listed(id, post.here(), outlines));
          });
      case ListChannelsOf(var id, var from, var person) ->
          answer(() -> {
            var channels = follower.channelsOf(person);
            var visit = audience.visit(person).orElse(null);
            post.tell(from, new ListedOf(id, post.here(), channels, visit));
          });
      case AskMember(var id, var from) ->
          post.tell(from, new SaidMember(id, post.here(), members.test(from)));
      case SaidMember said -> circle.answered(said.id(), said.from(), said);
      case Gathered(var id, var from, var upTo, var members) ->
          circle.answered(id, from, new Witness(from, upTo, members));
      case GatheredPeople gathered -> circle.answered(gathered.id(), gathered.from(), gathered);
      case Listed listed -> circle.answered(listed.id(), listed.from(), listed);
      case ListedOf listed -> circle.answered(listed.id(), listed.from(), listed);
    }
  }

  // It may have to wait for a lock that is held during disk access.
  private static void answer(Runnable task) {
    Thread.startVirtualThread(task);
  }
}
