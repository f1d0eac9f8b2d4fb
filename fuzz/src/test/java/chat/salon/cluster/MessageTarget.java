package chat.salon.cluster;

import chat.salon.cluster.Message.Carry;
import chat.salon.cluster.Message.Frames;
import chat.salon.core.Event;
import chat.salon.core.PersonId;
import chat.salon.fuzz.Check;
import chat.salon.irc.Caps;
import chat.salon.irc.EventLines;
import java.util.List;

/// Bytes from another node are a message or are refused in the one way that is declared; a message
/// is the same when it was written and read again; and what is carried looks to clients like what
/// it is: each line of it one line.
public final class MessageTarget {
  private static final int LINE_BYTES = 512;
  private static final List<chat.salon.irc.Reader> READERS =
      List.of(
          new chat.salon.irc.Reader(new Caps(0), PersonId.NONE, "one.example"),
          new chat.salon.irc.Reader(new Caps(-1L), PersonId.NONE, "one.example"));

  private MessageTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Message message;
    try {
      message = Codec.decode(input);
    } catch (CodecException _) {
      return;
    }
    var written = Codec.encode(message);
    var back = Codec.decode(written);
    Check.same(message, back, "written and read");
    Check.same(written.length, Codec.encode(back).length, "length");
    shown(message);
  }

  private static void shown(Message message) {
    if (message instanceof Frames frames) {
      frames.parcels().forEach(MessageTarget::shown);
    } else if (message instanceof Carry carry) {
      carry.deliveries().forEach(delivery -> shown(delivery.event()));
    }
  }

  private static void shown(Event event) {
    for (var reader : READERS) {
      for (var line : EventLines.of(event, reader)) {
        Check.readBack(line.bytes(LINE_BYTES));
      }
    }
  }
}
