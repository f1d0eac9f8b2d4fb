package chat.salon.store;

import static chat.salon.store.Cast.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.ChannelName;
import chat.salon.core.Event;
import chat.salon.core.Event.Said;
import chat.salon.core.StoreException;
import chat.salon.core.port.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/// Several owners who append without a pause, and remember what the store said it kept.
final class Chatter {
  private final Store store;
  private final List<Owner> owners = new ArrayList<>();
  private final AtomicInteger said = new AtomicInteger();
  private volatile boolean isOver;

  Chatter(Store store, int many) {
    this.store = store;
    for (int i = 0; i < many; i++) {
      owners.add(new Owner(ChannelName.trusted("#" + i)));
    }
  }

  void start() {
    owners.forEach(owner -> owner.thread.start());
  }

  /// Waits until so many more messages are kept.
  void await(int more) {
    int enough = said.get() + more;
    while (said.get() < enough) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  void stop() throws InterruptedException {
    isOver = true;
    for (var owner : owners) {
      owner.thread.join();
    }
  }

  int said() {
    return said.get();
  }

  /// What was at the bottom of each refusal.
  List<String> refusals() {
    return owners.stream().flatMap(owner -> owner.refusals.stream()).toList();
  }

  private static String root(Throwable e) {
    return e.getCause() == null ? e.toString() : root(e.getCause());
  }

  /// What was kept is there once, in order, and the numbers have no gap. What was refused may be
  /// there, once too: its connection was lost for so long that nobody could find out in time.
  void assertNothingIsLostOrDoubled() {
    for (var owner : owners) {
      var all = owner.talk.read(0, Long.MAX_VALUE, Integer.MAX_VALUE, false);
      assertThat(all)
          .extracting(event -> event.stamp().seq())
          .containsExactlyElementsOf(LongStream.rangeClosed(1, all.size()).boxed().toList());
      var texts = all.stream().map(Chatter::text).toList();
      assertThat(texts).doesNotHaveDuplicates().containsSubsequence(owner.kept);
      var refused = new ArrayList<>(texts);
      refused.removeAll(owner.kept);
      assertThat(owner.refused).containsAll(refused);
    }
  }

  private static String text(Event event) {
    return ((Said) event).text();
  }

  private final class Owner {
    private final ChannelName where;
    private final Thread thread = Thread.ofVirtual().unstarted(this::work);
    private final List<String> kept = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private Talk talk;

    Owner(ChannelName where) {
      this.where = where;
      talk = new Talk(store, where);
    }

    private void work() {
      for (int i = 0; !isOver; i++) {
        var text = where + " " + i;
        try {
          talk.say(ALICE, text);
          kept.add(text);
          said.incrementAndGet();
        } catch (StoreException e) {
          refused.add(text);
          refusals.add(root(e));
          findHead();
        }
      }
    }

    // As an owner does after a refusal.
    private void findHead() {
      while (!isOver) {
        try {
          var stored = store.conversations().channel(where);
          talk = new Talk(store, where, stored.map(c -> c.head()).orElse(Head.START));
          return;
        } catch (StoreException _) {
          LockSupport.parkNanos(10_000_000);
        }
      }
    }
  }
}
