package chat.salon.store;

import chat.salon.core.account.ScramVerifier;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// SCRAM verifiers as they are stored: encrypted, each for its account.
final class ScramSecrets {
  private static final int KEY_BYTES = 32;

  private final ServerKey key;

  ScramSecrets(ServerKey key) {
    this.key = key;
  }

  byte @Nullable [] seal(long account, @Nullable ScramVerifier scram) {
    if (scram == null) {
      return null;
    }
    var plain =
        ByteBuffer.allocate(Integer.BYTES + 2 * KEY_BYTES + scram.salt().length)
            .putInt(scram.iterations())
            .put(scram.storedKey())
            .put(scram.serverKey())
            .put(scram.salt())
            .array();
    try {
      return key.encrypt(plain, place(account));
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  @Nullable ScramVerifier open(long account, byte @Nullable [] sealed) {
    if (sealed == null) {
      return null;
    }
    var plain = ByteBuffer.wrap(key.decrypt(sealed, place(account)));
    int iterations = plain.getInt();
    var storedKey = take(plain, KEY_BYTES);
    var serverKey = take(plain, KEY_BYTES);
    return new ScramVerifier(take(plain, plain.remaining()), iterations, storedKey, serverKey);
  }

  private static byte[] take(ByteBuffer plain, int length) {
    var bytes = new byte[length];
    plain.get(bytes);
    return bytes;
  }

  private static String place(long account) {
    return "scram of account " + account;
  }
}
