package chat.salon.irc;

import chat.salon.core.AccountName;
import chat.salon.core.Activity;
import chat.salon.core.ChannelName;
import chat.salon.core.Cloak;
import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Event.Said;
import chat.salon.core.Limits;
import chat.salon.core.Nick;
import chat.salon.core.Pair;
import chat.salon.core.Pin;
import chat.salon.core.Rank;
import chat.salon.core.Salon;
import chat.salon.core.Stamps;
import chat.salon.core.account.Access;
import chat.salon.core.account.AccessSettings;
import chat.salon.core.account.BearerTokens;
import chat.salon.core.account.Certificates;
import chat.salon.core.account.Fingerprint;
import chat.salon.core.account.FirstAdministrator;
import chat.salon.core.port.ActivityInbox;
import chat.salon.core.port.Batch;
import chat.salon.core.port.Conversations;
import chat.salon.core.port.Head;
import chat.salon.core.port.Lasting;
import chat.salon.core.port.MessageLog;
import chat.salon.core.port.Overview;
import chat.salon.core.port.OwnRequest;
import chat.salon.core.port.Page;
import chat.salon.core.port.ReadMarkers;
import chat.salon.core.port.Recent;
import chat.salon.core.port.StoredChannel;
import chat.salon.core.port.Unread;
import chat.salon.core.push.PushService;
import chat.salon.core.push.PushSettings;
import chat.salon.core.push.PushSubscription;
import chat.salon.core.push.PushSubscriptions;
import chat.salon.core.push.Pushing;
import chat.salon.core.search.MessageSearch;
import chat.salon.core.search.Query;
import chat.salon.core.search.SearchSettings;
import chat.salon.core.search.Searching;
import chat.salon.fuzz.OneAccount;
import chat.salon.irc.arrival.Blocklists;
import chat.salon.irc.arrival.DnsblSettings;
import chat.salon.irc.arrival.Peer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Connections that nobody is at the other end of, not let in yet. The door knows alice; who is not
/// let in has no business with what is stored.
public final class PaperSession {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final Door DOOR = door();

  private PaperSession() {}

