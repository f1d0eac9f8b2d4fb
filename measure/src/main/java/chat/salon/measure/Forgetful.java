package chat.salon.measure;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Event.Said;
import chat.salon.core.Nick;
import chat.salon.core.Pair;
import chat.salon.core.Pin;
import chat.salon.core.Rank;
import chat.salon.core.port.Batch;
import chat.salon.core.port.Conversations;
import chat.salon.core.port.Head;
import chat.salon.core.port.Lasting;
import chat.salon.core.port.MessageLog;
import chat.salon.core.port.Nicks;
import chat.salon.core.port.Overview;
import chat.salon.core.port.OwnRequest;
import chat.salon.core.port.Page;
import chat.salon.core.port.ReadMarkers;
import chat.salon.core.port.Recent;
import chat.salon.core.port.StoredChannel;
import chat.salon.core.port.Unread;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A store that keeps nothing: what is measured with it costs no disk.
final class Forgetful implements MessageLog, Conversations, Nicks, ReadMarkers {
  @Override
  public void append(Batch batch) {}

  @Override
  public Optional<Event> find(ConversationId<?> where, String party, String key) {
    return Optional.empty();
  }

  @Override
  public List<Event> read(Page page) {
    return List.of();
  }

  @Override
  public List<Pin> pins(
      ConversationId<?> where, long from, @Nullable Rank least, @Nullable AccountName own) {
    return List.of();
  }

  @Override
  public List<Said> versions(Said said) {
    return List.of(said);
  }

  @Override
  public List<Recent> recent(
      Collection<ChannelName> channels, String party, long above, long below, int limit) {
    return List.of();
  }

  @Override
  public Optional<StoredChannel> channel(ChannelName name) {
    return Optional.empty();
  }

  @Override
  public Optional<Head> head(Pair pair) {
    return Optional.empty();
  }

  @Override
  public Optional<Instant> memberSince(ChannelName channel, AccountName account) {
    return Optional.empty();
  }

  @Override
  public OptionalLong readableFrom(ChannelName channel, AccountName account) {
    return OptionalLong.empty();
  }

  @Override
  public int foundedBy(AccountName account) {
    return 0;
  }

  @Override
  public List<OwnRequest> requestsOf(AccountName account) {
    return List.of();
  }

  @Override
  public List<ChannelName> channelsOf(AccountName account) {
    return List.of();
  }

  @Override
  public List<Lasting> registered(String after, int limit) {
    return List.of();
  }

  @Override
  public List<Lasting> lasting(String prefix, int limit) {
    return List.of();
  }

  @Override
  public long take(ConversationId<?> where) {
    return 0;
  }

  @Override
  public long lastId() {
    return 0;
  }

  @Override
  public Optional<AccountName> owner(Nick nick) {
    return Optional.empty();
  }

  @Override
  public long marker(AccountName account, ConversationId<?> where) {
    return 0;
  }

  @Override
  public Raised raise(AccountName account, ConversationId<?> where, long upTo) {
    return new Raised(upTo, false);
  }

  @Override
  public Unread unread(AccountName account, ConversationId<?> where, int most) {
    return new Unread(0, 0, 0, 0);
  }

  @Override
  public List<Overview> overview(
      @Nullable AccountName account,
      String party,
      Collection<ChannelName> channels,
      Bounds bounds) {
    return List.of();
  }
}
