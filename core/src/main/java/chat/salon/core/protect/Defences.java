package chat.salon.core.protect;

import java.util.List;

/// Port: keeps bans, filters, the level and the record of what staff did, for all nodes. What
/// changes something is on disk, with its deed in the same transaction, when the method returns.
/// Methods may wait for the disk and throw [chat.salon.core.StoreException].
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

  /// Writes down what somebody did.
  void note(Deed deed);

  /// What was done last, the newest first.
  List<Deed> deeds(int most);
}
