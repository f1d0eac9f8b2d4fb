package chat.salon.irc;

import chat.salon.core.HangUp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was to end on this node lately, for those who are logging in meanwhile: who proved a
/// password that was changed, or a token that was taken back, before they were logged in, is not
/// among the sessions that were ended then. Any thread.
public final class HangUps {
  private static final int KEPT = 4096;

  private final ArrayDeque<HangUp> lately = new ArrayDeque<>();
  private long heard;

  /// Notes one, before the sessions are looked through.
  synchronized void add(HangUp what) {
    lately.addLast(what);
    heard++;
    if (lately.size() > KEPT) {
      lately.removeFirst();
    }
  }

  /// How many there were so far.
  public synchronized long heard() {
    return heard;
  }

  /// Those after so many, the last one first; empty when they are too many to be known still.
  synchronized Optional<List<HangUp>> since(long before) {
    if (heard - before > lately.size()) {
      return Optional.empty();
    }
    var since = new ArrayList<HangUp>();
    var all = lately.descendingIterator();
    for (long left = heard - before; left > 0; left--) {
      since.add(all.next());
    }
    return Optional.of(since);
  }
}
