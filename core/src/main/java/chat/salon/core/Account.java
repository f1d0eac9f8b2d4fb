package chat.salon.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One durable identity as the store knows it, without its secrets.
///
/// @param id its number in the store, never reused
/// @param email as given at registration, unverified
/// @param owner whose bot it is; null for a person's own
public record Account(
    long id,
    AccountName name,
    Role role,
    @Nullable String email,
    Instant created,
    @Nullable AccountName owner) {

  /// A person's own.
  public Account(long id, AccountName name, Role role, @Nullable String email, Instant created) {
    this(id, name, role, email, created, null);
  }

  /// Whether it is a program's, which is let in by tokens only.
  public boolean isBot() {
    return owner != null;
  }
}
