package chat.salon.irc.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.account.Access;
import chat.salon.core.account.Attempt;
import chat.salon.core.account.Token;
import chat.salon.core.account.Token.Kind;
import chat.salon.core.account.Token.Scope;
import chat.salon.irc.IrcSession;
import java.util.EnumSet;
import java.util.Optional;

/// What was typed as the password of an account: a person's password, or a token of a bot.
public final class TypedPassword {
  private TypedPassword() {}

  /// Checks it. Waits for a hash and for the store.
  ///
  /// @param typed neither kept nor changed, the caller wipes it
  public static Attempt check(IrcSession session, String name, byte[] typed) {
    var bot = bot(session, name, typed);
    if (bot.isPresent()) {
      return bot.get();
    }
    var attempt = session.door().logins().logIn(name, typed, session.inetAddress());
    if (attempt instanceof Attempt.Accepted) {
      session.token(null);
    }
    return attempt;
  }

  private static Optional<Attempt> bot(IrcSession session, String name, byte[] typed) {
    var secret = new String(typed, UTF_8);
    var wanted = AccountName.parse(name);
    if (wanted.isEmpty() || !Access.isLikeSecret(secret)) {
      return Optional.empty();
    }
    var token =
        session
            .door()
            .access()
            .check(secret, Kind.PROGRAM, session.address())
            .filter(one -> one.account().equals(wanted.get()) && isWhole(one));
    var isBots =
        token
            .flatMap(one -> session.door().logins().account(one.account()))
            .filter(Account::isBot)
            .isPresent();
    if (!isBots) {
      return Optional.empty();
    }
    var attempt = session.door().logins().byToken(wanted.get());
    if (attempt.isPresent() && attempt.get() instanceof Attempt.Accepted) {
      session.token(token.get());
    }
    return attempt;
  }

  // IRC has no part that only reads, and none of one channel only.
  private static boolean isWhole(Token token) {
    return token.channel() == null && token.scopes().containsAll(EnumSet.allOf(Scope.class));
  }
}
