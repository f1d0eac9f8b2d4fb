package chat.salon.cluster;

import chat.salon.cluster.Message.Carry;
import chat.salon.cluster.Message.Follow;
import chat.salon.cluster.Message.Proclaim;
import chat.salon.cluster.Message.Sever;
import chat.salon.cluster.Message.Tie;
import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelSnapshot;
import chat.salon.core.Delivery;
import chat.salon.core.Follower;
import chat.salon.core.Follower.Carried;
import chat.salon.core.HangUp;
import chat.salon.core.port.Relay;
import chat.salon.core.protect.Decree;
import java.util.List;
import java.util.function.Consumer;

/// Carries what the owners on this node have to tell: to this node's follower at once, to others by
/// their links.
final class ClusterRelay implements Relay {
  private final int node;
  private final Peers peers;
  private final Follower follower;
  private final Consumer<ChannelName> lostTrack;

  /// @param node the number of this node
  /// @param lostTrack asks the owner of a channel for all of it
  ClusterRelay(int node, Peers peers, Follower follower, Consumer<ChannelName> lostTrack) {
    this.node = node;
    this.peers = peers;
    this.follower = follower;
    this.lostTrack = lostTrack;
  }

  @Override
  public void carry(int to, long epoch, List<Delivery> deliveries) {
    if (to == node) {
      carried(epoch, deliveries, node);
    } else {
      peers.send(to, new Carry(epoch, deliveries));
    }
  }

  @Override
  public void follow(int to, ChannelSnapshot channel) {
    if (to == node) {
      follower.follow(channel, node);
    } else {
      peers.send(to, new Follow(channel));
    }
  }

  @Override
  public void retieElsewhere(AccountName one, AccountName other) {
    peers.numbers().forEach(to -> peers.send(to, new Tie(one, other)));
  }

  @Override
  public void hangUpElsewhere(HangUp what) {
    peers.numbers().forEach(to -> peers.send(to, new Sever(what)));
  }

  @Override
  public void decreeElsewhere(Decree what) {
    peers.numbers().forEach(to -> peers.send(to, new Proclaim(what)));
  }

  /// Takes what an owner, here or elsewhere, has for this node.
  ///
  /// @param owner the number of its node
  /// @return false when that node is not the owner
  boolean carried(long epoch, List<Delivery> deliveries, int owner) {
    var carried = follower.carry(epoch, deliveries, owner);
    if (carried == Carried.LOST_TRACK
        && deliveries.getFirst().event().where() instanceof ChannelName name) {
      lostTrack.accept(name);
    }
    return carried != Carried.NOT_ITS_OWN;
  }
}
