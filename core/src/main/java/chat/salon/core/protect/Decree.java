package chat.salon.core.protect;

import chat.salon.core.AccountName;
import chat.salon.core.Nick;
import chat.salon.core.PersonId;

/// Something that is carried out on every node, since whom it concerns may be on any. Plain data.
public sealed interface Decree {

  /// All sessions of somebody end.
  ///
  /// @param reason shown to them, and to the others
  record Kill(PersonId whom, String reason) implements Decree {}

  /// Somebody has another nick from now on.
  record Rename(PersonId whom, Nick nick) implements Decree {}

  /// Something is told.
  record Tell(Announcement what) implements Decree {}

  /// The host that an account was given has changed, which is to be read anew.
  record Rehost(AccountName account) implements Decree {}

  /// Bans, filters or the level have changed: they are read anew, and who may not be here any more
  /// is put out.
  record Renew() implements Decree {}
}
