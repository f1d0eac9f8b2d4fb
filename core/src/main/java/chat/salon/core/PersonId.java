package chat.salon.core;

/// One person's presence in the network, from their first session to their last, on whatever nodes
/// those are. Taken from the clock of ids, so never used again.
public record PersonId(long value) {
  /// Of people read from the log, who may be long gone, and of those connected nowhere.
  public static final PersonId NONE = new PersonId(0);

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  // Ids differ in few bits, none of them low: as they are, half of them would share a bucket.
  @Override
  public int hashCode() {
    return (int) ((value * GOLDEN) >>> 32);
  }
}
