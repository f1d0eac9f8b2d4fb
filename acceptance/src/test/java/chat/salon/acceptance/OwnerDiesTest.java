package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Event.Said;
import chat.salon.core.StoreException;
import chat.salon.core.port.Batch;
import chat.salon.core.port.MessageLog;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The owner of a conversation dies in the middle of a request: who asked it has the answer of the
/// next owner, and what was said is there once.
class OwnerDiesTest {
  private static final int PATIENCE_MILLIS = 40_000; // until the others have noticed, and more
  private static final String[] CHANNELS =
      Stream.of("abcdefghijklmnopqr".split("")).map("#"::concat).toArray(String[]::new);
  private static final int GUESTS = 9;
  private static final int VICTIM = 1;
  private static final int STORED_THEN_DIED = 2;

  private final Halting halting = new Halting();
  private final Map<IrcClient, List<Line>> heard = new HashMap<>();

  /// A log on which an owner stops for good: before it has stored what says "lost", or after it has
  /// stored what says "held".
  private static final class Halting {
    final Map<String, Integer> owners = new ConcurrentHashMap<>(); // node by conversation
    final CountDownLatch halted = new CountDownLatch(STORED_THEN_DIED + 1);
    final CountDownLatch end = new CountDownLatch(1);

    MessageLog around(MessageLog log) {
      return new PassingLog(log) {
        @Override
        public void append(Batch batch) {
          owners.put(batch.where().toString(), owner(batch) - 1);
          boolean isVictims = owner(batch) == VICTIM + 1;
          if (isVictims && says(batch, "lost")) {
            halt();
          }
          super.append(batch);
          if (isVictims && says(batch, "held")) {
            halt();
            throw new StoreException("The node is no more.");
          }
        }
      };
    }

    // The last bits of an id are the number of the node that gave it.
    private static int owner(Batch batch) {
      return (int) (batch.head().lastId() & 0xff);
    }

    private static boolean says(Batch batch, String text) {
      return batch.events().stream()
          .anyMatch(event -> event instanceof Said said && said.text().equals(text));
    }

    private void halt() {
      halted.countDown();
      awaitZero(end);
    }
  }

  private static void awaitZero(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Test
  void what_it_was_asked_is_done_once_and_answered() {
    var setup = Layout.THREE_NODES.setup().log(halting::around);
    try (var salon = setup.start(CHANNELS).expectFaults()) {
      var caps = new String[] {"echo-message", "labeled-response", "batch", "draft/chathistory"};
      var alice = salon.on(0).connect("alice", caps).patient(PATIENCE_MILLIS).join(CHANNELS);
      var anna = salon.on(0).connect("anna", caps).patient(PATIENCE_MILLIS).join(CHANNELS);
      var carol = salon.on(2).connect("carol").patient(PATIENCE_MILLIS).join(CHANNELS);
      var guest = guest(salon, anna);
      var channels = Stream.of(CHANNELS).filter(this::isVictims).toList();
      assertThat(channels).hasSizeGreaterThan(1);
      var held = channels.get(0);
      var lost = channels.get(1);

      alice.send("@label=q PRIVMSG " + held + " :held");
      // At once: the second one would wait for the answer to the first, had that been all so far.
      anna.send("PRIVMSG " + lost + " :lost", "PRIVMSG " + guest.nick() + " :held");
      awaitZero(halting.halted);
      salon.kill(VICTIM);

      listen(alice, "@label=q :alice PRIVMSG " + held + " :held");
      anna.send("PRIVMSG " + guest.nick() + " :after"); // when the two before it are answered
      listen(anna, ":anna PRIVMSG " + guest.nick() + " :after");
      listen(guest, ":anna PRIVMSG " + guest.nick() + " :after");
      halting.end.countDown();
      for (var channel : List.of(held, lost)) {
        alice.send("PRIVMSG " + channel + " :after");
        for (var client : List.of(alice, anna, carol)) {
          listen(client, ":alice PRIVMSG " + channel + " :after");
        }
      }
      for (var client : List.of(alice, anna, carol)) {
        assertThat(texts(client, held)).as(client.nick()).containsExactly("held", "after");
        assertThat(texts(client, lost)).as(client.nick()).containsExactly("lost", "after");
      }
      for (var client : List.of(anna, guest)) {
        assertThat(texts(client, guest.nick())).as(client.nick()).endsWith("held", "after");
        assertThat(texts(client, guest.nick())).containsOnlyOnce("held");
      }
      assertThat(HistoryTest.page(alice, "LATEST " + held + " * 9"))
          .containsExactly("held", "after");
      assertThat(HistoryTest.page(alice, "LATEST " + lost + " * 9"))
          .containsExactly("lost", "after");
      assertThat(HistoryTest.page(anna, "LATEST " + guest.nick() + " * 9"))
          .containsExactly("hello", "held", "after");
    } finally {
      halting.end.countDown();
    }
  }

  /// Somebody on the third node whose conversation with this one belongs to the victim.
  private IrcClient guest(TestSalon salon, IrcClient friend) {
    for (int i = 0; i < GUESTS; i++) {
      var nick = "guest" + i;
      var guest = salon.on(2).connect(nick).patient(PATIENCE_MILLIS);
      friend.send("PRIVMSG " + nick + " :hello");
      listen(guest, ":" + friend.nick() + " PRIVMSG " + nick + " :hello");
      if (isVictims("~" + friend.nick() + " ~" + nick)) {
        return guest;
      }
    }
    throw new AssertionError("the victim owns too little");
  }

  private void listen(IrcClient client, String pattern) {
    heard.computeIfAbsent(client, _ -> new ArrayList<>()).addAll(client.until(pattern));
  }

  private List<String> texts(IrcClient client, String target) {
    return heard.get(client).stream()
        .filter(line -> line.command().equals("PRIVMSG") && line.param(0).equals(target))
        .map(line -> line.param(1))
        .toList();
  }

  private boolean isVictims(String conversation) {
    return Integer.valueOf(VICTIM).equals(halting.owners.get(conversation));
  }
}
