package chat.salon.core.search;

import chat.salon.core.Stamps;
import java.util.Optional;

/// How far somebody has come in what was found.
///
/// @param score of the last hit; 0 where the order is that of time
/// @param id of the last hit
public record Cursor(float score, long id) {
  private static final char BETWEEN = '-';

  /// What [#toString] wrote; empty when it is none.
  public static Optional<Cursor> parse(String text) {
    int between = text.indexOf(BETWEEN);
    var id = Stamps.parseMsgid(text.substring(between + 1));
    if (between < 0 || id.isEmpty()) {
      return id.stream().mapToObj(each -> new Cursor(0, each)).findFirst();
    }
    try {
      float score = Float.intBitsToFloat(Integer.parseUnsignedInt(text.substring(0, between), 16));
      return Float.isFinite(score)
          ? Optional.of(new Cursor(score, id.getAsLong()))
          : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// As clients keep it.
  @Override
  public String toString() {
    var msgid = Stamps.msgid(id);
    return score == 0 ? msgid : Integer.toHexString(Float.floatToIntBits(score)) + BETWEEN + msgid;
  }
}
