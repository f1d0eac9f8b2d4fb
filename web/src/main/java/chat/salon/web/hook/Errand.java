package chat.salon.web.hook;

import chat.salon.core.Event;
import chat.salon.core.Event.Said;
import chat.salon.core.hook.OutgoingWebhook;
import chat.salon.core.hook.OutgoingWebhook.Progress;
import chat.salon.core.hook.OutgoingWebhook.Result;
import chat.salon.core.hook.OutgoingWebhooks.Taken;
import chat.salon.web.Answer;
import chat.salon.web.EventFrames;
import chat.salon.web.Json;
import chat.salon.web.WebDoor;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers to one webhook what was said since, in order, until it is up to date, a delivery fails,
/// or another node goes on with it. Belongs to one thread, which is no virtual one.
final class Errand {
  private static final Logger LOG = LoggerFactory.getLogger(Errand.class);
  private static final int PAGE = 100;
  private static final int GONE = 410;
  private static final int MOST_DOUBLINGS = 20;

  private final WebDoor door;
  private final Outgoing outgoing;
  private final OutgoingWebhook hook;
  private final long upTo;
  private final Duration lease;
  private final BooleanSupplier isClosed;
  private long position;
  private Progress progress;
  private Duration wait = Duration.ZERO;

  Errand(WebDoor door, Taken taken, Duration lease, BooleanSupplier isClosed) {
    this.door = door;
    this.outgoing = door.outgoing();
    this.hook = taken.hook();
    this.upTo = taken.upTo();
    this.lease = lease;
    this.isClosed = isClosed;
    this.position = hook.position();
    this.progress = hook.progress();
  }

  /// Runs it, and gives the webhook back.
  void run() {
    boolean goesOn = true;
    while (goesOn && position < upTo) {
      goesOn =
          door.salon()
              .history()
              .heard(hook.bot(), hook.channel(), position, upTo, PAGE)
              .map(this::deliver)
              .orElseGet(() -> fail(Posted.failed(Result.NOT_IN_CHANNEL)));
    }
    if (goesOn) {
      settle();
    }
    outgoing.webhooks().release(node(), hook.id(), wait);
  }

  private int node() {
    return door.salon().stamps().node();
  }

  // Each returns whether to go on.

  private boolean deliver(List<Event> page) {
    for (var event : page) {
      if (event instanceof Said said && hook.wants(said) && !deliver(said)) {
        return false;
      }
      position = event.stamp().id();
    }
    if (page.size() < PAGE) {
      position = upTo; // the rest is nothing that anybody reads
    }
    return true;
  }

  private boolean deliver(Said said) {
    if (isClosed.getAsBoolean()) {
      return false;
    }
    var delivery = hook.id() + "-" + said.stamp().msgid();
    var posted = outgoing.post(hook, delivery, Json.bytes(EventFrames.of(said).getFirst()));
    if (!posted.result().isTaken()) {
      return !isClosed.getAsBoolean() && fail(posted);
    }
    progress = new Progress(0, answered(posted, delivery), posted.status(), door.now(), false);
    position = said.stamp().id();
    return settle();
  }

  // Said once, however often the message had to be posted.
  private Result answered(Posted posted, String delivery) {
    return posted.text().isEmpty()
            || new Voice(door).say(hook.bot(), hook.channel(), posted.text(), "hook-" + delivery)
                instanceof Answer.Ok
        ? Result.TAKEN
        : Result.ANSWER_REFUSED;
  }

  private boolean fail(Posted posted) {
    int failures = progress.failures() + 1;
    boolean isOff =
        failures >= outgoing.settings().attempts()
            || posted.status() == GONE
            || posted.result() == Result.NOT_ALLOWED
            || posted.result() == Result.NOT_IN_CHANNEL;
    progress = new Progress(failures, posted.result(), posted.status(), door.now(), isOff);
    wait = pause(failures);
    if (settle() && isOff) {
      LOG.info("Webhook {} is switched off: {}", hook.id(), posted.result());
      new Voice(door).tell(hook.bot(), hook.owner(), Telling.switchedOff(hook, posted));
    }
    return false;
  }

  private Duration pause(int failures) {
    var settings = outgoing.settings();
    long seconds = (long) settings.retrySeconds() << Math.min(failures - 1, MOST_DOUBLINGS);
    return Duration.ofSeconds(Math.min(seconds, settings.longestRetrySeconds()));
  }

  private boolean settle() {
    return outgoing.webhooks().settle(node(), hook.id(), position, progress, lease);
  }
}
