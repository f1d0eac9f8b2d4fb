package chat.salon.acceptance.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A chat server in a few lines, which is correct but for a fault that may be planted in it. What
/// it says to a session waits in that session's queue.
final class MadeUpServer {
  static final List<String> CHANNELS = List.of("#tea", "#coffee");
  static final int OFTEN = 20;
  static final int RARELY = 10_000;

  final Map<String, List<Message>> kept = new LinkedHashMap<>();
  private final Map<String, Message> byText = new HashMap<>();
  private final @Nullable Planted planted;
  private final Random random;
  private final Map<String, Set<MadeUpClient.Session>> members = new HashMap<>();
  private final ArrayDeque<Request> inbox = new ArrayDeque<>();
  private final List<Message> unsynced = new ArrayList<>();
  private int lastId;
  private int lastIdAtStart;
  private int count;
  private @Nullable Delivery held;

  /// Something that a client wants said.
  record Request(MadeUpClient.Session from, String channel, String text) {}

  private record Delivery(MadeUpClient.Session to, Message message) {}

  /// What a session is told.
  sealed interface Told {
    record Came(String channel) implements Told {}

    record Live(Message message) implements Told {}

    record Acknowledged(Message message) implements Told {}

    record Refused(String text) implements Told {}

    record Replayed(Message message) implements Told {}

    record ReplayEnds(String channel, long asked) implements Told {}

    record PutOut(String channel) implements Told {}
  }

  MadeUpServer(@Nullable Planted planted, Random random) {
    this.planted = planted;
    this.random = random;
    for (var channel : CHANNELS) {
      kept.put(channel, new ArrayList<>());
      members.put(channel, new LinkedHashSet<>());
    }
  }

  private boolean has(Planted fault) {
    return planted == fault;
  }

  // Whether a fault happens this time.
  private boolean now(Planted fault, int oneIn) {
    return planted == fault && ++count % oneIn == oneIn - 1;
  }

  boolean isIdle() {
    return inbox.isEmpty();
  }

  void ask(Request request) {
    inbox.add(request);
  }

  void join(MadeUpClient.Session session, String channel) {
    if (now(Planted.TOLD_BEFORE_IT_CAME, 5) && !kept.get(channel).isEmpty()) {
      session.told.add(new Told.Live(kept.get(channel).getLast()));
    }
    members.get(channel).add(session);
    session.told.add(new Told.Came(channel));
  }

  void leave(MadeUpClient.Session session) {
    members.values().forEach(all -> all.remove(session));
  }

  /// Puts a session out of a channel, if it is there.
  boolean kick(MadeUpClient.Session session, String channel) {
    boolean isMember = members.get(channel).contains(session);
    if (isMember && !now(Planted.TOLD_AFTER_IT_WAS_PUT_OUT, 2)) {
      members.get(channel).remove(session);
      session.told.add(new Told.PutOut(channel));
    }
    return isMember;
  }

  void read(MadeUpClient.Session session, String channel, String after, long at) {
    if (!members.get(channel).contains(session)) {
      return; // it will hear that it was put out
    }
    var all = kept.get(channel);
    int to = all.size();
    int from = to;
    while (from > 0 && all.get(from - 1).msgid().compareTo(after) > 0) {
      from--;
    }
    if (has(Planted.RESUME_LEAVES_OUT_ONE) && from < to) {
      from++;
    } else if (has(Planted.RESUME_BEGINS_ONE_TOO_EARLY) && from > 0) {
      from--;
    } else if (has(Planted.HISTORY_READ_TOO_OLD)) {
      to = Math.max(from, to - 3);
    }
    for (var message : all.subList(from, to)) {
      session.told.add(new Told.Replayed(message));
    }
    session.told.add(new Told.ReplayEnds(channel, at));
    if (has(Planted.LOST_BETWEEN_COMING_AND_READING)) {
      session.isDeaf = true;
    }
  }

  /// Does the next thing that was asked for.
  void serve() {
    var request = inbox.poll();
    if (request == null) {
      return;
    }
    if (random.nextInt(30) == 0) {
      refuse(request);
      return;
    }
    var known = byText.get(request.text());
    if (known != null && !has(Planted.KEPT_AGAIN_ON_A_RETRY)) {
      request.from().told.add(new Told.Acknowledged(known));
      return;
    }
    var message = message(request);
    boolean isEarly = now(Planted.ACKNOWLEDGED_BEFORE_IT_IS_KEPT, 3);
    boolean isShown = now(Planted.SHOWN_BEFORE_IT_IS_KEPT, 3);
    if (isEarly || isShown) {
      unsynced.add(message);
    } else {
      keep(message);
    }
    deliver(message, isShown ? request.from() : null);
    if (!members.get(request.channel()).contains(request.from())) {
      request.from().told.add(new Told.Acknowledged(message));
    }
    inventMore(message);
  }

