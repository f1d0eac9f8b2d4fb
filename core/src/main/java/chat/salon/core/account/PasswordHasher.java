package chat.salon.core.account;

/// Port: a slow hash. Each call costs tens of milliseconds and tens of megabytes on the calling
/// thread; [Logins] bounds how many run.
public interface PasswordHasher {

  /// An encoded hash with a fresh salt.
  String hash(byte[] password);

  /// Whether the password belongs to the encoded hash; false when that cannot be read.
  boolean matches(byte[] password, String encoded);

  /// Whether the hash was made with weaker parameters than today's.
  boolean isOutdated(String encoded);
}
