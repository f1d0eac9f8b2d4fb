package chat.salon.core.account;

import chat.salon.core.AccountName;
import chat.salon.core.CustomStatus;
import chat.salon.core.Metadata;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Port: what everybody may know of accounts. Methods may wait for the disk and throw
/// [chat.salon.core.StoreException].
public interface Profiles {

  Optional<Profile> find(AccountName name);

  /// Those of these accounts that there are, in no order.
  List<Profile> find(Collection<AccountName> names);

  /// The accounts of whose name or display name a word begins with a text, in the order of their
  /// names.
  ///
  /// @param prefix with or without accents and capitals, which make no difference
  /// @param after only those whose names come after this one; empty for all
  List<Profile> search(String prefix, String after, int limit);

  /// Shows an account under another name from now on.
  ///
  /// @param displayName null for the name of the account
  void setDisplayName(AccountName name, @Nullable String displayName);

  /// Keeps what somebody says that they are doing.
  ///
  /// @param status null for nothing
  void setCustomStatus(AccountName name, @Nullable CustomStatus status);

  /// What the owner of an account says of themselves, but for their name and status.
  Metadata metadata(AccountName name);

  /// Keeps what somebody says of themselves under a key.
  ///
  /// @param value null for nothing
  void setMetadata(AccountName name, String key, @Nullable String value);
}
