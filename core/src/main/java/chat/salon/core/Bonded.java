package chat.salon.core;

import chat.salon.core.account.Friendships.Bond;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How somebody stands to an account, as that account may know it. Plain data.
///
/// @param isBlocked the account does not want to hear them
/// @param since when they became friends, or when one of them asked; null for neither
public record Bonded(AccountName other, Bond bond, boolean isBlocked, @Nullable Instant since) {
  /// Whether there is anything between the two.
  public boolean isSomething() {
    return isBlocked || bond != Bond.NONE;
  }
}
