package chat.salon.core.push;

/// The section `[push]` of the configuration. Checked when it is made; an
/// [IllegalArgumentException] names the key.
///
/// @param perAccount devices of one account
/// @param waitSeconds after which somebody who is connected and has not read a message is told of
///   it
/// @param queue notices that wait to be sent
/// @param parallel that are sent at once
/// @param attempts to send one
/// @param retrySeconds before the second attempt; before each later one twice as long as before
/// @param timeoutSeconds that a push service may take
/// @param keepHours that a push service keeps what it cannot deliver
/// @param contact by which the operators of push services reach those of this server: an address
///   that begins with `mailto:` or `https:`; empty for the server's own
/// @param local whether push services without TLS and on inner addresses are asked, for tests
public record PushSettings(
    int perAccount,
    int waitSeconds,
    int queue,
    int parallel,
    int attempts,
    int retrySeconds,
    int timeoutSeconds,
    int keepHours,
    String contact,
    boolean local) {

  /// What holds where the configuration says nothing.
  public static final PushSettings DEFAULT =
      new PushSettings(20, 5, 10_000, 4, 5, 30, 10, 24, "", false);

  public PushSettings {
    check("per_account", perAccount, 0, 1000);
    check("wait_seconds", waitSeconds, 0, 3600);
    check("queue", queue, 1, 1_000_000);
    check("parallel", parallel, 1, 64);
    check("attempts", attempts, 1, 20);
    check("retry_seconds", retrySeconds, 1, 3600);
    check("timeout_seconds", timeoutSeconds, 1, 300);
    check("keep_hours", keepHours, 0, 672);
    if (!contact.isEmpty() && !contact.matches("(mailto:|https:)[!-~&&[^\"\\\\]]+")) {
      throw new IllegalArgumentException(
          "push.contact is \"" + contact + "\": it must begin with mailto: or https:, or be empty");
    }
  }

  private static void check(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "push." + key + " is " + value + ": it must be from " + least + " to " + most);
    }
  }
}
