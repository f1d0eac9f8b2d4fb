package chat.salon.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/// A mixed talk beside which people with new nicks come and go, two by two, at a steady rate. They
/// can be held off for a while, so that a moment comes at which the same connections and channels
/// are there as at every such moment.
final class SoakTalk extends MixedTalk {
  private static final int MOST_COUPLES = 200;

  private final int settled;
  private final int channels;
  private final IntSupplier choice;
  private final Map<Client, Couple> coupleOf = new HashMap<>();
  private final Set<Couple> couples = new LinkedHashSet<>();
  private final Deque<Integer> freeStreams = new ArrayDeque<>();
  private Tally alone = new Tally("couples left", 0);
  private boolean held;
  private long interval;
  private long due;
  private int nextCouple;
  private long said;
  private long joins;
  private long parts;
  private long connections;
  private long quits;
  private long opened;
  private long skipped;

  /// What happened so far.
  ///
  /// @param messages that were said
  /// @param connections that registered since the talk began
  /// @param opened channels that were opened and closed again
  /// @param late messages of the open loop that found too many others under way
  /// @param skipped couples that did not come, as too many others were there
  record Counts(
      long messages,
      long deliveries,
      long joins,
      long parts,
      long connections,
      long quits,
      long opened,
      long late,
      long skipped) {}

  /// @param settled how many clients do not come and go
  /// @param choice of a channel
  SoakTalk(
      Crowd crowd,
      List<Voice> voices,
      Check check,
      List<String> names,
      int settled,
      IntSupplier choice) {
    super(crowd, voices, check, names, channel -> channel + names.size(), _ -> choice.getAsInt());
    this.channels = names.size();
    this.settled = settled;
    this.choice = choice;
  }

  // ---- Couples come ----

  /// Begins to have couples come.
  ///
  /// @param rate couples a second; none if it is 0
  void startCouples(double rate) {
    if (rate > 0) {
      interval = Math.round(TimeUnit.SECONDS.toNanos(1) / rate);
      due = System.nanoTime();
      tick();
    }
  }

  private void tick() {
    if (isStopped()) {
      return;
    }
    long now = System.nanoTime();
    while (now - due >= 0) {
      if (!held) {
        comeTogether();
      }
      due += interval;
    }
    crowd.loop().schedule(this::tick, due - now, TimeUnit.NANOSECONDS);
  }

  private void comeTogether() {
    if (couples.size() >= MOST_COUPLES) {
      skipped++;
      return;
    }
    int streams = freeStreams.isEmpty() ? Couple.addStreams(check) : freeStreams.pop();
    var host = crowd.dial();
    var guest = crowd.dial();
    var couple = new Couple(this, check, nextCouple++, streams, host, guest);
    couples.add(couple);
    coupleOf.put(host, couple);
    coupleOf.put(guest, couple);
  }

  /// Has nobody come until [#goOn].
  ///
  /// @return counts to 1 when those who are there have left
  Tally hold() {
    held = true;
    alone = new Tally("couples left", 1);
    if (couples.isEmpty()) {
      alone.one();
    }
    return alone;
  }

  void goOn() {
    held = false;
  }

  /// Ends those who are still there although they should have left long ago.
  ///
  /// @return who they were
  List<String> abandon() {
    var who = new ArrayList<String>();
    for (var couple : List.copyOf(couples)) {
      who.add(couple.toString());
      couple.abandon();
    }
    couples.clear();
    coupleOf.clear();
    return who;
  }

  // ---- What couples do ----

  void say(Client who, byte[] line) {
    said++;
    who.send(line);
  }

  /// A channel of others.
  int choose() {
    return choice.getAsInt();
  }

  // ---- Hearing ----

  @Override
  public void registered(Client client) {
    connections++;
    var couple = coupleOf.get(client);
    if (couple != null) {
      couple.registered();
    }
  }

  @Override
  public void delivered(Client reader, int voice, int number, long at) {
    if (reader.index < settled) {
      super.delivered(reader, voice, number, at);
      return;
    }
    var couple = coupleOf.get(reader);
    if (couple != null) {
      couple.delivered(reader, voice, number);
    }
  }

  @Override
  public void moved(Client reader, Move move, int who) {
    if (who == reader.index) {
      joins += move == Move.JOIN ? 1 : 0;
      parts += move == Move.PART ? 1 : 0;
    }
    if (who < settled) {
      if (reader.index < settled) {
        super.moved(reader, move, who);
      }
      return;
    }
    var mover = crowd.clients().get(who);
    var couple = coupleOf.get(mover);
    if (couple == null) {
      return;
    }
    if (couple.equals(coupleOf.get(reader))) {
      couple.moved(reader, move, mover);
    } else if (reader.index >= channels && reader.index < 2 * channels) {
      couple.witnessed(reader, move, mover);
      over(couple);
    }
  }

  @Override
  public void gone(Client client) {
    quits++;
    var couple = coupleOf.get(client);
    if (couple != null) {
      over(couple);
    }
  }

  private void over(Couple couple) {
    if (!couple.isOver()) {
      return;
    }
    couple.compare();
    couples.remove(couple);
    coupleOf.values().removeIf(couple::equals);
    freeStreams.push(couple.streams);
    opened++;
    if (held && couples.isEmpty()) {
      alone.one();
    }
    fallSilent();
  }

  @Override
  boolean isQuiet() {
    return super.isQuiet() && couples.isEmpty();
  }

  /// What was wrong so far; what is still under way is not missing yet.
  Verdict wrong() {
    return check.verdict();
  }

  /// What happened so far.
  Counts soFar() {
    return new Counts(
        completed() + said,
        deliveries(),
        joins,
        parts,
        connections,
        quits,
        opened,
        late(),
        skipped);
  }
}
