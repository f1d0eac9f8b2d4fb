package chat.salon.bench;

/// One stay of somebody in a channel with one voice. It is exact: another member, who stays, sees
/// the visitor come and go between the same messages, so the first and the last are known. On the
/// event loop only.
final class Visit {
  private static final int UNKNOWN = -1;

  private final Check check;
  final int stream;
  final int voice;

  private int first = UNKNOWN;
  private int end = UNKNOWN;
  private int witnessedFirst = UNKNOWN;
  private int witnessedEnd = UNKNOWN;
  private int heard;
  private boolean inside;

  /// @param stream of the visitor, closed
  Visit(Check check, int stream, int voice) {
    this.check = check;
    this.stream = stream;
    this.voice = voice;
  }

  // ---- What the visitor sees ----

  void entered() {
    inside = true;
  }

  boolean isInside() {
    return inside;
  }

  /// @return whether this delivery is as it should be
  boolean heard(int voice, int number) {
    if (!inside || voice != this.voice) {
      check.blame(0, 1);
      return false;
    }
    if (first == UNKNOWN) {
      first = number;
      check.open(stream, number);
    }
    heard++;
    return check.take(stream, number) > 0;
  }

  /// How many messages it has heard.
  int heard() {
    return heard;
  }

  void left() {
    inside = false;
    end = first == UNKNOWN ? UNKNOWN : check.next(stream);
    if (first != UNKNOWN) {
      check.close(stream, end);
    }
  }

  // ---- What the member sees who stays ----

  /// @param next the number that this member expects next
  void seenEntering(int next) {
    witnessedFirst = next;
  }

  void seenLeaving(int next) {
    witnessedEnd = next;
  }

  // ---- The end ----

  boolean isOver() {
    return !inside && witnessedEnd != UNKNOWN;
  }

  /// Compares both when it is over.
  ///
  /// @param toTheEnd whether the visitor had to get what was said until it was seen leaving
  void compare(boolean toTheEnd) {
    if (first == UNKNOWN) {
      check.blame(toTheEnd ? witnessedEnd - witnessedFirst : 0, 0);
      return;
    }
    check.blame(Math.max(0, first - witnessedFirst), Math.max(0, witnessedFirst - first));
    int missing = witnessedEnd - end;
    check.blame(toTheEnd ? Math.max(0, missing) : 0, Math.max(0, -missing));
  }
}
