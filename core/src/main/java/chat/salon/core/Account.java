package chat.salon.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One durable identity as the store knows it, without its secrets.
///
/// @param id its number in the store, never reused
/// @param email as given at registration, unverified
public record Account(
    long id, AccountName name, Role role, @Nullable String email, Instant created) {}
