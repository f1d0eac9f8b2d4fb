package chat.salon.core;

import chat.salon.core.Refusal.Hindered;
import chat.salon.core.account.Suspension;
import chat.salon.core.protect.Hindrance.Suspended;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One durable identity as the store knows it, without its secrets.
///
/// @param id its number in the store, never reused
/// @param email as given at registration, unverified
/// @param owner whose bot it is; null for a person's own
/// @param suspension what staff said of it last; null for nothing. It may be over: see [#refusal]
/// @param language in which services speak to it, by its tag; null for the usual
public record Account(
    long id,
    AccountName name,
    Role role,
    @Nullable String email,
    Instant created,
    @Nullable AccountName owner,
    @Nullable Suspension suspension,
    @Nullable String language) {

  /// A person's own.
  public Account(long id, AccountName name, Role role, @Nullable String email, Instant created) {
    this(id, name, role, email, created, null, null, null);
  }

  /// Why nobody is let in by it now; empty when its owner is.
  public Optional<Refusal> refusal(Instant now) {
    return suspension != null && suspension.holds(now)
        ? Optional.of(new Hindered(new Suspended(suspension.reason(), suspension.until())))
        : Optional.empty();
  }

  /// Whether it is a program's, which is let in by tokens only.
  public boolean isBot() {
    return owner != null;
  }
}
