package chat.salon.core.hook;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.hook.OutgoingWebhook.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Port: the outgoing webhooks on disk, how far each has come in the log of its channel, and which
/// node delivers. Every method may wait for the store, any thread but an event loop; throws
/// [chat.salon.core.StoreException] when the store cannot. Those of bots that are out of use are
/// not there.
public interface OutgoingWebhooks {

  /// Adds one, which is done with everything that was said before.
  ///
  /// @param hook its id and position do not count
  /// @param most that the channel may have
  /// @return as it is now; empty when the channel has as many as it may, or the bot is gone
  Optional<OutgoingWebhook> add(OutgoingWebhook hook, int most);

  Optional<OutgoingWebhook> find(long id);

  /// Those of all bots of an owner, the newest first.
  List<OutgoingWebhook> of(AccountName owner);

  /// Those of a channel, the newest first.
  List<OutgoingWebhook> of(ChannelName channel);

  /// Ends one.
  ///
  /// @return whether it was there
  boolean remove(long id);

  /// One that a node delivers for now.
  ///
  /// @param upTo the id up to which there is something in the log
  record Taken(OutgoingWebhook hook, long upTo) {}

  /// Takes up to so many that are behind the log and that nobody has. They are the caller's until
  /// it gives them back, or for so long since it last settled something.
  ///
  /// @param node its number
  List<Taken> take(int node, int most, Duration lease);

  /// Notes how far one that was taken has come, and keeps it.
  ///
  /// @return whether it is still the caller's; if not, another node goes on with it
  boolean settle(int node, long id, long position, Progress progress, Duration lease);

  /// Gives one back that was taken.
  ///
  /// @param wait so long nobody takes it again
  void release(int node, long id, Duration wait);

  /// Gives back whatever a node of this number has taken: it begins, or ends.
  void releaseAll(int node);

  /// Somebody tried one, and it works: what waits is delivered at once. One that was off is on
  /// again, and done with everything that was said meanwhile.
  void resume(long id, Progress progress);

  /// Waits until something was said, on this node, where somebody listens; or so long.
  ///
  /// @param seen what the last call returned, first 0
  long await(long seen, Duration most) throws InterruptedException;
}
