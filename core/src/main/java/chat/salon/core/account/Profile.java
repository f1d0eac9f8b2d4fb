package chat.salon.core.account;

import chat.salon.core.AccountName;
import chat.salon.core.CustomStatus;
import chat.salon.core.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What everybody may know of an account, connected or not.
///
/// @param displayName as its owner wants to be shown; null for the name of the account
/// @param bot whether it is a program's
/// @param vhost the host under which its owner is shown in place of their own; null for none
/// @param customStatus what its owner says that they are doing, over or not; null for nothing
public record Profile(
    AccountName name,
    @Nullable String displayName,
    Role role,
    Instant created,
    boolean bot,
    @Nullable String vhost,
    @Nullable CustomStatus customStatus) {

  /// As they are shown.
  public String shown() {
    return displayName == null ? name.shown() : displayName;
  }
}
