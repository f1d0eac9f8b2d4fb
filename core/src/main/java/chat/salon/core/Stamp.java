package chat.salon.core;

import java.time.Instant;

/// When and where in its conversation an event happened.
///
/// @param id time-ordered and strictly increasing in its conversation: the msgid, the cursor and
///   the time in one
/// @param seq 1, 2, 3 … in its conversation, without gaps; 0 for what is told but not kept
public record Stamp(long id, long seq) {

  /// To the millisecond; never decreases within a conversation.
  public Instant time() {
    return Stamps.time(id);
  }

  /// The id as clients see it.
  public String msgid() {
    return Stamps.msgid(id);
  }

  /// The stamp that comes so many after this one, of those that a request is given.
  public Stamp after(int by) {
    return new Stamp(Stamps.following(id, by), seq == 0 ? 0 : seq + by);
  }

  /// The same moment, for an event that is not kept.
  public Stamp unkept() {
    return seq == 0 ? this : new Stamp(id, 0);
  }
}
