package chat.salon.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A talk in one channel to which people come who connect, join, hear some messages and quit; for
/// each who is gone the next comes. Every resident has to see each of them come and go, once.
final class ChurnTalk extends Talk {
  private static final int STAY = 3;

  private final String channel;
  private final Client witness;
  private final Sightings sightings;
  private final Map<Client, Visit> visits = new HashMap<>();
  private final Map<Client, Visit> leaving = new HashMap<>();
  private long cycles;

  /// @param voices one
  /// @param residents who hear, and see who comes and goes; the last of them does not talk
  ChurnTalk(Crowd crowd, List<Voice> voices, Check check, String channel, List<Client> residents) {
    super(crowd, voices, check);
    this.channel = channel;
    this.witness = residents.getLast();
    this.sightings = new Sightings(residents.size());
  }

  /// Has one more visitor come.
  void dial() {
    dial(check.add());
  }

  private void dial(int stream) {
    visits.put(crowd.dial(), new Visit(check, stream, 0));
  }

  @Override
  public void registered(Client client) {
    client.join(channel);
  }

  @Override
  public void delivered(Client reader, int voice, int number, long at) {
    if (reader.voices > 0) {
      super.delivered(reader, voice, number, at);
      return;
    }
    var visit = visits.get(reader);
    if (visit == null) {
      // It has quit: what was on its way may come or not.
    } else if (visit.heard(voice, number)) {
      count();
      if (visit.heard() == STAY) {
        leave(reader, visit);
      }
    }
  }

  private void leave(Client visitor, Visit visit) {
    visit.left();
    visits.remove(visitor);
    leaving.put(visitor, visit);
    visitor.quit();
  }

  @Override
  public void moved(Client reader, Move move, int who) {
    if (who < sightings.residents()) {
      return;
    }
    var visitor = crowd.clients().get(who);
    if (reader.equals(visitor)) {
      movedItself(visitor, move);
    } else if (reader.index < sightings.residents()) {
      sightings.see(reader.index, who, move);
      if (reader.equals(witness)) {
        witnessed(visitor, move);
      }
    }
  }

  private void movedItself(Client visitor, Move move) {
    var visit = visits.get(visitor);
    if (visit != null && move == Move.JOIN) {
      visit.entered();
      if (isStopped()) {
        leave(visitor, visit);
      }
    }
  }

  private void witnessed(Client visitor, Move move) {
    int next = check.next(witness.firstStream);
    var visit = visits.getOrDefault(visitor, leaving.get(visitor));
    if (visit == null) {
      return;
    }
    if (move == Move.JOIN) {
      visit.seenEntering(next);
    } else {
      visit.seenLeaving(next);
      over(visitor, visit);
    }
  }

  private void over(Client visitor, Visit visit) {
    if (visit.isOver() && !visitor.isConnected()) {
      leaving.remove(visitor);
      visit.compare(false);
      cycles++;
      if (!isStopped()) {
        dial(visit.stream);
      }
      fallSilent();
    }
  }

  @Override
  public void gone(Client client) {
    var visit = leaving.get(client);
    if (visit != null) {
      over(client, visit);
    }
  }

  @Override
  Tally stop() {
    var silence = super.stop();
    List.copyOf(visits.entrySet()).stream()
        .filter(entry -> entry.getValue().isInside())
        .forEach(entry -> leave(entry.getKey(), entry.getValue()));
    return silence;
  }

  @Override
  boolean isQuiet() {
    return visits.isEmpty() && leaving.isEmpty();
  }

  @Override
  Map<Figure, Long> counts() {
    return Map.of(Figure.CYCLES_PER_SECOND, cycles);
  }

  @Override
  Verdict verdict() {
    return super.verdict().and(sightings.verdict(crowd.clients().size()));
  }
}
