package chat.salon.core.account;

import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// A hash that is fast, counts its calls and the calls at once, and can be held up.
final class CountingHasher implements PasswordHasher {
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final Semaphore arrived = new Semaphore(0);
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile String version = "v1";

  int calls() {
    return calls.get();
  }

  int mostAtOnce() {
    return mostAtOnce.get();
  }

  /// From now on every hash waits until [#release].
  void hold() {
    gate = new CountDownLatch(1);
  }

  void release() {
    gate.countDown();
  }

  /// Waits until so many more hashes have begun.
  void awaitBegun(int number) {
    arrived.acquireUninterruptibly(number);
  }

  /// What was hashed until now is outdated.
  void grow() {
    version = "v2";
  }

  @Override
  public String hash(byte[] password) {
    work();
    return encoded(version, password);
  }

  @Override
  public boolean matches(byte[] password, String encoded) {
    work();
    return encoded.equals(encoded(encoded.substring(0, 2), password));
  }

  @Override
  public boolean isOutdated(String encoded) {
    return !encoded.startsWith(version);
  }

  private static String encoded(String version, byte[] password) {
    return version + " " + HexFormat.of().formatHex(Sha256.hash(password));
  }

  private void work() {
    calls.incrementAndGet();
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    arrived.release();
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      atOnce.decrementAndGet();
    }
  }
}
