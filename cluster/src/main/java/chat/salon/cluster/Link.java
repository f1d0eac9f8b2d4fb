package chat.salon.cluster;

import chat.salon.cluster.Message.Ack;
import chat.salon.cluster.Message.Frames;
import chat.salon.cluster.Message.Parcel;
import chat.salon.core.Handover;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// The near end of the way to another node: keeps every parcel until it has arrived, and sends
/// again what has not. The engine below may lose messages under load and when a connection breaks.
/// What waits together goes together. A node that is too slow loses its link and gets a new one, by
/// which it knows that it has lost track. Any thread; nothing waits.
final class Link {
  private static final int MOST_TOGETHER = 64;

  private final int from;
  private final LongSupplier ids;
  private final Bounds bounds;
  private final Consumer<Message> wire;
  private final Handover flush = new Handover(this::flush);
  private final List<Parcel> unacked = new ArrayList<>(); // the first is number acked + 1
  private long link;
  private long acked;
  private long sent;
  private long sentAtLastTick;
  private long ackedAtLastTick;

  /// @param window so many parcels may be on their way
  /// @param backlog so many may wait for their arrival before the link is given up
  record Bounds(int window, int backlog) {}

  /// @param from the number of this node
  /// @param ids gives each link a greater id than those before
  /// @param wire takes messages to the other node, or loses them
  Link(int from, LongSupplier ids, Bounds bounds, Consumer<Message> wire) {
    this.from = from;
    this.ids = ids;
    this.bounds = bounds;
    this.wire = wire;
    this.link = ids.getAsLong();
  }

  void send(Parcel parcel) {
    synchronized (this) {
      if (unacked.size() >= bounds.backlog()) {
        link = ids.getAsLong();
        unacked.clear();
        acked = 0;
        sent = 0;
        sentAtLastTick = 0;
        ackedAtLastTick = 0;
      }
      unacked.add(parcel);
    }
    flush.soon();
  }

  void arrived(Ack ack) {
    synchronized (this) {
      if (ack.link() != link || ack.upTo() <= acked) {
        return;
      }
      int count = (int) (Math.min(ack.upTo(), sent) - acked);
      unacked.subList(0, count).clear();
      acked += count;
    }
    flush();
  }

  /// Sends again what should have arrived by now. Called in regular intervals, longer than a
  /// message and its answer take.
  void tick() {
    synchronized (this) {
      if (sentAtLastTick > acked && acked == ackedAtLastTick) {
        sent = acked;
      }
      sentAtLastTick = sent;
      ackedAtLastTick = acked;
    }
    flush();
  }

  /// How many parcels have not arrived yet.
  synchronized int underWay() {
    return unacked.size();
  }

  private synchronized void flush() {
    long end = Math.min(acked + unacked.size(), acked + bounds.window());
    while (sent < end) {
      int first = (int) (sent - acked);
      int count = (int) Math.min(MOST_TOGETHER, end - sent);
      var parcels = List.copyOf(unacked.subList(first, first + count));
      wire.accept(new Frames(from, link, sent + 1, parcels));
      sent += count;
    }
  }
}
