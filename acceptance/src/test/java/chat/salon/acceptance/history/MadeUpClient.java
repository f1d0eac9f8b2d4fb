package chat.salon.acceptance.history;

import chat.salon.acceptance.history.Entry.Began;
import chat.salon.acceptance.history.Entry.CaughtUp;
import chat.salon.acceptance.history.Entry.Ended;
import chat.salon.acceptance.history.Entry.Heard;
import chat.salon.acceptance.history.Entry.Result;
import chat.salon.acceptance.history.Entry.Sent;
import chat.salon.acceptance.history.MadeUpServer.Request;
import chat.salon.acceptance.history.MadeUpServer.Told;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Somebody who talks to a [MadeUpServer], notes all of it, and comes back after every cut.
final class MadeUpClient {
  final String name;
  final boolean writes;
  @Nullable Session session;
  private final MadeUpRun run;
  private final MadeUpServer server;
  private final Map<String, Place> places = new HashMap<>();
  private final ArrayDeque<Attempt> again = new ArrayDeque<>();
  private int sessions;
  private int said;

  /// One connection.
  static final class Session {
    final MadeUpClient client;
    final String id;
    final ArrayDeque<Told> told = new ArrayDeque<>();
    final Map<String, Attempt> open = new LinkedHashMap<>();
    boolean isNew = true;
    boolean isDeaf;

    Session(MadeUpClient client, String id) {
      this.client = client;
      this.id = id;
    }
  }

  record Attempt(String channel, String text, long called) {}

  MadeUpClient(String name, boolean writes, MadeUpRun run, MadeUpServer server) {
    this.name = name;
    this.writes = writes;
    this.run = run;
    this.server = server;
  }

  void connect() {
    session = new Session(this, name + "/" + ++sessions);
    for (var channel : MadeUpServer.CHANNELS) {
      places.putIfAbsent(channel, new Place());
      server.join(session, channel);
    }
  }

  void speak(String channel) {
    var old = again.poll();
    say(old == null ? channel : old.channel(), old == null ? name + "." + said++ : old.text());
  }

  void say(String channel, String text) {
    session.open.put(text, new Attempt(channel, text, run.now()));
    server.ask(new Request(session, channel, text));
  }

  /// The connection is gone: some of what was on its way still arrives.
  void lose(int arrives) {
    for (int i = 0; i < arrives && !session.told.isEmpty(); i++) {
      hear();
    }
    for (var attempt : session.open.values()) {
      sent(attempt, Result.INFO, null);
      again.add(attempt);
    }
    session = null;
  }

  /// Takes the next that it was told.
  void hear() {
    switch (session.told.remove()) {
      case Told.Came(var channel) -> came(channel);
      case Told.Live(var message) -> live(message);
      case Told.Acknowledged(var message) -> acknowledged(message);
      case Told.Refused(var text) -> sent(session.open.remove(text), Result.FAIL, null);
      case Told.Replayed(var message) -> {
        place(message.channel()).replayed(message.msgid());
        run.note(new Heard(session.id, message, true, run.now()));
      }
      case Told.ReplayEnds(var channel, var asked) -> {
        place(channel).caughtUp();
        run.note(new CaughtUp(session.id, channel, asked));
      }
      case Told.PutOut(var channel) -> {
        place(channel).forget();
        run.note(new Ended(session.id, channel, run.now()));
        server.join(session, channel);
      }
    }
  }

  private void came(String channel) {
    var place = place(channel);
    place.began();
    run.note(new Began(session.id, name, channel, place.last(), run.now()));
    if (place.isCatchingUp()) {
      server.read(session, channel, place.last(), run.now());
    }
  }

  private void live(Message message) {
    place(message.channel()).live(message.msgid());
    run.note(new Heard(session.id, message, false, run.now()));
    acknowledged(message);
  }

  private void acknowledged(Message message) {
    if (message.author().equals(name)) {
      sent(session.open.remove(message.text()), Result.OK, message.msgid());
    }
  }

  private void sent(@Nullable Attempt attempt, Result result, @Nullable String msgid) {
    if (attempt != null) {
      run.note(
          new Sent(
              name,
              session.id,
              attempt.channel(),
              attempt.text(),
              attempt.called(),
              run.now(),
              result,
              msgid,
              null));
    }
  }

  private Place place(String channel) {
    return places.get(channel);
  }
}
