package chat.salon.cluster;

import chat.salon.cluster.Message.Ask;
import chat.salon.cluster.Message.Listed;
import chat.salon.cluster.Message.ListedOf;
import chat.salon.cluster.Message.Look;
import chat.salon.cluster.Message.Question;
import chat.salon.core.Actor;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelSnapshot;
import chat.salon.core.ChannelState;
import chat.salon.core.ConversationId;
import chat.salon.core.ConversationState;
import chat.salon.core.Follower;
import chat.salon.core.IdempotencyKey;
import chat.salon.core.Limits;
import chat.salon.core.NetworkException;
import chat.salon.core.Origin;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Pair;
import chat.salon.core.PersonId;
import chat.salon.core.Refusal.Busy;
import chat.salon.core.Refusal.CutOff;
import chat.salon.core.Refusal.NoAnswer;
import chat.salon.core.Refusal.NotStored;
import chat.salon.core.Refusal.Unconfirmed;
import chat.salon.core.Stamps;
import chat.salon.core.Unanswered;
import chat.salon.core.Visit;
import chat.salon.core.port.Placement;
import chat.salon.core.request.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the owners of conversations are, as seen from one node: the engine knows, and takes
/// questions there.
final class ClusterPlacement implements Placement {
  private final int node;
  private final Calls calls;
  private final Consumer<Question> owners;
  private final Follower follower;
  private final Unanswered unanswered;
  private final Stamps stamps;
  private final Everywhere everywhere;
  private final Supplier<Limits> limits;
  private final Duration patience;

  /// Asks all nodes at once.
  interface Everywhere {
    CompletableFuture<List<Listed>> channels();

    /// Asks those where somebody is.
    CompletableFuture<List<ListedOf>> channelsOf(PersonId person);
  }

  /// @param node the number of this node
  /// @param owners takes questions to the owners, or loses them
  /// @param unanswered is told of what is asked here
  /// @param patience how long to wait for an answer
  ClusterPlacement(
      int node,
      Calls calls,
      Consumer<Question> owners,
      Follower follower,
      Unanswered unanswered,
      Stamps stamps,
      Everywhere everywhere,
      Supplier<Limits> limits,
      Duration patience) {
    this.node = node;
    this.calls = calls;
    this.owners = owners;
    this.follower = follower;
    this.unanswered = unanswered;
    this.stamps = stamps;
    this.everywhere = everywhere;
    this.limits = limits;
    this.patience = patience;
  }

  @Override
  public <S extends ConversationState> CompletableFuture<Outcome> ask(
      ConversationId<S> where,
      Actor actor,
      Request<? super S> request,
      @Nullable Origin origin,
      @Nullable IdempotencyKey asKnown) {
    if (calls.isOver()) {
      return CompletableFuture.completedFuture(new Refused(new CutOff()));
    }
    var key = asKnown == null && request.isDoneOnce() ? ownKey() : asKnown;
    var answer =
        calls.<Outcome>again(
            where.key(),
            id -> owners.accept(new Ask(id, node, where, actor, request, origin, key)),
            id -> owners.accept(new Ask(id, node, where, actor, request, origin, repeated(key))),
            ClusterPlacement::isFinal,
            patience,
            call -> call.complete(new Refused(new Unconfirmed(where.toString()))));
    if (key != null && origin != null) {
      var asked = new Unanswered.Request(where, Pair.party(actor.person()), key.text(), origin);
      unanswered.add(asked);
      answer.whenComplete((_, _) -> unanswered.remove(asked));
    }
    return answer;
  }

  private IdempotencyKey ownKey() {
    return IdempotencyKey.of(stamps.next());
  }

  private static @Nullable IdempotencyKey repeated(@Nullable IdempotencyKey key) {
    return key == null ? null : key.repeated();
  }

  // Who could not do it when it was asked again does not know what became of it the first time.
  private static boolean isFinal(Outcome outcome) {
    return !(outcome instanceof Refused(var why)
        && (why instanceof Busy || why instanceof NotStored || why instanceof NoAnswer));
  }

  @Override
  public Optional<ChannelState> look(ChannelName name) {
    var followed = follower.look(name);
    return followed.isPresent()
        ? followed.filter(channel -> channel.size() > 0)
        : await(
                calls.<Optional<ChannelSnapshot>>untilAnswered(
                    name.key(),
                    id -> owners.accept(new Look(id, node, name)),
                    patience,
                    call -> call.completeExceptionally(new TimeoutException())))
            .map(snapshot -> ChannelState.of(snapshot, limits));
  }

  @Override
  public Collection<ChannelName> channelsOf(PersonId person) {
    var names = new HashSet<>(follower.channelsOf(person));
    await(everywhere.channelsOf(person)).forEach(listed -> names.addAll(listed.channels()));
    return names;
  }

  @Override
  public Collection<Visit> visitsElsewhere(PersonId person) {
    return await(everywhere.channelsOf(person)).stream()
        .flatMap(listed -> Stream.ofNullable(listed.visit()))
        .toList();
  }

  @Override
  public Collection<ChannelState> channels() {
    var channels = new ArrayList<ChannelState>(follower.channels());
    channels.removeIf(channel -> channel.size() == 0);
    var known = new HashSet<ChannelName>();
    channels.forEach(channel -> known.add(channel.name()));
    for (var listed : await(everywhere.channels())) {
      for (var outline : listed.channels()) {
        if (known.add(outline.settings().name())) {
          channels.add(ChannelState.of(outline, limits));
        }
      }
    }
    return channels;
  }

  private <A> A await(CompletableFuture<A> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new NetworkException(calls.isOver() ? new CutOff() : new NoAnswer());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NetworkException(new NoAnswer());
    }
  }
}
