package chat.salon.store;

/// Whether the store can keep what it is given.
///
/// @param why it cannot, as a sentence; empty when it can
public record Health(boolean isWritable, String why) {
  static final Health GOOD = new Health(true, "");

  static Health bad(String why) {
    return new Health(false, why);
  }
}
