package chat.salon.bench;

/// One client's talk to one target. Numbers its messages, and knows of each that is under way when
/// it was sent and how many readers have still to get it. On the event loop only.
final class Voice {
  final Client client;
  final int readers;
  private final byte[] line;
  private final long[] sentAt;
  private final int[] waiting;
  private final int mask;
  private int sent;

  /// @param window how many messages may be under way, at most
  Voice(Client client, int number, String to, int readers, int window) {
    this.client = client;
    this.readers = readers;
    this.line = Message.line(to, number, 0);
    int slots = Integer.highestOneBit(Math.max(1, window * 2 - 1));
    this.mask = slots - 1;
    this.sentAt = new long[slots];
    this.waiting = new int[slots];
  }

  /// How many it has sent.
  int sent() {
    return sent;
  }

  /// Whether the message that would use the same place is over.
  boolean hasRoom() {
    return waiting[sent & mask] == 0;
  }

  /// Sends the next message.
  ///
  /// @param at since when its readers wait for it, of [System#nanoTime]
  void say(long at) {
    int slot = sent & mask;
    Message.renumber(line, sent++);
    sentAt[slot] = at;
    waiting[slot] = readers;
    client.send(line);
  }

  /// Since when the readers of a message wait for it.
  long sentAt(int number) {
    return sentAt[number & mask];
  }

  /// One reader less has to get a message.
  ///
  /// @return whether that was the last
  boolean arrived(int number) {
    return --waiting[number & mask] == 0;
  }
}
