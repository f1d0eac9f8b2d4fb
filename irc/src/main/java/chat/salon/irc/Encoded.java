package chat.salon.irc;

import chat.salon.core.Delivery;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.util.List;

/// The events of a turn as bytes, for one class of readers: made once, shared by all of them.
/// Nobody moves the indices of the buffer; each write is a slice of its own.
final class Encoded {
  private final Caps caps;
  private final ByteBuf bytes;
  private final int[] ends; // where each delivery ends

  private Encoded(Caps caps, ByteBuf bytes, int[] ends) {
    this.caps = caps;
    this.bytes = bytes;
    this.ends = ends;
  }

  static Encoded of(List<Delivery> deliveries, Caps caps, String server, int lineBytes) {
    var reader = Reader.other(caps, server);
    var text = new ByteArrayOutputStream(256);
    var ends = new int[deliveries.size()];
    for (int i = 0; i < ends.length; i++) {
      for (var line : Pieces.of(deliveries.get(i).event(), reader, lineBytes)) {
        text.writeBytes(line.bytes(lineBytes));
      }
      ends[i] = text.size();
    }
    var bytes = UnpooledByteBufAllocator.DEFAULT.directBuffer(text.size());
    return new Encoded(caps, bytes.writeBytes(text.toByteArray()), ends);
  }

  /// Whether readers with these capabilities are shown these bytes.
  boolean isFor(Caps theirs) {
    return caps.equals(theirs);
  }

  /// Writes the deliveries from one to another, which is left out.
  void write(int from, int to, Outbox outbox) {
    int start = from == 0 ? 0 : ends[from - 1];
    int length = (to == 0 ? 0 : ends[to - 1]) - start;
    if (length > 0) {
      outbox.write(bytes.retainedSlice(start, length));
    }
  }

  void release() {
    bytes.release();
  }
}
