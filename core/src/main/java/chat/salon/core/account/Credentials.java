package chat.salon.core.account;

import org.jspecify.annotations.Nullable;

/// What is kept of a password: never the password.
///
/// @param password an encoded Argon2id hash, `$argon2id$v=19$m=…`
/// @param scram for SASL SCRAM-SHA-256; null when the server keeps none
public record Credentials(String password, @Nullable ScramVerifier scram) {
  @Override
  public String toString() {
    return "Credentials[…]";
  }
}