  private Message message(Request request) {
    var author = request.from().client.name;
    return new Message(request.channel(), nextId(), author, request.text());
  }

  private String nextId() {
    if (now(Planted.SORTED_BY_A_CLOCK_THAT_GOES_BACK, 50)) {
      return "id%06d5".formatted(lastId - 10);
    }
    return "id%06d0".formatted(++lastId);
  }

  private void keep(Message message) {
    var all = kept.get(message.channel());
    boolean goesBack = !all.isEmpty() && message.msgid().compareTo(all.getLast().msgid()) < 0;
    all.add(message);
    if (goesBack) {
      all.sort(Comparator.comparing(Message::msgid));
    }
    byText.put(message.text(), message);
  }

  boolean hasKept(String text) {
    return byText.containsKey(text);
  }

  /// Writes to disk what was put off.
  void sync() {
    unsynced.forEach(this::keep);
    unsynced.clear();
  }

  private void refuse(Request request) {
    if (has(Planted.REFUSED_YET_SHOWN)) {
      deliver(message(request), request.from());
    } else if (has(Planted.REFUSED_YET_KEPT)) {
      keep(message(request));
    }
    request.from().told.add(new Told.Refused(request.text()));
  }

  private void deliver(Message message, MadeUpClient.@Nullable Session butTo) {
    for (var session : members.get(message.channel())) {
      if (session != butTo) {
        deliver(session, message);
      }
    }
  }

  private void deliver(MadeUpClient.Session session, Message message) {
    if (session.isDeaf) {
      session.isDeaf = false;
      return;
    }
    if (now(Planted.ONE_IN_10000_NOT_DELIVERED, RARELY)) {
      return;
    }
    if (has(Planted.LAST_ONE_NOT_DELIVERED)
        && message.text().startsWith(MadeUpRun.LAST)
        && !session.client.writes) {
      return;
    }
    if (has(Planted.FIRST_ONE_NOT_DELIVERED) && session.isNew && !session.client.writes) {
      session.isNew = false;
      return;
    }
    if (held != null && held.to() == session) {
      session.told.add(new Told.Live(message));
      session.told.add(new Told.Live(held.message()));
      held = null;
    } else if (held == null && now(Planted.TWO_ORDERS_FOR_TWO_READERS, OFTEN)) {
      held = new Delivery(session, message);
    } else {
      session.told.add(new Told.Live(message));
      if (now(Planted.DELIVERED_TWICE, OFTEN)) {
        session.told.add(new Told.Live(message));
      }
    }
  }

  private void inventMore(Message like) {
    if (now(Planted.INVENTED, OFTEN)) {
      var invented = new Message(like.channel(), nextId(), like.author(), "never said " + lastId);
      keep(invented);
      deliver(invented, null);
    } else if (now(Planted.SHOWN_IN_ANOTHER_CHANNEL, OFTEN)) {
      var other = like.channel().equals("#tea") ? "#coffee" : "#tea";
      deliver(new Message(other, like.msgid(), like.author(), like.text()), null);
    } else if (now(Planted.SHOWN_AS_SOMEBODY_ELSE, OFTEN)) {
      var forged = new Message(like.channel(), nextId(), "mallory", like.text());
      deliver(forged, null);
    }
  }

  /// What was under way is kept or not; all sessions end.
  void restart() {
    while (!inbox.isEmpty()) {
      var request = inbox.poll();
      if (random.nextBoolean() && !hasKept(request.text())) {
        keep(message(request));
      }
    }
    unsynced.clear();
    members.values().forEach(Set::clear);
    held = null;
    if (has(Planted.FORGOTTEN_AT_A_RESTART)) {
      kept.values().stream().filter(all -> !all.isEmpty()).forEach(List::removeLast);
    }
    if (has(Planted.ID_USED_AGAIN_AFTER_A_RESTART)) {
      lastId = lastIdAtStart;
    }
    lastIdAtStart = Math.max(0, lastId - 5);
  }
}
