package chat.salon.acceptance.history;

import chat.salon.acceptance.history.Entry.Fault;
import chat.salon.acceptance.history.Entry.Held;
import chat.salon.acceptance.history.Entry.Kept;
import chat.salon.acceptance.history.Entry.Kicked;
import chat.salon.acceptance.history.Entry.Run;
import chat.salon.acceptance.history.Entry.Settled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A run that never took place: clients and a server that do one small thing after the other, as a
/// seed will have it, with kills, cuts and kicks in between.
final class MadeUpRun {
  static final String LAST = "that is all";
  private static final int WRITERS = 4;
  private static final int READERS = 4;
  private static final int MOST_OPEN = 4;

  private final List<Entry> log = new ArrayList<>();
  private final List<MadeUpClient> clients = new ArrayList<>();
  private final Random random;
  private final MadeUpServer server;
  private final @Nullable Planted planted;
  private long now;
  private long nameFreeAt;
  private int names;

  private MadeUpRun(long seed, @Nullable Planted planted) {
    this.planted = planted;
    random = new Random(seed);
    server = new MadeUpServer(planted, random);
    note(new Run(seed, "made up", now()));
    for (int i = 0; i < WRITERS + READERS; i++) {
      boolean writes = i < WRITERS;
      clients.add(new MadeUpClient((writes ? "w" : "r") + i, writes, this, server));
    }
  }

  /// The log of a run of so many steps.
  static List<Entry> log(long seed, int steps, @Nullable Planted planted) {
    var run = new MadeUpRun(seed, planted);
    run.clients.forEach(MadeUpClient::connect);
    for (int step = 0; step < steps; step++) {
      run.step();
    }
    run.end();
    return run.log;
  }

  long now() {
    now += 1 + random.nextInt(1_000_000);
    return now;
  }

  void note(Entry entry) {
    log.add(entry);
  }

  private void step() {
    var client = clients.get(random.nextInt(clients.size()));
    int what = random.nextInt(10_000);
    if (what < 3) {
      kill();
    } else if (client.session == null) {
      client.connect();
    } else if (what < 30) {
      note(new Fault("cut", client.name, now()));
      server.leave(client.session);
      client.lose(random.nextInt(5));
    } else if (what < 50) {
      kick(client, channel());
    } else if (what < 60) {
      hold(client);
    } else if (what < 100) {
      server.sync();
    } else if (what < 3000) {
      if (client.writes && client.session.open.size() < MOST_OPEN) {
        client.speak(channel());
      }
    } else if (what < 4500) {
      server.serve();
    } else if (!client.session.told.isEmpty()) {
      client.hear();
    }
  }

  private String channel() {
    return MadeUpServer.CHANNELS.get(random.nextInt(MadeUpServer.CHANNELS.size()));
  }

  private void kill() {
    note(new Fault("kill", "server", now()));
    for (var client : clients) {
      if (client.session != null) {
        client.lose(random.nextInt(20));
      }
    }
    server.restart();
  }

  private void kick(MadeUpClient client, String channel) {
    long called = now();
    if (server.kick(client.session, channel)) {
      note(new Kicked(client.name, channel, called, now()));
    }
  }

  private void hold(MadeUpClient client) {
    long from = Math.max(now(), nameFreeAt);
    if (planted == Planted.NAME_GIVEN_TWICE && ++names % 5 == 0) {
      from = nameFreeAt - 1;
    }
    nameFreeAt = from + random.nextInt(100_000_000);
    note(new Held("seat", client.name, from, nameFreeAt));
  }

  private void end() {
    settle();
    for (var channel : MadeUpServer.CHANNELS) {
      // refused now and then
      while (!server.hasKept(LAST + channel)) {
        clients.getFirst().say(channel, LAST + channel);
        settle();
      }
      var last = server.kept.get(channel).getLast();
      for (var client : clients) {
        note(new Settled(client.session.id, channel, last.msgid(), now()));
      }
    }
    server.kept.forEach((_, messages) -> {
      if (planted == Planted.HISTORY_GOES_BACK) {
        Collections.swap(messages, 0, 1);
      }
      messages.forEach(message -> note(new Kept("first", asKept(message), now())));
      var again =
          planted == Planted.READINGS_DIFFER ? messages.subList(1, messages.size()) : messages;
      again.forEach(message -> note(new Kept("second", asKept(message), now())));
    });
  }

  private Message asKept(Message message) {
    return planted == Planted.TEXT_CHANGED_WHEN_KEPT && message.msgid().endsWith("70")
        ? new Message(message.channel(), message.msgid(), message.author(), message.text() + "!")
        : message;
  }

  // Until nothing is on its way any more.
  private void settle() {
    server.sync();
    boolean isQuiet = false;
    while (!isQuiet) {
      isQuiet = server.isIdle();
      server.serve();
      for (var client : clients) {
        if (client.session == null) {
          client.connect();
        }
        while (!client.session.told.isEmpty()) {
          isQuiet = false;
          client.hear();
        }
      }
    }
  }
}
