package chat.salon.acceptance.history;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/// One line of the log of a run. All times are nanoseconds of one clock that only goes forward.
/// What one session notes is in the order in which it happened to it.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "entry")
public sealed interface Entry {
  /// When it was, or began.
  long at();

  /// What became of an attempt to say something.
  enum Result {
    /// It was acknowledged: the echo came back.
    OK,
    /// It was refused: nobody may ever see it.
    FAIL,
    /// Nobody knows: it may be there or not.
    INFO
  }

  /// What was run, and how to run it again.
  record Run(long seed, String network, long at) implements Entry {}

  /// Somebody was to be disturbed: `kill` of `node 0`.
  record Fault(String what, String whom, long at) implements Entry {}

  /// An attempt to say something. Who tries again says the same text.
  ///
  /// @param returned when the answer came, or when it was given up
  /// @param msgid the one of the acknowledgement
  /// @param why the code of a refusal; null when there was no answer
  record Sent(
      String author,
      String session,
      String channel,
      String text,
      long called,
      long returned,
      Result result,
      @Nullable String msgid,
      @Nullable String why)
      implements Entry {
    @Override
    public long at() {
      return called;
    }
  }

  /// A session is in a channel from here on, and hears what is said there.
  ///
  /// @param after the last message that its client had heard without a gap, when it means to go on
  ///   from there; else null
  record Began(String session, String client, String channel, @Nullable String after, long at)
      implements Entry {}

  /// A session was told of a message.
  ///
  /// @param replayed whether it was read from the history
  record Heard(String session, Message message, boolean replayed, long at) implements Entry {}

  /// A session has read all that there was after its [Began#after]. Asked for at this time.
  record CaughtUp(String session, String channel, long at) implements Entry {}

  /// A session has heard that it is no longer in a channel.
  record Ended(String session, String channel, long at) implements Entry {}

  /// All is said, and a session waited for this message, the last one, as long as one has to.
  record Settled(String session, String channel, String upTo, long at) implements Entry {}

  /// Somebody was put out of a channel, and that was acknowledged.
  record Kicked(String client, String channel, long called, long returned) implements Entry {
    @Override
    public long at() {
      return called;
    }
  }

  /// Somebody certainly had a name from one time to another, and nobody else may.
  record Held(String name, String holder, long from, long until) implements Entry {
    @Override
    public long at() {
      return from;
    }
  }

  /// The history holds a message, when all is over; in the order of the history.
  ///
  /// @param source which reading of it: there may be several, and they have to agree
  record Kept(String source, Message message, long at) implements Entry {}
}
