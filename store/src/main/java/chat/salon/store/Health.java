package chat.salon.store;

/// Whether the store can keep what it is given.
///
/// @param isOver whether it cannot before it is opened anew
/// @param why it cannot, as a sentence; empty when it can
public record Health(boolean isWritable, boolean isOver, String why) {
  static final Health GOOD = new Health(true, false, "");

  static Health bad(String why) {
    return new Health(false, false, why);
  }

  static Health over(String why) {
    return new Health(false, true, why);
  }
}
