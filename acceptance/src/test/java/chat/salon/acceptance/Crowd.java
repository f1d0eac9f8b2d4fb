package chat.salon.acceptance;

import chat.salon.acceptance.HistoryChecker.Message;
import chat.salon.wire.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Writers that talk as fast as they are echoed, all in the same channels, until the server is
/// gone. Every message that one of them hears is noted.
final class Crowd {
  static final String[] CAPS = {
    "echo-message", "message-tags", "server-time", "batch", "draft/chathistory"
  };

  private static final int UNANSWERED = 20;
  private static final int PAGE = 500;

  private final List<String> channels;
  private final Map<String, HistoryChecker> checkers = new HashMap<>();
  private final Map<String, String> before = new HashMap<>();
  private final CountDownLatch talking;
  private final List<Thread> threads = new ArrayList<>();

  /// @param echoes how many it takes until [#awaitTalk] returns
  Crowd(List<String> channels, int echoes) {
    this.channels = channels;
    this.talking = new CountDownLatch(echoes);
    for (var channel : channels) {
      checkers.put(channel, new HistoryChecker());
      before.put(channel, "timestamp=2020-01-01T00:00:00.000Z");
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
  void add(IrcClient client, String mark, long seed) {
    var room = new Semaphore(UNANSWERED);
    threads.add(Thread.startVirtualThread(() -> talk(client, mark, new Random(seed), room)));
    threads.add(Thread.startVirtualThread(() -> listen(client, room)));
  }

  private void talk(IrcClient client, String mark, Random random, Semaphore room) {
    try {
      for (int i = 0; room.tryAcquire(IrcClient.PATIENCE_MILLIS, TimeUnit.MILLISECONDS); i++) {
        var channel = channels.get(random.nextInt(channels.size()));
        var text = mark + "-" + i;
        checkers.get(channel).sent(client.nick(), text);
        client.send("PRIVMSG " + channel + " :" + text);
      }
    } catch (AssertionError _) {
      // the server is gone
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen(IrcClient client, Semaphore room) {
    for (var line = client.nextOrEnd(); line.isPresent(); line = client.nextOrEnd()) {
      if (line.get().command().equals("PRIVMSG")) {
        var message = message(line.get());
        checkers.get(line.get().param(0)).heard(client.nick(), message);
        talking.countDown();
        if (message.by().equals(client.nick())) {
          room.release();
        }
      }
    }
    room.release(Integer.MAX_VALUE / 2); // so that the talker finds out too
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
    return checkers.values().stream().mapToInt(HistoryChecker::count).sum();
  }

  /// What is wrong with the history that this client, who is in the channels, can read.
  List<String> problems(IrcClient reader) {
    var problems = new ArrayList<String>();
    for (var channel : channels) {
      for (var problem :
          checkers.get(channel).problems(history(reader, channel, before.get(channel)))) {
        problems.add(channel + ": " + problem);
      }
    }
    return problems;
  }

  /// All messages of a channel after this one.
  private static List<Message> history(IrcClient reader, String channel, String after) {
    var all = new ArrayList<Message>();
    var from = after;
    while (true) {
      reader.send("CHATHISTORY AFTER " + channel + " " + from + " " + PAGE);
      reader.until("BATCH +… chathistory …");
      var page =
          reader.until("BATCH -…").stream()
              .filter(line -> line.command().equals("PRIVMSG"))
              .map(Crowd::message)
              .toList();
      if (page.isEmpty()) {
        return all;
      }
      all.addAll(page);
      from = "msgid=" + page.getLast().msgid();
    }
  }

  private static Message message(Line line) {
    var source = line.source();
    return new Message(
        line.tags().get("msgid"), source.substring(0, source.indexOf('!')), line.param(1));
  }
}
