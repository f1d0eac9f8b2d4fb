package chat.salon.server;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Event.Said;
import chat.salon.core.Pin;
import chat.salon.core.Rank;
import chat.salon.core.port.Batch;
import chat.salon.core.port.MessageLog;
import chat.salon.core.port.Page;
import chat.salon.core.port.Recent;
import chat.salon.core.push.WatchedLog;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The log, and how much is written to it and how fast. Any thread.
final class MeasuredLog implements MessageLog {
  private final WatchedLog log;
  private final LongAdder messages = new LongAdder();
  private final LongAdder appends = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final LongAdder waiting = new LongAdder();
  private final LongAdder failures = new LongAdder();

  MeasuredLog(MessageLog log) {
    this.log = new WatchedLog(log);
  }

  /// Tells somebody of each batch when it is on disk; see [WatchedLog#tell].
  void tell(Consumer<Batch> who) {
    log.tell(who);
  }

  @Override
  public void append(Batch batch) {
    long begun = System.nanoTime();
    boolean isDone = false;
    waiting.increment();
    try {
      log.append(batch);
      isDone = true;
    } finally {
      waiting.decrement();
      (isDone ? appends : failures).increment();
      nanos.add(System.nanoTime() - begun);
    }
    messages.add(batch.events().stream().filter(event -> event instanceof Said).count());
  }

  @Override
  public Optional<Event> find(ConversationId<?> where, String party, String key) {
    return log.find(where, party, key);
  }

  @Override
  public List<Event> read(Page page) {
    return log.read(page);
  }

  @Override
  public List<Pin> pins(
      ConversationId<?> where, long from, @Nullable Rank least, @Nullable AccountName own) {
    return log.pins(where, from, least, own);
  }

  @Override
  public List<Said> versions(Said said) {
    return log.versions(said);
  }

  @Override
  public List<Recent> recent(
      Collection<ChannelName> channels, String party, long above, long below, int limit) {
    return log.recent(channels, party, above, below, limit);
  }

  /// Messages, notices and reactions that are on disk since the start.
  long messages() {
    return messages.sum();
  }

  /// Turns of conversations that are on disk since the start.
  long appends() {
    return appends.sum();
  }

  /// Turns that could not be stored.
  long failures() {
    return failures.sum();
  }

  /// How long conversations waited for the disk, all together.
  long nanos() {
    return nanos.sum();
  }

  /// How many wait for it now.
  long waiting() {
    return waiting.sum();
  }
}
