package chat.salon.web;

import chat.salon.core.account.AccessSettings;
import java.time.Duration;
import java.util.List;

/// What bounds the web door. Section `[web]` of the configuration; 0 turns a limit off where it
/// says so. Checked when it is made; an [IllegalArgumentException] names the key.
///
/// @param loops event loops; 0 for one on up to four cores and one for every two on more
/// @param pingSeconds of silence after which a client is asked whether it is there; 0 for never
/// @param pongSeconds it then has to answer
/// @param headSeconds a connection has until its first request, and from an answer to the next one;
///   0 for no limit
/// @param bodyBytesPerSecond that a body has to come by at least, over time, after so many seconds;
///   0 for no limit
/// @param frameBytes of one frame
/// @param messageBytes of one WebSocket message, which may hold several frames
/// @param bodyBytes of the body of a request
/// @param sendQueueBytes that may wait for a client that does not read
/// @param receiveQueueFrames that may wait for their turn
/// @param requestsPerSecond of one session, over time; 0 for no limit
/// @param requestBurst at once
/// @param connectionsPerAddress at once, IPv6 by /64; 0 for no limit
/// @param socketsPerAccount WebSockets of one account at once; 0 for no limit
/// @param resumeEvents of one conversation that a client is told after a cut
/// @param historyPage messages of one page
/// @param settingsKeys that the clients of one account may keep
/// @param settingsKeyBytes of the name of one of them
/// @param sessionIdle after which a browser is logged out
/// @param sessionAbsolute after which it is, however much it was used
/// @param sessionsPerAccount browsers that may be logged in to one account
/// @param tokensPerAccount tokens of programs, and webhooks, of one account
/// @param tokenDays that the longest token lasts
/// @param botsPerAccount accounts of programs that a person may have
/// @param hookPerMinute messages that a webhook takes, over time; 0 for no limit
/// @param lingerSeconds that a program stays connected after its last HTTP request
/// @param graceSeconds that somebody stays whose browser has gone without a word: a page that is
///   loaded again, or a network that is changed, is no departure; 0 is none
/// @param firstChannel where newcomers land; lasts from the first account that comes there
/// @param origins of pages, besides the server's own, that may connect: `https://chat.example.org`
/// @param trustedProxies addresses and ranges of reverse proxies, which are believed who asks
/// @param proxyHeader by which they tell it: `X-Forwarded-For` or `Forwarded`
/// @param plainPasswords take passwords over unencrypted connections from other machines
public record WebSettings(
    int loops,
    int pingSeconds,
    int pongSeconds,
    int headSeconds,
    int bodyBytesPerSecond,
    int frameBytes,
    int messageBytes,
    int bodyBytes,
    int sendQueueBytes,
    int receiveQueueFrames,
    int requestsPerSecond,
    int requestBurst,
    int connectionsPerAddress,
    int socketsPerAccount,
    int resumeEvents,
    int historyPage,
    int settingsKeys,
    int settingsKeyBytes,
    Duration sessionIdle,
    Duration sessionAbsolute,
    int sessionsPerAccount,
    int tokensPerAccount,
    int tokenDays,
    int botsPerAccount,
    int hookPerMinute,
    int lingerSeconds,
    int graceSeconds,
    String firstChannel,
    List<String> origins,
    List<String> trustedProxies,
    String proxyHeader,
    boolean plainPasswords) {

  public static final WebSettings DEFAULT =
      new WebSettings(
          0,
          60,
          30,
          10,
          1_024,
          1 << 16,
          1 << 17,
          1 << 18,
          1 << 20,
          256,
          60,
          120,
          100,
          20,
          500,
          100,
          500,
          300,
          Duration.ofDays(30),
          Duration.ofDays(180),
          50,
          50,
          365,
          10,
          60,
          60,
          5,
          "#accueil",
          List.of(),
          List.of(),
          "X-Forwarded-For",
          false);

  public WebSettings {
    check("loops", loops, 0, 256);
    check("ping_seconds", pingSeconds, 0, 86_400);
    check("pong_seconds", pongSeconds, 1, 86_400);
    check("head_seconds", headSeconds, 0, 3_600);
    check("body_bytes_per_second", bodyBytesPerSecond, 0, 1 << 30);
    check("frame_bytes", frameBytes, 1_024, 1 << 24);
    check("message_bytes", messageBytes, frameBytes, 1 << 25);
    check("body_bytes", bodyBytes, 1_024, 1 << 30);
    check("send_queue_bytes", sendQueueBytes, 16_384, 1 << 30);
    check("receive_queue_frames", receiveQueueFrames, 8, 1 << 20);
    check("requests_per_second", requestsPerSecond, 0, 1 << 20);
    check("request_burst", requestBurst, 1, 1 << 20);
    check("connections_per_address", connectionsPerAddress, 0, 1 << 20);
    check("sockets_per_account", socketsPerAccount, 0, 1 << 20);
    check("resume_events", resumeEvents, 0, 100_000);
    check("history_page", historyPage, 1, 1_000);
    check("sessions_per_account", sessionsPerAccount, 1, 10_000);
    check("tokens_per_account", tokensPerAccount, 0, 10_000);
    check("token_days", tokenDays, 1, 3_650);
    check("bots_per_account", botsPerAccount, 0, 10_000);
    check("hook_per_minute", hookPerMinute, 0, 1 << 20);
    check("settings_keys", settingsKeys, 1, 100_000);
    check("settings_key_bytes", settingsKeyBytes, 8, 4_096);
    check("linger_seconds", lingerSeconds, 1, 86_400);
    check("grace_seconds", graceSeconds, 0, 3_600);
    origins = List.copyOf(origins);
    trustedProxies = List.copyOf(trustedProxies);
    Proxies.check(trustedProxies, proxyHeader);
    if (sessionIdle.isZero() || sessionIdle.compareTo(sessionAbsolute) > 0) {
      throw new IllegalArgumentException(
          "web.session_idle is "
              + sessionIdle
              + ": it must be positive, and not longer than"
              + " web.session_absolute");
    }
    for (var origin : origins) {
      if (!origin.matches("https?://[^/?#@\\s]+")) {
        throw new IllegalArgumentException(
            "web.origins has " + origin + ": it must be like https://chat.example.org");
      }
    }
  }

  private static void check(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "web." + key + " is " + value + ": it must be from " + least + " to " + most);
    }
  }

  /// For how long people stay logged in.
  public AccessSettings access() {
    return new AccessSettings(
        sessionIdle,
        sessionAbsolute,
        sessionsPerAccount,
        tokensPerAccount,
        Duration.ofDays(tokenDays));
  }
}
