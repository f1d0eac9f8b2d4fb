package chat.salon.acceptance;

import chat.salon.acceptance.history.Checker;
import chat.salon.acceptance.history.Entry;
import chat.salon.acceptance.history.Entry.Began;
import chat.salon.acceptance.history.Entry.Heard;
import chat.salon.acceptance.history.Entry.Kept;
import chat.salon.acceptance.history.Entry.Result;
import chat.salon.acceptance.history.Entry.Sent;
import chat.salon.acceptance.history.Log;
import chat.salon.acceptance.history.Message;
import chat.salon.acceptance.history.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writers that talk as fast as they are echoed, all in the same channels, until the server is
/// gone. Every message that one of them hears is noted.
final class Crowd {
  static final String[] CAPS = {
    "echo-message", "message-tags", "server-time", "batch", "draft/chathistory"
  };

  private static final int UNANSWERED = 20;

  private final List<String> channels;
  private final Log log = new Log();
  private final Map<String, String> before = new HashMap<>();
  private final CountDownLatch talking;
  private final List<Voice> voices = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /// @param echoes how many it takes until [#awaitTalk] returns
  Crowd(List<String> channels, int echoes) {
    this.channels = channels;
    this.talking = new CountDownLatch(echoes);
    for (var channel : channels) {
      before.put(channel, Readings.BEGINNING);
    }
  }

  /// What is in the channels already is not this crowd's; the client is in them.
  void startsNow(IrcClient client) {
    for (var channel : channels) {
      client.send("CHATHISTORY LATEST " + channel + " * 1");
      client.until("BATCH +… chathistory …");
      client.until("BATCH -…").stream()
          .filter(line -> line.command().equals("PRIVMSG"))
          .forEach(line -> before.put(channel, "msgid=" + line.tags().get("msgid")));
    }
  }

  /// Lets somebody talk, who is in the channels.
  ///
  /// @param mark unlike any other's
  void add(IrcClient client, String mark, long seed) {
    var voice = new Voice(client, mark);
    voices.add(voice);
    for (var channel : channels) {
      log.add(new Began(mark, client.nick(), channel, null, System.nanoTime()));
    }
    threads.add(Thread.startVirtualThread(() -> voice.talk(new Random(seed))));
    threads.add(Thread.startVirtualThread(voice::listen));
  }

  /// One of them.
  private final class Voice {
    private final IrcClient client;
    private final String mark;
    private final Semaphore room = new Semaphore(UNANSWERED);
    private final Map<Message, Long> open = new ConcurrentHashMap<>();

    Voice(IrcClient client, String mark) {
      this.client = client;
      this.mark = mark;
    }

    void talk(Random random) {
      try {
        for (int i = 0; room.tryAcquire(IrcClient.PATIENCE_MILLIS, TimeUnit.MILLISECONDS); i++) {
          var channel = channels.get(random.nextInt(channels.size()));
          var text = mark + "-" + i;
          open.put(said(channel, text), System.nanoTime());
          client.send("PRIVMSG " + channel + " :" + text);
        }
      } catch (AssertionError _) {
        // the server is gone
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    // As it is before it has an id.
    private Message said(String channel, String text) {
      return new Message(channel, "", client.nick(), text);
    }

    void listen() {
      for (var line = client.nextOrEnd(); line.isPresent(); line = client.nextOrEnd()) {
        if (line.get().command().equals("PRIVMSG")) {
          hear(Readings.message(line.get()));
        }
      }
      room.release(Integer.MAX_VALUE / 2); // so that the talker finds out too
    }

    private void hear(Message message) {
      log.add(new Heard(mark, message, false, System.nanoTime()));
      talking.countDown();
      if (message.author().equals(client.nick())) {
        var called = open.remove(said(message.channel(), message.text()));
        if (called != null) {
          log.add(sent(message, called, Result.OK, message.msgid()));
          room.release();
        }
      }
    }

    /// What nobody knows of whether it is said.
    Stream<Entry> unknown() {
      return open.entrySet().stream()
          .map(one -> sent(one.getKey(), one.getValue(), Result.INFO, null));
    }

    private Sent sent(Message message, long called, Result result, @Nullable String msgid) {
      return new Sent(
          message.author(),
          mark,
          message.channel(),
          message.text(),
          called,
          System.nanoTime(),
          result,
          msgid,
          null);
    }
  }

  /// Waits until the talk is well under way.
  void awaitTalk() throws InterruptedException {
    if (!talking.await(IrcClient.PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
      throw new AssertionError("nobody talks");
    }
  }

  /// Waits until all have found out that the server is gone.
  void awaitEnd() throws InterruptedException {
    for (var thread : threads) {
      if (!thread.join(Duration.ofMillis(2L * IrcClient.PATIENCE_MILLIS))) {
        throw new AssertionError("a client does not end");
      }
    }
  }

  /// How many messages were heard by somebody.
  int count() {
    return (int)
        log.entries().stream()
            .filter(Heard.class::isInstance)
            .map(entry -> ((Heard) entry).message())
            .distinct()
            .count();
  }

  /// What is wrong with the history that this client, who is in the channels, can read.
  List<String> problems(IrcClient reader) {
    var entries = new ArrayList<>(log.entries());
    voices.stream().flatMap(Voice::unknown).forEach(entries::add);
    for (var channel : channels) {
      for (var message : Readings.after(reader, channel, before.get(channel))) {
        entries.add(new Kept("history", message, System.nanoTime()));
      }
    }
    return Checker.check(entries).violations().stream().map(Violation::toString).toList();
  }
}
