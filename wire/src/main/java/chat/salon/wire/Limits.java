package chat.salon.wire;

import java.util.Optional;

/// How long a line may be, in bytes.
///
/// @param tagBytes the whole tag section of a line a server sends, `@` and the space after it
///   included (IRCv3 message-tags, "Size limit": 8191)
/// @param clientTagBytes the tag data a client may send, without `@` and space (the same: 4094)
/// @param bodyBytes all that is not tags, CR LF included (RFC 1459, section 2.3: 512)
public record Limits(int tagBytes, int clientTagBytes, int bodyBytes) {

  /// The numbers of the specifications.
  public static final Limits DEFAULT = new Limits(8191, 4094, 512);

  /// Who sent a line decides how many tags it may carry.
  public enum Sender {
    CLIENT,
    SERVER
  }

  /// All three are at least what an ordinary line needs.
  public Limits {
    if (tagBytes < 2 || clientTagBytes < 0 || bodyBytes < 3) {
      throw new IllegalArgumentException(
          "limits too small: " + tagBytes + ' ' + clientTagBytes + ' ' + bodyBytes);
    }
  }

  /// Which limit the line between `from` and `to` exceeds, if any. The line has no CR LF; the two
  /// bytes count all the same, so that 510 is the most a body may have here.
  public Optional<Reason> exceeded(Sender sender, byte[] bytes, int from, int to) {
    int body = from;
    if (from < to && bytes[from] == '@') {
      while (body < to && bytes[body] != ' ') body++;
      int section = body + 1 - from;
      if (section > tagSection(sender)) return Optional.of(Reason.TAGS_TOO_LONG);
      body = Math.min(body + 1, to);
    }
    return to - body > bodyBytes - 2 ? Optional.of(Reason.LINE_TOO_LONG) : Optional.empty();
  }

  /// The most bytes `@`, tag data and space may have together.
  int tagSection(Sender sender) {
    return sender == Sender.CLIENT ? clientTagBytes + 2 : tagBytes;
  }
}
