package chat.salon.core.push;

import java.net.URI;
import java.time.Duration;

/// Port: the way to the push services of the devices. Any thread that may block in native code:
/// names are looked up.
public interface PushService extends AutoCloseable {

  /// By which push services know this server: its public key, in base64url.
  String key();

  /// Whether the service at such an address would be asked at all; what the address leads to is
  /// looked up when something is sent.
  boolean mayAsk(URI endpoint);

  /// Gives something to a push service. Waits for its answer, or so long as it may.
  ///
  /// @param topic what comes later about the same topic takes the place of what was not delivered
  ///   yet
  Sent send(PushSubscription to, String topic, byte[] payload);

  /// What became of it.
  ///
  /// @param after which it may be tried again; zero where the service said nothing
  record Sent(Fate fate, Duration after) {
    public static Sent of(Fate fate) {
      return new Sent(fate, Duration.ZERO);
    }
  }

  /// What became of something that was sent.
  enum Fate {
    TAKEN,
    /// There is no such device any more.
    GONE,
    /// It may be taken later.
    LATER,
    /// It will not be taken.
    REFUSED
  }

  @Override
  void close();
}
