package chat.salon.cluster;

/// Messages as bytes and back: compact, the same on every machine, and readable by the version
/// before and the version after. The rules are in `docs/nodes.md`. Pure, any thread.
final class Codec {
  /// Changes when bytes could no longer be read by the version before.
  private static final int FORMAT = 1;

  private Codec() {}

  /// A message as bytes: the format, then the message.
  ///
  /// @throws IllegalArgumentException for what no node would take, such as a text with a line break
  static byte[] encode(Message message) {
    return encode(message, new Writer());
  }

  static byte[] encode(Message message, Writer out) {
    out.octet(FORMAT);
    MessageCodec.write(out, message);
    return out.bytes();
  }

  /// The message that bytes are. What it takes of memory is bounded by their length.
  ///
  /// @throws CodecException.Unknown for a message that only a newer version understands
  /// @throws CodecException for anything else that is no message
  static Message decode(byte[] bytes) {
    var in = new Reader(bytes);
    int format = in.octet();
    if (format != FORMAT) {
      throw in.bad("messages of format " + format + "; this version reads format " + FORMAT);
    }
    var message = MessageCodec.read(in);
    if (in.hasMore()) {
      throw in.bad("more than a message");
    }
    return message;
  }
}
