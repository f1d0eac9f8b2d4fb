package chat.salon.irc;

import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadEventLoop;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The event loops of the door.
final class Loops {
  private static final int PATIENCE_SECONDS = 2;

  private final Map<EventLoop, Loop> loops = new LinkedHashMap<>();

  Loops(Iterable<EventLoop> events) {
    events.forEach(one -> loops.put(one, new Loop(one)));
  }

  Loop of(EventLoop events) {
    var loop = loops.get(events);
    if (loop == null) {
      throw new IllegalArgumentException("not one of this door's event loops");
    }
    return loop;
  }

  Collection<Loop> all() {
    return List.copyOf(loops.values());
  }

  /// Waits until every loop has read what had reached the machine when this was called, so that
  /// what one client sent before another is known to have come. Needed for a single loop too: the
  /// system tells first of a connection that it has told of just before, whoever sent first since.
  /// Not on an event loop.
  void fence() {
    var passed = new CountDownLatch(loops.size());
    for (var loop : loops.values()) {
      var events = (SingleThreadEventLoop) loop.events();
      // the end of this round, then a whole round of reading
      loop.run(
          () -> events.executeAfterEventLoopIteration(() -> events.execute(passed::countDown)));
    }
    try {
      passed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
