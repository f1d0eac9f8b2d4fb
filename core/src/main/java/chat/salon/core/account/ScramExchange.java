package chat.salon.core.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.BadCredentials;
import chat.salon.core.Refusal.Throttled;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The server's side of one SASL SCRAM-SHA-256 exchange (RFC 5802, RFC 7677), without channel
/// binding. Two messages come in, two go out. Waits for the store, so never on an event loop; used
/// by one thread at a time; good for one login.
public final class ScramExchange {

  /// What to do after a message of the client.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public sealed interface Step {

    /// Send the message and wait for the client's next.
    record Continue(byte[] message) implements Step {}

    /// The client is this account. It wants to see the message before it believes the server.
    record Success(Account account, byte[] message) implements Step {}

    /// The exchange is over: `BadCredentials`, also for a malformed message, or `Throttled`.
    record Failure(Refusal why) implements Step {}
  }

  private final Accounts accounts;
  private final LoginThrottle throttle;
  private final ScramDecoys decoys;
  private final InetAddress from;
  private final String serverNonce;

  private final InstantSource clock;
  private boolean over;
  private @Nullable Challenge challenge;

  /// @param offered whether there is SCRAM at all; if not, the first step fails
  ScramExchange(
      Accounts accounts,
      LoginThrottle throttle,
      ScramDecoys decoys,
      boolean offered,
      InetAddress from,
      String serverNonce,
      InstantSource clock) {
    this.clock = clock;
    this.accounts = accounts;
    this.throttle = throttle;
    this.decoys = decoys;
    this.from = from;
    this.serverNonce = serverNonce;
    over = !offered;
  }

  /// Takes the client's next message. Throws [chat.salon.core.StoreException] when the store
  /// cannot, and the exchange is over then.
  ///
  /// @param message decoded from base64
  public Step next(byte[] message) {
    if (over) {
      return failure(new BadCredentials());
    }
    over = true; // until a challenge is out
    var sent = challenge;
    return sent == null ? first(message) : last(sent, message);
  }

  private Step first(byte[] message) {
    var parsed = ScramClientFirst.parse(message);
    var name = parsed.flatMap(first -> SaslPrep.prepare(first.name()));
    if (parsed.isEmpty() || name.isEmpty()) {
      return failure(new BadCredentials());
    }
    var account = AccountName.parse(name.get());
    var wait = throttle.waitFor(account, from);
    if (wait.isPositive()) {
      return failure(new Throttled(wait));
    }
    var kept = account.flatMap(accounts::credentials).map(Credentials::scram);
    var verifier =
        kept.orElseGet(() -> decoys.of(account.map(AccountName::folded).orElse(name.get())));
    var sent = Challenge.to(parsed.get(), account, kept.isPresent(), verifier, serverNonce);
    challenge = sent;
    over = false;
    return new Step.Continue(sent.message().getBytes(US_ASCII));
  }

  private Step last(Challenge sent, byte[] message) {
    var answer = ScramClientFinal.parse(message);
    if (answer.isEmpty() || !sent.isAnsweredBy(answer.get())) {
      return failure(new BadCredentials());
    }
    var authMessage = sent.authMessage(answer.get());
    var checked =
        throttle.check(
            sent.account(),
            from,
            () -> sent.verifier().accepts(answer.get().proof(), authMessage) && sent.real());
    if (checked.retryAfter().isPositive()) {
      return failure(new Throttled(checked.retryAfter()));
    }
    var account = sent.account().filter(_ -> checked.right()).flatMap(accounts::find);
    if (account.isEmpty()) {
      return failure(new BadCredentials());
    }
    throttle.succeeded(account.get().name(), from);
    var refusal = account.get().refusal(clock.instant());
    if (refusal.isPresent()) {
      return failure(refusal.get());
    }
    var signature = Base64.getEncoder().encodeToString(sent.verifier().signature(authMessage));
    return new Step.Success(account.get(), ("v=" + signature).getBytes(US_ASCII));
  }

  private static Step failure(Refusal why) {
    return new Step.Failure(why);
  }

  /// What was asked of the client.
  ///
  /// @param account empty when no account can have the name
  /// @param real whether the verifier is that of an account
  private record Challenge(
      ScramClientFirst first,
      Optional<AccountName> account,
      boolean real,
      ScramVerifier verifier,
      String nonce,
      String message) {

    static Challenge to(
        ScramClientFirst first,
        Optional<AccountName> account,
        boolean real,
        ScramVerifier verifier,
        String serverNonce) {
      var nonce = first.nonce() + serverNonce;
      var salt = Base64.getEncoder().encodeToString(verifier.salt());
      var message = "r=" + nonce + ",s=" + salt + ",i=" + verifier.iterations();
      return new Challenge(first, account, real, verifier, nonce, message);
    }

    /// RFC 5802 §6: the client repeats the header that it sent, and no more without channel
    /// binding. §5.1: and the nonce that it was sent.
    boolean isAnsweredBy(ScramClientFinal answer) {
      var header = Base64.getEncoder().encodeToString(first.gs2Header().getBytes(UTF_8));
      return answer.channelBinding().equals(header) && answer.nonce().equals(nonce);
    }

    byte[] authMessage(ScramClientFinal answer) {
      return (first.bare() + "," + message + "," + answer.withoutProof()).getBytes(UTF_8);
    }
  }
}
