package chat.salon.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The frames of a turn as bytes, each with a line feed behind it. Nobody moves the indices of the
/// buffer; each write is a slice of its own.
///
/// @param ends where the frames of each event end
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Encoded(ByteBuf bytes, int[] ends) {

  /// @param events the frames of each of them
  static Encoded of(List<List<ObjectNode>> events) {
    var text = new ByteArrayOutputStream(512);
    var ends = new int[events.size()];
    for (int i = 0; i < ends.length; i++) {
      for (var frame : events.get(i)) {
        text.writeBytes(Json.bytes(frame));
        text.write('\n');
      }
      ends[i] = text.size();
    }
    var bytes = UnpooledByteBufAllocator.DEFAULT.directBuffer(Math.max(1, text.size()));
    return new Encoded(bytes.writeBytes(text.toByteArray()), ends);
  }

  /// Writes the events from one to another, which is left out.
  void write(int from, int to, WebOutbox outbox) {
    int start = from == 0 ? 0 : ends[from - 1];
    int length = (to == 0 ? 0 : ends[to - 1]) - start;
    if (length > 0) {
      outbox.write(bytes.retainedSlice(start, length));
    }
  }

  /// Gives the bytes back, as far as no reader still waits for them.
  void release() {
    bytes.release();
  }
}
