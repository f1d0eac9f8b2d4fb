package chat.salon.core;

import chat.salon.core.Event.Said;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.Refusal.NoSuchMessage;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.port.Conversations;
import chat.salon.core.port.MessageLog;
import chat.salon.core.port.Page;
import chat.salon.core.port.Placement;
import chat.salon.core.port.Recent;
import chat.salon.core.request.Action.Read;
import chat.salon.core.request.Action.SeeVersions;
import chat.salon.core.request.Rights;
import chat.salon.core.search.Reach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What people may read of what was said, at the moment when they ask. Methods wait for the disk,
/// so they are called on virtual threads. They throw [StoreException].
public final class History {
  private final MessageLog log;
  private final Conversations conversations;
  private final Placement placement;
  private final Supplier<Limits> limits;

  History(Salon.Parts parts, Supplier<Limits> limits) {
    this.log = parts.log();
    this.conversations = parts.conversations();
    this.placement = parts.placement();
    this.limits = limits;
  }

  /// Reads a page of a conversation: what the actor may read of it at this moment.
  public Outcome read(Actor actor, Page page) {
    var wanted = page.atMost(limits.get().historyPage());
    return switch (page.where()) {
      case ChannelName name -> readChannel(actor, name, wanted);
      case Pair pair -> {
        if (!pair.has(Pair.party(actor.person()))) {
          yield new Refused(new NoSuchNick(Pair.shown(pair.first())));
        }
        var readable =
            wanted.notBefore(Horizon.privatelyFrom(actor) - 1).withOwn(actor.person().account());
        yield new Done(log.read(readable), List.of());
      }
    };
  }

  /// The pinned messages of a conversation that the actor may read, those that were pinned last
  /// first; none when they may not read it, see [#refusalToRead].
  public List<Pin> pins(Actor actor, ConversationId<?> where) {
    var own = actor.person().account();
    return switch (where) {
      case ChannelName name -> {
        var channel = placement.look(name);
        if (refusalToRead(actor, name, channel).isPresent()) {
          yield List.of();
        }
        var rank = channel.get().ranks(actor.id()).highest().orElse(null);
        var found = log.pins(name, Horizon.from(actor, channel.get(), conversations), rank, own);
        yield refusalToRead(actor, name).isPresent() ? List.of() : found;
      }
      case Pair pair ->
          refusalToRead(actor, pair).isPresent()
              ? List.of()
              : log.pins(pair, Horizon.privatelyFrom(actor), null, own);
    };
  }

  /// The messages of a channel in a range of ids, oldest first, for an account that belongs to it,
  /// connected or not; those for some ranks only are left out. Empty when it does not belong to it.
  ///
  /// @param above only ids greater than this
  /// @param upTo only ids up to this
  public Optional<List<Event>> heard(
      AccountName account, ChannelName name, long above, long upTo, int limit) {
    return conversations.belongs(account, name)
        ? Optional.of(log.read(new Page(name, above, upTo + 1, limit, false, true, null)))
        : Optional.empty();
  }

  /// Reads a message in each of its versions, oldest first; the last is how it is now.
  public Outcome versions(Actor actor, ConversationId<?> where, long message) {
    var page = new Page(where, message - 1, message + 1, 1, true, true, null);
    return switch (read(actor, page)) {
      case Refused refused -> refused;
      case Done(var found, _) when found.isEmpty() ->
          new Refused(new NoSuchMessage(Stamps.msgid(message)));
      case Done(var found, _) -> versions(actor, (Said) found.getFirst());
    };
  }

  private Outcome versions(Actor actor, Said said) {
    var action = new SeeVersions(said);
    var refusal =
        switch (said.where()) {
          case ChannelName name ->
              placement
                  .look(name)
                  .map(channel -> Rights.refusal(actor, action, (ConversationState) channel))
                  .orElseGet(() -> Optional.of(new NoSuchChannel(name.shown())));
          case Pair pair -> Rights.refusal(actor, action, new PrivateState(pair, limits));
        };
    return refusal
        .<Outcome>map(Refused::new)
        .orElseGet(() -> new Done(List.copyOf(log.versions(said)), List.of()));
  }

  /// The conversations of somebody that have messages in a range of ids which they may read; those
  /// whose newest message is oldest come first.
  public List<Recent> recent(Presence presence, Actor actor, long above, long below, int limit) {
    var party = Pair.party(actor.person());
    var recent = new ArrayList<Recent>();
    var channels = presence.channels(); // all of them: which may be read is known only here
    for (var one : log.recent(channels, "", above, below, channels.size())) {
      if (one.where() instanceof ChannelName name && one.id() >= readableFrom(actor, name)) {
        recent.add(one);
      }
    }
    recent.addAll(
        log.recent(
            List.of(), party, Math.max(above, Horizon.privatelyFrom(actor) - 1), below, limit));
    recent.sort(Comparator.comparingLong(Recent::id));
    return List.copyOf(recent.subList(0, Math.min(limit, recent.size())));
  }

  private Outcome readChannel(Actor actor, ChannelName name, Page page) {
    var channel = placement.look(name);
    var refusal = refusalToRead(actor, name, channel);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    var readable =
        page.notBefore(Horizon.from(actor, channel.get(), conversations) - 1)
            .readableBy(channel.get().ranks(actor.id()).highest().orElse(null));
    var events = log.read(readable);
    // that took its time: who was put out meanwhile may not have what was said since
    return refusalToRead(actor, name, placement.look(name))
        .<Outcome>map(Refused::new)
        .orElseGet(() -> new Done(events, List.of()));
  }

  /// Where somebody may look for messages: what they may read at this moment.
  public Reach reach(Presence presence, Actor actor) {
    var channels = new ArrayList<Reach.InChannel>();
    for (var name : presence.channels()) {
      placement
          .look(name)
          .filter(channel -> Rights.refusal(actor, new Read(), channel).isEmpty())
          .map(channel ->
              new Reach.InChannel(
                  name,
                  Horizon.from(actor, channel, conversations),
                  channel.ranks(actor.id()).highest().orElse(null)))
          .ifPresent(channels::add);
    }
    return new Reach(
        List.copyOf(channels),
        new Reach.Privately(
            Pair.party(actor.person()), Horizon.privatelyFrom(actor), Set.of(), Set.of()));
  }

  /// Whether somebody may read messages at this moment that were found elsewhere than in their
  /// conversations, as [#read] would show them. For one turn.
  public Predicate<Said> readable(Actor actor) {
    return new MayRead(actor, placement, conversations);
  }

  /// Why somebody may not read a conversation; empty when they may.
  public Optional<Refusal> refusalToRead(Actor actor, ConversationId<?> where) {
    return switch (where) {
      case ChannelName name -> refusalToRead(actor, name, placement.look(name));
      case Pair pair ->
          pair.has(Pair.party(actor.person()))
              ? Optional.empty()
              : Optional.of(new NoSuchNick(Pair.shown(pair.first())));
    };
  }

  private static Optional<Refusal> refusalToRead(
      Actor actor, ChannelName name, Optional<ChannelState> channel) {
    return channel
        .map(state -> Rights.refusal(actor, new Read(), state))
        .orElseGet(() -> Optional.of(new NoSuchChannel(name.shown())));
  }

  private long readableFrom(Actor actor, ChannelName name) {
    return placement
        .look(name)
        .filter(channel -> Rights.refusal(actor, new Read(), channel).isEmpty())
        .map(channel -> Horizon.from(actor, channel, conversations))
        .orElse(Long.MAX_VALUE);
  }
}
