package chat.salon.store;

import chat.salon.core.account.PasswordHasher;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id (RFC 9106), one lane, kept in the form `$argon2id$v=19$m=…,t=…,p=1$salt$hash`. A thread
/// that has hashed keeps the memory, wiped, for its next hash: let threads that hash end when there
/// is nothing to do. Any thread.
public final class Argon2Hasher implements PasswordHasher {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  // Fresh memory for each hash is 19 MiB of garbage, and 5 ms of pause for everybody.
  private static final int MOST_KEPT_KIB = 1 << 15;
  private static final ThreadLocal<BlockPool> MEMORY =
      ThreadLocal.withInitial(() -> new FixedBlockPool(MOST_KEPT_KIB));

  private final SecureRandom random = new SecureRandom();
  private final int memoryKib;
  private final int iterations;

  /// @param memoryKib of one hash
  /// @param iterations passes over that memory
  public Argon2Hasher(int memoryKib, int iterations) {
    this.memoryKib = memoryKib;
    this.iterations = iterations;
  }

  @Override
  public String hash(byte[] password) {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    var unfilled = new Argon2Hash(memoryKib, iterations, 1, salt, new byte[HASH_BYTES]);
    return new Argon2Hash(memoryKib, iterations, 1, salt, compute(unfilled, password)).encoded();
  }

  @Override
  public boolean matches(byte[] password, String encoded) {
    return Argon2Hash.parse(encoded)
        .filter(kept -> MessageDigest.isEqual(kept.hash(), compute(kept, password)))
        .isPresent();
  }

  @Override
  public boolean isOutdated(String encoded) {
    return Argon2Hash.parse(encoded)
        .filter(kept -> kept.memoryKib() >= memoryKib && kept.iterations() >= iterations)
        .filter(kept -> kept.salt().length >= SALT_BYTES && kept.hash().length >= HASH_BYTES)
        .isEmpty();
  }

  /// The hash of a password by the parameters, salt and length of another.
  private static byte[] compute(Argon2Hash like, byte[] password) {
    var hash = new byte[like.hash().length];
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(like.memoryKib())
            .withIterations(like.iterations())
            .withParallelism(like.lanes())
            .withSalt(like.salt())
            .withBlockPool(MEMORY.get())
            .build());
    var copy = password.clone(); // the generator's to do with as it likes
    try {
      generator.generateBytes(copy, hash);
      return hash;
    } finally {
      Arrays.fill(copy, (byte) 0);
    }
  }
}
