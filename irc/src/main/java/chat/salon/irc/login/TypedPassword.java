package chat.salon.irc.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.Refusal;
import chat.salon.core.account.Access;
import chat.salon.core.account.Attempt;
import chat.salon.core.account.Token;
import chat.salon.core.account.Token.Kind;
import chat.salon.core.account.Token.Scope;
import chat.salon.irc.IrcSession;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was typed as the password of an account: a person's password, or a token of a bot.
public final class TypedPassword {
  private TypedPassword() {}

  /// What a check found.
  public sealed interface Verdict {
    /// It is the account's.
    record Right(Login login) implements Verdict {}

    /// It is not, or lets nobody in now.
    record Wrong(Refusal why) implements Verdict {}
  }

  /// Checks it. Waits for a hash and for the store.
  ///
  /// @param typed neither kept nor changed, the caller wipes it
  public static Verdict check(IrcSession session, String name, byte[] typed) {
    var logins = session.door().logins();
    long since = session.door().hangUps().heard();
    return bot(session, name, typed, since)
        .orElseGet(() -> verdict(logins.logIn(name, typed, session.inetAddress()), null, since));
  }

  private static Verdict verdict(Attempt attempt, @Nullable Token by, long since) {
    return switch (attempt) {
      case Attempt.Accepted(var account) -> new Verdict.Right(new Login(account, by, since));
      case Attempt.Denied(var why) -> new Verdict.Wrong(why);
    };
  }

  private static Optional<Verdict> bot(IrcSession session, String name, byte[] typed, long since) {
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
    var logins = session.door().logins();
    var isBots =
        token.flatMap(one -> logins.account(one.account())).filter(Account::isBot).isPresent();
    return isBots
        ? logins.byToken(wanted.get()).map(attempt -> verdict(attempt, token.get(), since))
        : Optional.empty();
  }

  // IRC has no part that only reads, and none of one channel only.
  private static boolean isWhole(Token token) {
    return token.channel() == null && token.scopes().containsAll(EnumSet.allOf(Scope.class));
  }
}
