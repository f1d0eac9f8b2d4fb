package chat.salon.core.personal;

import chat.salon.core.AccountName;
import chat.salon.core.Event.Said;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;

/// Port: files with what accounts have said, which only the owner of the server's data may read.
/// Methods wait for the disk and throw [chat.salon.core.StoreException].
public interface Exports {

  /// A file that was written. Plain data.
  ///
  /// @param path of the file, within the folder of the server's data
  record Export(String path, long messages) {}

  /// Writes messages into a new file, one at a time. It is there when the method returns, and none
  /// of it when it throws.
  Export write(AccountName account, Instant now, Iterator<Said> messages);

  /// When the newest file of an account was written; empty for none.
  Optional<Instant> newest(AccountName account);

  /// Deletes the files that were written before a moment.
  void sweep(Instant before);
}