  /// A new one, from this machine.
  public static IrcSession connect() {
    var channel =
        new EmbeddedChannel() {
          @Override
          protected SocketAddress remoteAddress0() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_000);
          }
        };
    return new IrcSession(DOOR, new Loop(channel.eventLoop()), channel, entry(channel));
  }

  private static Entry entry(EmbeddedChannel channel) {
    var blocklists =
        new Blocklists(channel.eventLoop(), NioDatagramChannel.class, () -> DnsblSettings.DEFAULT);
    var peer = Peer.direct(InetAddress.getLoopbackAddress(), false);
    return new Entry(new Gate(DOOR), blocklists, channel, peer, false);
  }

  private static Door door() {
    var accounts = new OneAccount();
    var nothing = new Nothing();
    var salon =
        Salon.alone(
            nothing,
            nothing,
            (Nick _) -> Optional.empty(),
            nothing,
            new Stamps(CLOCK, 0),
            Limits.DEFAULT,
            true);
    return new Door(
        salon,
        accounts.logins(),
        new FirstAdministrator(accounts, OneAccount.SETTINGS, CLOCK),
        OneAccount.SETTINGS,
        new Access(
            new NoTokens(),
            new AccessSettings(Duration.ofDays(1), Duration.ofDays(1), 1, 1, Duration.ofDays(1)),
            CLOCK),
        new Cloak(new byte[32]),
        new Searching(salon, nothing, SearchSettings.DEFAULT),
        new Activity(salon, nothing),
        new Pushing(nothing, nothing, Map.of(), PushSettings.DEFAULT),
        new LoginDesk(new NoCertificates(), BearerTokens.NONE, LoginSettings.DEFAULT),
        IrcSettings.DEFAULT,
        new ServerInfo("irc.test", "Test", "", "0", Instant.EPOCH, List.of(), List.of()),
        () -> {});
  }

  /// A store of which nobody may ask anything.
  private static final class Nothing
      implements MessageLog,
          Conversations,
          ReadMarkers,
          ActivityInbox,
          MessageSearch,
          PushService,
          PushSubscriptions {
    @Override
    public List<ActivityInbox.Entry> of(AccountName account, Slice slice) {
      return List.of();
    }

    @Override
    public long seen(AccountName account) {
      return 0;
    }

    @Override
    public boolean see(AccountName account, long upTo) {
      return false;
    }

    @Override
    public Optional<AccountName> author(ConversationId<?> where, long message) {
      return Optional.empty();
    }

    @Override
    public String key() {
      return "key";
    }

    @Override
    public boolean mayAsk(URI endpoint) {
      throw asked();
    }

    @Override
    public Sent send(PushSubscription to, String topic, byte[] payload) {
      throw asked();
    }

    @Override
    public boolean put(PushSubscription subscription, int most) {
      throw asked();
    }

    @Override
    public void remove(AccountName account, String endpoint) {
      throw asked();
    }

    @Override
    public void removeWithoutToken(AccountName account) {}

    @Override
    public List<PushSubscription> of(AccountName account) {
      throw asked();
    }

    @Override
    public void close() {}

    @Override
    public Found find(Wanted wanted) {
      throw asked();
    }

    @Override
    public List<Mark> marks(Query query, String text) {
      throw asked();
    }

    @Override
    public void append(Batch batch) {
      throw asked();
    }

    @Override
    public Optional<Event> find(ConversationId<?> where, String party, String key) {
      throw asked();
    }

    @Override
    public Optional<Instant> memberSince(ChannelName channel, AccountName account) {
      throw asked();
    }

    @Override
    public List<Event> read(Page page) {
      throw asked();
    }

    @Override
    public List<Pin> pins(
        ConversationId<?> where, long from, @Nullable Rank least, @Nullable AccountName own) {
      return List.of();
    }

    @Override
    public List<Said> versions(Said said) {
      throw asked();
    }

    @Override
    public List<Recent> recent(
        Collection<ChannelName> channels, String party, long above, long below, int limit) {
      throw asked();
    }

    @Override
    public Optional<StoredChannel> channel(ChannelName name) {
      throw asked();
    }

    @Override
    public Optional<Head> head(Pair pair) {
      throw asked();
    }

    @Override
    public OptionalLong readableFrom(ChannelName channel, AccountName account) {
      throw asked();
    }

    @Override
    public int foundedBy(AccountName account) {
      return 0;
    }

    @Override
    public List<OwnRequest> requestsOf(AccountName account) {
      throw asked();
    }

    @Override
    public List<ChannelName> channelsOf(AccountName account) {
      throw asked();
    }

    @Override
    public List<Lasting> registered(String after, int limit) {
      return List.of();
    }

    @Override
    public List<Lasting> lasting(String prefix, int limit) {
      throw asked();
    }

    @Override
    public long take(ConversationId<?> where) {
      throw asked();
    }

    @Override
    public long lastId() {
      return 0;
    }

    @Override
    public long marker(AccountName account, ConversationId<?> where) {
      throw asked();
    }

    @Override
    public Raised raise(AccountName account, ConversationId<?> where, long upTo) {
      throw asked();
    }

    @Override
    public Unread unread(AccountName account, ConversationId<?> where, int most) {
      throw asked();
    }

    @Override
    public List<Overview> overview(
        @Nullable AccountName account,
        String party,
        Collection<ChannelName> channels,
        Bounds bounds) {
      throw asked();
    }

    private static IllegalStateException asked() {
      return new IllegalStateException("the store is asked by somebody who was not let in");
    }
  }

  private static final class NoCertificates implements Certificates {
    @Override
    public Optional<AccountName> owner(Fingerprint fingerprint) {
      return Optional.empty();
    }

    @Override
    public List<Certificate> of(AccountName account) {
      return List.of();
    }

    @Override
    public Added add(AccountName account, Fingerprint fingerprint, Instant now, int most) {
      return Added.FULL;
    }

    @Override
    public boolean remove(AccountName account, Fingerprint fingerprint) {
      return false;
    }
  }
}
