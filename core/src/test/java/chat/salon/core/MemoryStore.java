package chat.salon.core;

import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Later;
import chat.salon.core.Event.Said;
import chat.salon.core.port.Batch;
import chat.salon.core.port.Conversations;
import chat.salon.core.port.Head;
import chat.salon.core.port.Keyed;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A store in memory that keeps the contracts of its ports, and fails when told to.
final class MemoryStore implements MessageLog, Conversations, Nicks, ReadMarkers {
  final Map<Nick, AccountName> reserved = new ConcurrentHashMap<>();
  final AtomicInteger appends = new AtomicInteger();
  volatile boolean isFull;
  volatile boolean isCutOff; // keeps all, and cannot say so
  volatile Runnable beforeAppend = () -> {};
  volatile Runnable beforeOwner = () -> {};
  volatile Runnable beforeRead = () -> {};
  private final Map<String, List<Event>> kept = new ConcurrentHashMap<>();
  private final Map<Keyed, Long> keys = new ConcurrentHashMap<>(); // with an id of 0
  private final Map<String, Head> heads = new ConcurrentHashMap<>();
  private final Map<ChannelName, StoredChannel> channels = new ConcurrentHashMap<>();
  private final Map<String, Long> firstOpened = new ConcurrentHashMap<>();

  @Override
  public void append(Batch batch) {
    beforeAppend.run();
    if (isFull) {
      throw new StoreException("the disk is full, as the test wants it");
    }
    appends.incrementAndGet();
    var key = batch.where().key();
    long kept = batch.events().stream().filter(Event::isKept).count();
    var before = heads.getOrDefault(key, Head.START);
    if (before.epoch() != batch.head().epoch()
        || before.lastSeq() + kept != batch.head().lastSeq()) {
      throw new StoreException("another owner writes, or the events do not follow the last");
    }
    for (var keyed : batch.keyed()) {
      if (find(batch.where(), keyed.party(), keyed.key()).isPresent()) {
        throw new StoreException("a key is taken");
      }
    }
    keep(batch, key);
    if (isCutOff) {
      throw new StoreException("the answer is lost, as the test wants it");
    }
  }

  private void keep(Batch batch, String key) {
    for (var keyed : batch.keyed()) {
      keys.put(new Keyed(0, key + '\n' + keyed.party(), keyed.key()), keyed.id());
    }
    for (var event : batch.events()) {
      if (event.isKept()) {
        var all = kept.computeIfAbsent(key, _ -> new ArrayList<>());
        all.add(event);
        if (event instanceof Later later) {
          all.replaceAll(before -> after(before, later));
        }
      }
      if (event instanceof Joined(_, var where, var who, _, _) && who.account() != null) {
        firstOpened.putIfAbsent(where.key() + who.account().folded(), batch.head().opened());
      }
    }
    heads.put(key, batch.head());
    if (batch.where() instanceof ChannelName name && batch.after() != null) {
      channels.put(name, batch.after());
    }
  }

  private static Event after(Event before, Later later) {
    return before instanceof Said said && said.stamp().id() == later.about().id()
        ? said.after(later)
        : before;
  }

  @Override
  public List<Pin> pins(
      ConversationId<?> where, long from, @Nullable Rank least, @Nullable AccountName own) {
    throw new UnsupportedOperationException("tested with the real store");
  }

  @Override
  public List<Said> versions(Said said) {
    throw new UnsupportedOperationException("tested with the real store");
  }

  @Override
  public Optional<Event> find(ConversationId<?> where, String party, String key) {
    var id = keys.get(new Keyed(0, where.key() + '\n' + party, key));
    return kept.getOrDefault(where.key(), List.of()).stream()
        .filter(event -> id != null && event.stamp().id() == id)
        .findAny();
  }

  @Override
  public List<Event> read(Page page) {
    beforeRead.run();
    var found =
        kept.getOrDefault(page.where().key(), List.of()).stream()
            .filter(event -> event.stamp().id() > page.above())
            .filter(event -> event.stamp().id() < page.below())
            .filter(event -> !page.messagesOnly() || event instanceof Event.Said)
            .toList();
    int size = found.size();
    return page.newest()
        ? found.subList(Math.max(0, size - page.limit()), size)
        : found.subList(0, Math.min(size, page.limit()));
  }

  @Override
  public List<Recent> recent(
      Collection<ChannelName> channels, String party, long above, long below, int limit) {
    throw new UnsupportedOperationException("tested with the real store");
  }

  @Override
  public Optional<StoredChannel> channel(ChannelName name) {
    var head = heads.getOrDefault(name.key(), Head.START);
    return Optional.ofNullable(channels.get(name)).map(channel -> with(channel, head));
  }

  private static StoredChannel with(StoredChannel channel, Head head) {
    return new StoredChannel(
        channel.name(),
        head,
        channel.created(),
        channel.topic(),
        channel.flags(),
        channel.key(),
        channel.limit(),
        channel.lists(),
        channel.seats(),
        channel.founder(),
        channel.description(),
        channel.slow(),
        channel.requests(),
        channel.bounds(),
        channel.metadata());
  }

  @Override
  public Optional<Head> head(Pair pair) {
    return Optional.ofNullable(heads.get(pair.key()));
  }

  @Override
  public Optional<Instant> memberSince(ChannelName channel, AccountName account) {
    throw new UnsupportedOperationException("tested with the real store");
  }

  @Override
  public OptionalLong readableFrom(ChannelName channel, AccountName account) {
    var opened = firstOpened.get(channel.key() + account.folded());
    return opened == null ? OptionalLong.empty() : OptionalLong.of(opened);
  }

  @Override
  public List<ChannelName> channelsOf(AccountName account) {
    return channels.values().stream()
        .filter(channel -> channel.founder() != null && channel.seats().containsKey(account))
        .map(StoredChannel::name)
        .sorted()
        .toList();
  }

  @Override
  public List<OwnRequest> requestsOf(AccountName account) {
    throw new UnsupportedOperationException("tested with the real store");
  }

  @Override
  public int foundedBy(AccountName account) {
    return (int)
        channels.values().stream().filter(channel -> account.equals(channel.founder())).count();
  }

  @Override
  public List<Lasting> registered(String after, int limit) {
    return List.of();
  }

  @Override
  public List<Lasting> lasting(String prefix, int limit) {
    throw new UnsupportedOperationException("tested with the real store");
  }

  @Override
  public long take(ConversationId<?> where) {
    return heads.compute(where.key(), (_, head) -> next(head == null ? Head.START : head)).epoch();
  }

  private static Head next(Head head) {
    return new Head(head.lastId(), head.lastSeq(), head.opened(), head.isOpen(), head.epoch() + 1);
  }

  @Override
  public long lastId() {
    return heads.values().stream().mapToLong(Head::lastId).max().orElse(0);
  }

  @Override
  public Optional<AccountName> owner(Nick nick) {
    beforeOwner.run();
    return Optional.ofNullable(reserved.get(nick));
  }

  @Override
  public long marker(AccountName account, ConversationId<?> where) {
    throw new UnsupportedOperationException("tested with the real store");
  }

  @Override
  public Raised raise(AccountName account, ConversationId<?> where, long upTo) {
    throw new UnsupportedOperationException("tested with the real store");
  }

  @Override
  public Unread unread(AccountName account, ConversationId<?> where, int most) {
    throw new UnsupportedOperationException("tested with the real store");
  }

  @Override
  public List<Overview> overview(
      @Nullable AccountName account,
      String party,
      Collection<ChannelName> channels,
      Bounds bounds) {
    throw new UnsupportedOperationException("tested with the real store");
  }
}
