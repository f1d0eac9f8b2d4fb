package chat.salon.web;

import chat.salon.core.Delivery;
import chat.salon.core.PersonId;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a turn of a conversation has for the readers on one event loop: encoded once, shared by all
/// but those to whom it looks different. Lives for one task of that loop; only that thread calls
/// it.
final class Round {
  private final List<Delivery> deliveries;
  private final Set<Long> origins = new HashSet<>();
  private final Set<PersonId> subjects = new HashSet<>();
  private @Nullable Encoded encoded;

  Round(List<Delivery> deliveries) {
    this.deliveries = deliveries;
    for (var delivery : deliveries) {
      var origin = delivery.origin();
      if (origin != null) {
        origins.add(origin.session());
      }
      var subject = EventFrames.subject(delivery.event());
      if (subject != null) {
        subjects.add(subject);
      }
    }
  }

  /// Shows the events to a session: to nearly all of them as one run of bytes.
  void show(WebSession session) {
    var peer = (SocketPeer) session.peer();
    var bytes = encoded();
    if (!origins.contains(session.id()) && !subjects.contains(session.personId())) {
      bytes.write(0, deliveries.size(), peer.outbox());
      return;
    }
    int from = 0;
    for (int i = 0; i < deliveries.size(); i++) {
      if (peer.seesForItself(session, deliveries.get(i))) {
        bytes.write(from, i, peer.outbox());
        peer.view(session, deliveries.get(i));
        from = i + 1;
      }
    }
    bytes.write(from, deliveries.size(), peer.outbox());
  }

  private Encoded encoded() {
    var now = encoded;
    if (now == null) {
      now = Encoded.of(deliveries);
      encoded = now;
    }
    return now;
  }

  /// Gives the bytes back, as far as no reader still waits for them.
  void release() {
    if (encoded != null) {
      encoded.bytes().release();
    }
  }

  /// The frames of a turn as bytes, each with a line feed behind it. Nobody moves the indices of
  /// the buffer; each write is a slice of its own.
  ///
  /// @param ends where each delivery ends
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Encoded(ByteBuf bytes, int[] ends) {

    static Encoded of(List<Delivery> deliveries) {
      var text = new ByteArrayOutputStream(512);
      var ends = new int[deliveries.size()];
      for (int i = 0; i < ends.length; i++) {
        for (var frame : EventFrames.of(deliveries.get(i).event())) {
          text.writeBytes(Json.bytes(frame));
          text.write('\n');
        }
        ends[i] = text.size();
      }
      var bytes = UnpooledByteBufAllocator.DEFAULT.directBuffer(Math.max(1, text.size()));
      return new Encoded(bytes.writeBytes(text.toByteArray()), ends);
    }

    /// Writes the deliveries from one to another, which is left out.
    void write(int from, int to, WebOutbox outbox) {
      int start = from == 0 ? 0 : ends[from - 1];
      int length = (to == 0 ? 0 : ends[to - 1]) - start;
      if (length > 0) {
        outbox.write(bytes.retainedSlice(start, length));
      }
    }
  }
}
