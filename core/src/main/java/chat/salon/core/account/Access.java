package chat.salon.core.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.account.Token.Kind;
import chat.salon.core.account.Token.Scope;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Staying logged in, and letting programs in: gives out tokens, knows them again, and ends them.
/// Every method but [#whenEnded] may wait for the store: call it on a virtual thread. Throws
/// [chat.salon.core.StoreException] when the store cannot.
public final class Access {
  private static final int SECRET_BYTES = 32;
  private static final int SECRET_LENGTH = 43; // in Base64, without padding
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final Tokens tokens;
  private final AccessSettings settings;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final List<Consumer<Token>> readers = new CopyOnWriteArrayList<>();

  /// What its owner gets.
  ///
  /// @param secret shown once, and kept by nobody else
  public record Issued(String secret, Token token) {
    @Override
    public String toString() {
      return "Issued[" + token.id() + "]";
    }
  }

  public Access(Tokens tokens, AccessSettings settings, InstantSource clock) {
    this.tokens = tokens;
    this.settings = settings;
    this.clock = clock;
  }

  /// @param reader is told of each token that was ended before its time; on any thread
  public void whenEnded(Consumer<Token> reader) {
    readers.add(reader);
  }

  /// Logs a browser in. Of too many the one that was used longest ago is logged out.
  ///
  /// @param agent what it calls itself
  public Issued logIn(AccountName account, String agent, String address) {
    var others = of(account, Kind.BROWSER);
    for (int i = others.size() - 1; i >= settings.browsers() - 1; i--) {
      end(account, others.get(i).id());
    }
    return issue(
        Kind.BROWSER,
        account,
        agent,
        EnumSet.allOf(Scope.class),
        null,
        settings.absolute(),
        address);
  }

  /// Makes a token for a program, or an address for messages to one channel.
  ///
  /// @param channel the only one that it is good for; null for all
  /// @param lasting at most as long as the settings allow
  /// @return empty when the account has as many as it may
  public Optional<Issued> make(
      Kind kind,
      AccountName account,
      String name,
      Set<Scope> scopes,
      @Nullable ChannelName channel,
      Duration lasting,
      String address) {
    if (of(account, kind).size() >= settings.tokens()) {
      return Optional.empty();
    }
    var longest = settings.longestToken();
    var time = lasting.compareTo(longest) > 0 ? longest : lasting;
    return Optional.of(issue(kind, account, name, scopes, channel, time, address));
  }

  private Issued issue(
      Kind kind,
      AccountName account,
      String name,
      Set<Scope> scopes,
      @Nullable ChannelName channel,
      Duration lasting,
      String address) {
    var bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var now = clock.instant();
    var token =
        new Token(0, account, kind, name, scopes, channel, now, now, now.plus(lasting), address);
    return new Issued(
        secret,
        tokens
            .add(hash(secret), token)
            .orElseThrow(() -> new IllegalStateException("there is no account " + account)));
  }

  /// Whether a text could be the secret of a token: spares a look for what cannot.
  public static boolean isLikeSecret(String text) {
    return text.length() == SECRET_LENGTH;
  }

  /// Knows a token by its secret, while it is good, and notes that it was used.
  public Optional<Token> check(String secret, Kind kind, String address) {
    var found = tokens.find(hash(secret)).filter(token -> token.kind() == kind && isGood(token));
    if (found.isEmpty()) {
      return found;
    }
    var token = found.get();
    var now = clock.instant();
    if (now.isAfter(token.used().plus(NOTED_EVERY)) || !address.equals(token.address())) {
      tokens.use(token.id(), now, address);
      return Optional.of(token.usedAt(now, address));
    }
    return found;
  }

  private boolean isGood(Token token) {
    var now = clock.instant();
    return now.isBefore(token.expires())
        && (token.kind() != Kind.BROWSER || now.isBefore(token.used().plus(settings.idle())));
  }

  /// The good ones of an account, the one that was used last first.
  public List<Token> of(AccountName account, Kind kind) {
    return tokens.of(account).stream()
        .filter(token -> token.kind() == kind && isGood(token))
        .toList();
  }

  /// The good webhooks of a channel, whoever made them, the one that was used last first.
  public List<Token> webhooks(ChannelName channel) {
    return tokens.webhooks(channel).stream().filter(this::isGood).toList();
  }

  /// Ends one of an account.
  ///
  /// @return whether there was one
  public boolean end(AccountName account, long id) {
    var token = tokens.of(account).stream().filter(one -> one.id() == id).findFirst();
    if (token.isEmpty() || !tokens.remove(account, id)) {
      return false;
    }
    readers.forEach(reader -> reader.accept(token.get()));
    return true;
  }

  /// Ends all of an account.
  ///
  /// @param but the one that stays; 0 for none
  public void endAll(AccountName account, long but) {
    for (var token : tokens.of(account)) {
      if (token.id() != but) {
        end(account, token.id());
      }
    }
  }

  /// Forgets what has ended by itself. To be called now and then.
  public int sweep() {
    var now = clock.instant();
    return tokens.forget(now, now.minus(settings.idle()));
  }

  private static byte[] hash(String secret) {
    return Sha256.hash(secret.getBytes(UTF_8));
  }
}
