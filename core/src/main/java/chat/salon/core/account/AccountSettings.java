package chat.salon.core.account;

import java.time.Duration;

/// The section `[accounts]` of the configuration. Checked when it is made; an
/// [IllegalArgumentException] names the key.
///
/// @param registerOpen whether people may make themselves an account
/// @param registrationsPerHour how many accounts one address may make in an hour; 0 is no limit
/// @param passwordMinLength characters that a new password needs
/// @param refuseCommonPasswords whether passwords that many people use are refused
/// @param nickIsAccount whether a logged-in person appears under the account's name and no other
/// @param scram whether SCRAM-SHA-256 is offered and its verifiers kept
/// @param scramIterations of PBKDF2, the work of a client at each login
/// @param hashMemoryKib memory of one Argon2id hash
/// @param hashIterations passes of one Argon2id hash over its memory
/// @param hashParallel how many hashes run at once; 0 is one for each core
/// @param hashQueue how many more may wait for one that runs
/// @param hashWait the longest that one waits before it is refused
/// @param throttleFailures failed logins that an account, and an address, has free in each window;
///   0 is no limit
/// @param throttleWindow the time in which they are counted
/// @param throttleWait how long the first try past them waits; each further failure doubles it
/// @param throttleLongestWait where the doubling ends
/// @param emailRequired whether accounts are only made with an e-mail address
public record AccountSettings(
    boolean registerOpen,
    int registrationsPerHour,
    int passwordMinLength,
    boolean refuseCommonPasswords,
    boolean nickIsAccount,
    boolean scram,
    int scramIterations,
    int hashMemoryKib,
    int hashIterations,
    int hashParallel,
    int hashQueue,
    Duration hashWait,
    int throttleFailures,
    Duration throttleWindow,
    Duration throttleWait,
    Duration throttleLongestWait,
    boolean emailRequired) {

  /// What holds where the configuration says nothing.
  public static final AccountSettings DEFAULT =
      new AccountSettings(
          true,
          30,
          8,
          true,
          true,
          true,
          16_384,
          19_456,
          2,
          0,
          64,
          Duration.ofSeconds(2),
          5,
          Duration.ofMinutes(5),
          Duration.ofMinutes(1),
          Duration.ofMinutes(15),
          false);

  public AccountSettings {
    within("registrations_per_hour", registrationsPerHour, 0, 1000);
    within("password_min_length", passwordMinLength, 1, 64);
    within("scram_iterations", scramIterations, ScramVerifier.FEWEST_ITERATIONS, 10_000_000);
    within("hash_memory_kib", hashMemoryKib, 8, 1 << 20);
    within("hash_iterations", hashIterations, 1, 64);
    within("hash_parallel", hashParallel, 0, 1024);
    within("hash_queue", hashQueue, 1, 100_000);
    within("hash_wait", hashWait, Duration.ofMillis(1), Duration.ofMinutes(1));
    within("throttle_failures", throttleFailures, 0, 1000);
    within("throttle_window", throttleWindow, Duration.ofSeconds(1), Duration.ofDays(1));
    within("throttle_wait", throttleWait, Duration.ofSeconds(1), Duration.ofDays(1));
    within("throttle_longest_wait", throttleLongestWait, throttleWait, Duration.ofDays(1));
  }

  private static <T extends Comparable<T>> void within(String key, T value, T least, T most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "accounts.%s is %s; it must be from %s to %s"
              .formatted(key, shown(value), shown(least), shown(most)));
    }
  }

  private static String shown(Object value) {
    return value instanceof Duration time ? time.toMillis() / 1000.0 + " s" : value.toString();
  }
}
