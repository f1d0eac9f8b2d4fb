package chat.salon.measure;

import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.Stamp;
import chat.salon.core.port.Batch;
import chat.salon.core.port.Head;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// One conversation and how far it has come, as its owner would know it. One thread at a time.
final class Dialogue {
  /// It remembers the ids of its 1st, 17th, 33rd … message.
  static final int STRIDE = 16;

  private final ConversationId<?> where;
  private final Crowd crowd;
  private final Function<RandomGenerator, String> texts;
  private long[] ids = new long[4];
  private Head head = Head.START;

  /// @param texts what is said in it
  Dialogue(ConversationId<?> where, Crowd crowd, Function<RandomGenerator, String> texts) {
    this.where = where;
    this.crowd = crowd;
    this.texts = texts;
  }

  ConversationId<?> where() {
    return where;
  }

  /// How many messages it has; they are numbered from 1 to this.
  long size() {
    return head.lastSeq();
  }

  /// How many ids it remembers.
  int marks() {
    return Math.toIntExact((size() + STRIDE - 1) / STRIDE);
  }

  /// The id of message 1 + 16 × mark.
  long id(int mark) {
    return ids[mark];
  }

  /// Its next messages. They are to be appended before the next ones are asked for.
  Batch next(int size, RandomGenerator random) {
    var events = new ArrayList<Event>(size);
    for (int i = 0; i < size; i++) {
      events.add(said(random));
    }
    return new Batch(where, head, events, null);
  }

  private Said said(RandomGenerator random) {
    Person by = crowd.somebody(random);
    var stamp = new Stamp(crowd.stamps().next(), head.lastSeq() + 1);
    if (head.lastSeq() % STRIDE == 0) {
      remember(marks(), stamp.id());
    }
    head = new Head(stamp.id(), stamp.seq(), 0, false, 0);
    var target = where instanceof Pair(_, var second) ? second : where.toString();
    return new Said(
        stamp, where, by, Form.MESSAGE, target, null, texts.apply(random), Map.of(), null);
  }

  private void remember(int mark, long id) {
    if (mark == ids.length) {
      ids = Arrays.copyOf(ids, ids.length * 2);
    }
    ids[mark] = id;
  }
}
