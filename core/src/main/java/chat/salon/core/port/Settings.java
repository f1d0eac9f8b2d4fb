package chat.salon.core.port;

import chat.salon.core.AccountName;

/// Port: what the clients of an account keep on the server, a text of JSON that the server does not
/// read; that it is not too long is for the door to see. Methods may wait for the disk and throw
/// [chat.salon.core.StoreException].
public interface Settings {

  /// What an account keeps; [Kept#NOTHING] when it kept nothing yet.
  Kept find(AccountName account);

  /// Replaces what an account keeps, when it is still as it was found: of several who replace it at
  /// once one does, and the others look again.
  ///
  /// @return whether it was replaced
  boolean replace(AccountName account, Kept before, String json);

  /// What is kept.
  ///
  /// @param version rises with each change; 0 for nothing yet
  record Kept(String json, long version) {
    public static final Kept NOTHING = new Kept("{}", 0);
  }
}
