package chat.salon.core.port;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.Pair;
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
  /// the JOIN that opened the channel when it first came. Empty when it never was a member.
  OptionalLong readableFrom(ChannelName channel, AccountName account);

  /// The greatest id ever stored, so that new ones are greater whatever the clock says; 0 for none.
  long lastId();
}
