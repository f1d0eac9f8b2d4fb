package chat.salon.cluster;

import chat.salon.cluster.Settings.Endpoint;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.RootActorPath;
import org.apache.pekko.cluster.Cluster;
import org.apache.pekko.cluster.ClusterEvent;
import org.apache.pekko.cluster.ClusterEvent.MemberRemoved;
import org.apache.pekko.cluster.ClusterEvent.MemberUp;
import org.apache.pekko.cluster.Member;
import org.jspecify.annotations.Nullable;

/// What other nodes talk to, and what hears from the engine who they are.
final class Agent extends AbstractActor {
  static final String NAME = "node";

  private final Ears ears;

  /// What it hears.
  interface Ears {
    /// Another node, or this one, is there.
    ///
    /// @param where it is reached
    /// @param agent takes messages to it
    void came(int node, String name, Endpoint where, ActorRef agent);

    /// A node is no more.
    void lost(int node, String name);

    /// Another node says something.
    ///
    /// @param place of that node
    void heard(Message message, Endpoint place);
  }

  Agent(Ears ears) {
    this.ears = ears;
  }

  static Props props(Ears ears) {
    return Props.create(Agent.class, () -> new Agent(ears));
  }

  @Override
  public void preStart() {
    Cluster.get(getContext().getSystem())
        .subscribe(
            getSelf(), ClusterEvent.initialStateAsEvents(), MemberUp.class, MemberRemoved.class);
  }

  @Override
  public void postStop() {
    Cluster.get(getContext().getSystem()).unsubscribe(getSelf());
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(
            Message.class,
            message -> {
              var place = place(getSender());
              if (place != null) {
                ears.heard(message, place);
              }
            })
        .match(MemberUp.class, up -> came(up.member()))
        .match(MemberRemoved.class, removed -> lost(removed.member()))
        .build();
  }

  /// The node that says something, as it says; null for this one.
  static @Nullable Endpoint place(ActorRef sender) {
    var address = sender.path().address();
    return address.hasGlobalScope() ? Engine.place(address) : null;
  }

  private void came(Member member) {
    var path = new RootActorPath(member.address(), "/").child("user").child(NAME);
    var provider = ((ExtendedActorSystem) getContext().getSystem()).provider();
    ears.came(
        Engine.number(member.getRoles()),
        Engine.name(member.getRoles()),
        Engine.place(member.address()),
        provider.resolveActorRef(path));
  }

  private void lost(Member member) {
    ears.lost(Engine.number(member.getRoles()), Engine.name(member.getRoles()));
  }
}
