package chat.salon.bench;

/// What was wrong with the deliveries of a run.
///
/// @param lost never came
/// @param doubled came again
/// @param reordered came after a later one of the same voice
/// @param stray came to somebody whom they were not for
record Verdict(long lost, long doubled, long reordered, long stray) {
  static final Verdict CLEAN = new Verdict(0, 0, 0, 0);

  boolean isClean() {
    return equals(CLEAN);
  }

  Verdict and(Verdict other) {
    return new Verdict(
        lost + other.lost,
        doubled + other.doubled,
        reordered + other.reordered,
        stray + other.stray);
  }

  @Override
  public String toString() {
    return isClean()
        ? "all delivered once and in order"
        : "%,d LOST, %,d DOUBLED, %,d OUT OF ORDER, %,d STRAY"
            .formatted(lost, doubled, reordered, stray);
  }
}
