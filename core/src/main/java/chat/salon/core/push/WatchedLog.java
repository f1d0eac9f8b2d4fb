package chat.salon.core.push;

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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The log of a node, and who is told of what its conversations have stored: each message once, on
/// the node that owns its conversation. Any thread.
public final class WatchedLog implements MessageLog {
  private final MessageLog log;
  private final List<Consumer<Batch>> watchers = new CopyOnWriteArrayList<>();

  public WatchedLog(MessageLog log) {
    this.log = log;
  }

  /// Tells somebody, too, of each batch when it is on disk. They neither wait nor throw.
  public void tell(Consumer<Batch> who) {
    watchers.add(who);
  }

  @Override
  public void append(Batch batch) {
    log.append(batch);
    watchers.forEach(watcher -> watcher.accept(batch));
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
  public List<Said> versions(Said said) {
    return log.versions(said);
  }

  @Override
  public List<Pin> pins(
      ConversationId<?> where, long from, @Nullable Rank least, @Nullable AccountName own) {
    return log.pins(where, from, least, own);
  }

  @Override
  public List<Recent> recent(
      Collection<ChannelName> channels, String party, long above, long below, int limit) {
    return log.recent(channels, party, above, below, limit);
  }
}
