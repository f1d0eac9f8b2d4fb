package chat.salon.acceptance;

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
import org.jspecify.annotations.Nullable;

/// A log that passes everything on to another, for tests that do something in between.
class PassingLog implements MessageLog {
  private final MessageLog log;

  PassingLog(MessageLog log) {
    this.log = log;
  }

  @Override
  public void append(Batch batch) {
    log.append(batch);
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
}
