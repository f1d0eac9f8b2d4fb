package chat.salon.core.port;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Pair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Port: the conversations on disk, beside their messages. Methods may wait for the disk and throw
/// [StoreException].
public interface Conversations {

  /// The channel as it was last appended; empty when nothing ever happened there.
  Optional<StoredChannel> channel(ChannelName name);

  /// How far a private conversation has come.
  Optional<Head> head(Pair pair);

  /// The id from which an account may read a channel because of its earlier memberships: that of
  /// the JOIN that opened the channel when it first came; of a group, that of the event by which it
  /// came last. Empty when it never was a member.
  OptionalLong readableFrom(ChannelName channel, AccountName account);

  /// When an account's membership of a channel began that has not ended; empty when it is no
  /// member.
  Optional<Instant> memberSince(ChannelName channel, AccountName account);

  /// The registered channels that an account belongs to, in the order of their names.
  List<ChannelName> channelsOf(AccountName account);

  /// Whether an account belongs to a registered channel, connected or not.
  default boolean belongs(AccountName account, ChannelName name) {
    return channelsOf(account).contains(name);
  }

  /// Where an account asked to come in, in the order of their names: what waits for an answer, and
  /// what was answered not long ago.
  List<OwnRequest> requestsOf(AccountName account);

  /// How many registered channels an account has founded, groups left out.
  int foundedBy(AccountName account);

  /// The registered channels that are not secret and whose names begin with a text, in the order of
  /// their names.
  ///
  /// @param prefix any text, with or without `#`; empty for all
  List<Lasting> lasting(String prefix, int limit);

  /// All registered channels but groups, in the order of their names: secret ones, too.
  ///
  /// @param after those behind this name, folded; empty for all
  List<Lasting> registered(String after, int limit);

  /// Makes the caller the owner of a conversation, which need not be there yet: raises its epoch,
  /// and returns it when that would survive a power cut. Of several who take it at once each gets
  /// another epoch. What an earlier owner appends from then on is refused.
  long take(ConversationId<?> where);

  /// The greatest id ever stored, so that new ones are greater whatever the clock says; 0 for none.
  long lastId();
}
