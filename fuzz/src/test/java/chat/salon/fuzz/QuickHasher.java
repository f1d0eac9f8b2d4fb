package chat.salon.fuzz;

import chat.salon.core.account.PasswordHasher;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A hash that is fast, where the slow one is not what is looked at.
final class QuickHasher implements PasswordHasher {

  @Override
  public String hash(byte[] password) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(password));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean matches(byte[] password, String encoded) {
    return hash(password).equals(encoded);
  }

  @Override
  public boolean isOutdated(String encoded) {
    return false;
  }
}
