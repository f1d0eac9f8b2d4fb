package chat.salon.cluster;

import chat.salon.cluster.Message.Ack;
import chat.salon.cluster.Message.Frames;
import chat.salon.cluster.Message.Parcel;
import java.util.function.Consumer;

/// The far end of a [Link]: hands out each parcel once, in order, and says how far it has got when
/// what came together has been taken. One thread at a time.
final class Inlet {
  private final int node;
  private final Consumer<Message> wire;
  private final Consumer<Parcel> parcels;
  private final Runnable lostTrack;
  private long link;
  private long upTo;

  /// @param node the number of this node
  /// @param wire takes acknowledgements back
  /// @param parcels gets what has arrived
  /// @param lostTrack is told when the other end has given up a link, and what was on it is lost
  Inlet(int node, Consumer<Message> wire, Consumer<Parcel> parcels, Runnable lostTrack) {
    this.node = node;
    this.wire = wire;
    this.parcels = parcels;
    this.lostTrack = lostTrack;
  }

  void arrived(Frames frames) {
    if (frames.link() < link) {
      return;
    }
    if (frames.link() > link) {
      boolean isFirst = link == 0;
      link = frames.link();
      upTo = 0;
      if (!isFirst) {
        lostTrack.run();
      }
    }
    long number = frames.first();
    for (var parcel : frames.parcels()) {
      if (number == upTo + 1) {
        upTo = number;
        parcels.accept(parcel);
      }
      number++;
    }
    wire.accept(new Ack(node, link, upTo));
  }
}
