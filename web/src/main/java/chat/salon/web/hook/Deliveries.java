package chat.salon.web.hook;

import chat.salon.core.StoreException;
import chat.salon.core.hook.OutgoingWebhooks;
import chat.salon.core.hook.OutgoingWebhooks.Taken;
import chat.salon.web.WebDoor;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the log for the outgoing webhooks, on threads of its own: nobody who says something
/// waits for it. Where each has come to is kept on disk, and so is which node delivers, so that of
/// several one does and the next one goes on where it stopped.
public final class Deliveries implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
  private static final Duration LOOK = Duration.ofSeconds(2); // for what other nodes left
  private static final Duration GATHER = Duration.ofMillis(50); // what comes together
  private static final Duration SPARE = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final OutgoingWebhooks webhooks;
  private final Outgoing outgoing;
  private final WebDoor door;
  private final int node;
  private final Duration lease;
  private final Semaphore free;
  private final ExecutorService couriers;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean isClosed;

  /// Begins.
  public Deliveries(WebDoor door) {
    this.door = door;
    outgoing = door.outgoing();
    webhooks = outgoing.webhooks();
    node = door.salon().stamps().node();
    var settings = outgoing.settings();
    lease = Duration.ofSeconds(settings.timeoutSeconds()).plus(SPARE);
    free = new Semaphore(settings.parallel());
    couriers =
        Executors.newFixedThreadPool(
            settings.parallel(), Thread.ofPlatform().name("webhooks-", 1).daemon().factory());
    thread = Thread.ofPlatform().name("webhooks").daemon().start(this::follow);
  }

  private void follow() {
    long seen = 0;
    boolean isKnown = false;
    while (!isClosed) {
      try {
        if (!isKnown) {
          webhooks.releaseAll(node); // what was under way when this node ended without a word
          isKnown = true;
        }
        handOut();
        seen = webhooks.await(seen, LOOK);
        closing.await(GATHER.toMillis(), TimeUnit.MILLISECONDS);
      } catch (StoreException e) {
        if (!isClosed) {
          LOG.warn("The webhooks do not follow the log: {}", e.getMessage());
          pause();
        }
      } catch (InterruptedException _) {
        return; // it is closed
      }
    }
  }

  private void handOut() throws InterruptedException {
    free.acquire();
    free.release();
    for (var taken : webhooks.take(node, free.availablePermits(), lease)) {
      free.acquire();
      couriers.execute(() -> deliver(taken));
    }
  }

  private void deliver(Taken taken) {
    try {
      new Errand(door, taken, lease, () -> isClosed).run();
    } catch (StoreException e) {
      LOG.warn("A webhook waits for the store: {}", e.getMessage()); // until its lease ends
    } catch (RuntimeException e) {
      if (isClosed) { // what it posts with is: it is released for another node, or the next start
        LOG.debug("Webhook {} was under way at the end", taken.hook().id(), e);
      } else {
        LOG.error("Webhook {} failed", taken.hook().id(), e);
      }
    } finally {
      free.release();
    }
  }

  private void pause() {
    try {
      closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends: what was not taken yet is for another node, or for the next start.
  @Override
  public void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    closing.countDown();
    thread.interrupt();
    outgoing.close();
    try {
      thread.join(PATIENCE);
      couriers.shutdown();
      if (!couriers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("A webhook is still being posted to");
      }
      webhooks.releaseAll(node);
    } catch (StoreException e) {
      LOG.warn("The webhooks of this node wait for their leases: {}", e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
