package chat.salon.core.protect;

import chat.salon.core.ChannelName;
import java.util.List;

/// Port: keeps bans, filters, the level, closed channels and the record of what staff did, for all
/// nodes. What changes something is on disk, with its deed in the same transaction, when the method
/// returns. Methods may wait for the disk and throw [chat.salon.core.StoreException].
public interface Defences {

  /// What holds now; bans that are over are left out.
  Rules rules();

  /// Keeps a ban, in place of one about the same.
  void ban(ServerBan ban, Deed deed);

  /// Lifts a ban.
  ///
  /// @return whether there was one
  boolean lift(ServerBan.Target target, Deed deed);

  /// Keeps a filter, in place of one of the same pattern.
  void filter(SpamFilter filter, Deed deed);

  /// Forgets a filter.
  ///
  /// @return whether there was one
  boolean forgetFilter(long id, Deed deed);

  /// Keeps the level.
  void level(int level, Deed deed);

  /// Keeps that a channel is closed, in place of what was kept of it.
  void close(Closure closure, Deed deed);

  /// Opens a channel that was closed in this way.
  ///
  /// @return whether it was
  boolean reopen(ChannelName channel, Closure.Kind kind, Deed deed);

  /// Writes down what somebody did.
  void note(Deed deed);

  /// What was done last, the newest first.
  List<Deed> deeds(int most);
}
