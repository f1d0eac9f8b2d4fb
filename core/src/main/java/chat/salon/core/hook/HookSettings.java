package chat.salon.core.hook;

/// The section `[hooks]` of the configuration, about outgoing webhooks. Checked when it is made; an
/// [IllegalArgumentException] names the key.
///
/// @param perChannel that a channel may have; 0 for none at all
/// @param parallel deliveries at the same time
/// @param attempts in a row that may fail before it is switched off
/// @param retrySeconds before the second attempt; before each later one twice as long as before
/// @param longestRetrySeconds but never longer than this
/// @param timeoutSeconds that a delivery may take
/// @param answerBytes of an answer that are read
/// @param local whether inner addresses, and addresses without TLS, are posted to as well
public record HookSettings(
    int perChannel,
    int parallel,
    int attempts,
    int retrySeconds,
    int longestRetrySeconds,
    int timeoutSeconds,
    int answerBytes,
    boolean local) {

  /// What holds where the configuration says nothing.
  public static final HookSettings DEFAULT =
      new HookSettings(10, 4, 15, 5, 3600, 10, 65_536, false);

  public HookSettings {
    check("per_channel", perChannel, 0, 1000);
    check("parallel", parallel, 1, 64);
    check("attempts", attempts, 1, 1000);
    check("retry_seconds", retrySeconds, 1, 3600);
    check("longest_retry_seconds", longestRetrySeconds, retrySeconds, 86_400);
    check("timeout_seconds", timeoutSeconds, 1, 300);
    check("answer_bytes", answerBytes, 0, 1 << 20);
  }

  private static void check(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "hooks." + key + " is " + value + ": it must be from " + least + " to " + most);
    }
  }
}
