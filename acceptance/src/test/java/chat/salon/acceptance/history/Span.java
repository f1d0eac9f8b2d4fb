package chat.salon.acceptance.history;

import chat.salon.acceptance.history.Entry.Began;
import chat.salon.acceptance.history.Entry.CaughtUp;
import chat.salon.acceptance.history.Entry.Heard;
import chat.salon.acceptance.history.Entry.Settled;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one session heard in one channel, from its coming to its going.
final class Span {
  final Began began;
  final List<Heard> live = new ArrayList<>();
  final List<Heard> replayed = new ArrayList<>();
  @Nullable CaughtUp caughtUp;
  int heardWhenCaughtUp;
  @Nullable Settled settled;

  Span(Began began) {
    this.began = began;
  }

  void heard(Heard heard) {
    (heard.replayed() ? replayed : live).add(heard);
  }

  void caughtUp(CaughtUp entry) {
    caughtUp = entry;
    heardWhenCaughtUp = live.size();
  }

  /// All that was heard.
  List<Heard> all() {
    var all = new ArrayList<>(replayed);
    all.addAll(live);
    return all;
  }
}
