package chat.salon.core;

import chat.salon.core.Refusal.Hindered;
import chat.salon.core.port.Placement;
import chat.salon.core.protect.Closure;
import chat.salon.core.protect.Hindrance;
import chat.salon.core.request.DropChannel;
import chat.salon.core.request.HidePreviews;
import chat.salon.core.request.Leave;
import chat.salon.core.request.LeaveByForce;
import chat.salon.core.request.PutOutByForce;
import chat.salon.core.request.Redact;
import chat.salon.core.request.Rename;
import chat.salon.core.request.Request;
import chat.salon.core.request.TakeNote;
import chat.salon.core.request.WithdrawRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// The channels that staff closed, as one node knows them: refuses what people ask of them, and
/// puts out who is in. Any thread; what waits says so.
final class Closures {
  private static final int AT_ONCE = 256;

  private final Audience audience;
  private final Placement placement;
  private final Stamps stamps;
  private volatile Map<ChannelName, Closure> byName = Map.of();

  Closures(Audience audience, Placement placement, Stamps stamps) {
    this.audience = audience;
    this.placement = placement;
    this.stamps = stamps;
  }

  /// Goes by these from now on.
  void take(List<Closure> all) {
    var now = new HashMap<ChannelName, Closure>();
    all.forEach(one -> now.put(one.channel(), one));
    byName = Map.copyOf(now);
  }

  /// Why a channel is closed; empty when it is open. Never waits.
  Optional<Closure> of(ChannelName name) {
    return Optional.ofNullable(byName.get(name)).filter(one -> one.holds(stamps.now()));
  }

  /// Why something may not be asked of a conversation; empty when it may. Never waits.
  Optional<Refusal> refusal(ConversationId<?> where, Request<?> request) {
    if (byName.isEmpty() || !(where instanceof ChannelName name) || isAlwaysFine(request)) {
      return Optional.empty();
    }
    var there = of(name);
    var closure = request instanceof Rename rename ? there.or(() -> of(rename.to())) : there;
    return closure.map(
        one -> new Hindered(new Hindrance.Closed(one.channel(), one.reason(), one.until())));
  }

  // What takes something away, and what staff do about it.
  private static boolean isAlwaysFine(Request<?> request) {
    return switch (request) {
      case Leave _,
          LeaveByForce _,
          PutOutByForce _,
          TakeNote _,
          Redact _,
          HidePreviews _,
          WithdrawRequest _ ->
          true;
      case DropChannel drop -> drop.byForce();
      default -> false;
    };
  }

  /// Puts out everybody on this node who is in a channel that is closed. Waits for their owners.
  void sweep(People people) {
    if (byName.isEmpty()) {
      return;
    }
    var asked = new ArrayList<CompletableFuture<Outcome>>();
    for (var presence : audience.presences()) {
      for (var name : presence.channels()) {
        var closure = of(name);
        var who = people.directory().find(presence.id());
        if (closure.isPresent() && who.isPresent()) {
          asked.add(putOut(name, closure.get(), who.get()));
        }
        if (asked.size() >= AT_ONCE) { // fewer than fit into the mailbox of a channel
          asked.forEach(Salon::await);
          asked.clear();
        }
      }
    }
    asked.forEach(Salon::await);
  }

  private CompletableFuture<Outcome> putOut(ChannelName name, Closure closure, Person who) {
    var itself = new Actor(who, Set.of(), "", Role.MEMBER, 0, 0);
    var reason = "This channel is closed" + (closure.reason().isEmpty() ? "" : ": ");
    return placement.ask(
        name, itself, new PutOutByForce(who.id(), reason + closure.reason()), null);
  }
}
