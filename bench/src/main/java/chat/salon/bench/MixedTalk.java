package chat.salon.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/// A talk in many channels, of which each has one voice, while some people go from channel to
/// channel: they stay for some messages, and leave.
class MixedTalk extends Talk {
  private static final int STAY = 100;

  private final List<String> channels;
  private final IntUnaryOperator witnesses;
  private final IntUnaryOperator choice;
  private final Map<Client, Integer> streams = new HashMap<>();
  private final Map<Client, Visit> visits = new HashMap<>();
  private int steps;
  private long moves;

  /// @param witnesses who stays in a channel and in no other, and sees who comes and goes
  /// @param choice of a channel, for the n-th visit
  MixedTalk(
      Crowd crowd,
      List<Voice> voices,
      Check check,
      List<String> channels,
      IntUnaryOperator witnesses,
      IntUnaryOperator choice) {
    super(crowd, voices, check);
    this.channels = channels;
    this.witnesses = witnesses;
    this.choice = choice;
  }

  /// Has somebody who is in no channel begin to go about.
  void wander(Client mover) {
    streams.put(mover, check.add());
    visitNext(mover);
  }

  private void visitNext(Client mover) {
    if (isStopped()) {
      visits.remove(mover);
      fallSilent();
      return;
    }
    int channel = choice.applyAsInt(steps++);
    visits.put(mover, new Visit(check, streams.getOrDefault(mover, -1), channel));
    mover.join(channels.get(channel));
  }

  @Override
  public void delivered(Client reader, int voice, int number, long at) {
    if (reader.voices > 0) {
      super.delivered(reader, voice, number, at);
      return;
    }
    var visit = visits.get(reader);
    if (visit == null) {
      check.blame(0, 1);
    } else if (visit.heard(voice, number)) {
      count();
      if (visit.heard() == STAY && !isStopped()) {
        leave(reader, visit);
      }
    }
  }

  private void leave(Client mover, Visit visit) {
    mover.send("PART " + channel(visit));
  }

  @Override
  public void moved(Client reader, Move move, int who) {
    if (who < 0) {
      return;
    }
    var mover = crowd.clients().get(who);
    var visit = visits.get(mover);
    if (visit == null || (!reader.equals(mover) && reader.index != witness(visit))) {
      return;
    }
    if (reader.equals(mover)) {
      movedItself(mover, visit, move);
    } else if (move == Move.JOIN) {
      visit.seenEntering(next(reader, visit));
    } else {
      visit.seenLeaving(next(reader, visit));
    }
    if (visit.isOver()) {
      visit.compare(true);
      visitNext(mover);
    }
  }

  /// Where a visit goes.
  String channel(Visit visit) {
    return channels.get(visit.voice);
  }

  /// Who sees the visitors of a channel come and go, as an index.
  int witness(Visit visit) {
    return witnesses.applyAsInt(visit.voice);
  }

  /// The number that this witness expects next.
  int next(Client witness, Visit visit) {
    return check.next(witness.firstStream + visit.voice - witness.firstVoice);
  }

  private void movedItself(Client mover, Visit visit, Move move) {
    moves++;
    if (move != Move.JOIN) {
      visit.left();
      return;
    }
    visit.entered();
    if (isStopped()) {
      leave(mover, visit);
    }
  }

  @Override
  Tally stop() {
    var silence = super.stop();
    visits.forEach((mover, visit) -> {
      if (visit.isInside() && visit.heard() < STAY) {
        leave(mover, visit);
      }
    });
    return silence;
  }

  @Override
  boolean isQuiet() {
    return visits.isEmpty();
  }

  @Override
  Map<Figure, Long> counts() {
    return Map.of(Figure.MOVES_PER_SECOND, moves);
  }
}
