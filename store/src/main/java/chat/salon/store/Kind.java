package chat.salon.store;

/// The numbers under which events are stored, never given to another kind. Messages and notices
/// have the lowest, so that a page without the rest is one comparison.
enum Kind {
  MESSAGE(1),
  NOTICE(2),
  TAGS(3),
  JOINED(4),
  LEFT(5),
  KICKED(6),
  TOPIC_SET(7),
  MODES_CHANGED(8),
  QUIT(9),
  PERSON_CHANGED(10),
  EDITED(11),
  REDACTED(12),
  REACTED(13),
  UNREACTED(14),
  PINNED(15),
  UNPINNED(16),
  DESCRIBED(17),
  ADDED(18),
  PREVIEWED(19);

  private static final Kind[] BY_NUMBER = new Kind[20];

  static {
    for (var kind : values()) {
      BY_NUMBER[kind.number] = kind;
    }
  }

  private final int number;

  Kind(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  static Kind of(int number) {
    if (number < 1 || number >= BY_NUMBER.length) {
      throw new IllegalArgumentException("no kind of event has the number " + number);
    }
    return BY_NUMBER[number];
  }
}
