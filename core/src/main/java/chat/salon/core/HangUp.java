package chat.salon.core;

import org.jspecify.annotations.Nullable;

/// Which sessions are to end, on whichever node they are, since what let them in does so no more.
/// Plain data.
public sealed interface HangUp {

  /// Shown to who is there, and to the others.
  String reason();

  /// Whether a session is one of them.
  ///
  /// @param account that it is logged in to; null for none
  /// @param session its id
  /// @param token that let it in; 0 for none
  default boolean means(@Nullable AccountName account, long session, long token) {
    return switch (this) {
      case OfToken(var ended) -> token == ended;
      case OfSession(var of, var one) -> session == one && of.equals(account);
      case OfDropped(var of, var but) -> session != but && of.equals(account);
      case OfAccount(var of, var but) -> session != but && of.equals(account);
      case OfOthers(var of, var but) -> session != but && of.equals(account);
    };
  }

  /// Those that a token let in, which has been ended.
  record OfToken(long token) implements HangUp {
    @Override
    public String reason() {
      return "Logged out";
    }
  }

  /// The other sessions of an account, as one of them wants it.
  ///
  /// @param but the id of the session that stays
  record OfOthers(AccountName account, long but) implements HangUp {
    @Override
    public String reason() {
      return "Ended from another connection";
    }
  }

  /// One session of an account, as another of them wants it.
  ///
  /// @param session its id
  record OfSession(AccountName account, long session) implements HangUp {
    @Override
    public String reason() {
      return "Ended from another connection";
    }
  }

  /// All of an account, which is not there any more.
  ///
  /// @param but the id of the session that stays; 0 for none
  record OfDropped(AccountName account, long but) implements HangUp {
    @Override
    public String reason() {
      return "The account was dropped";
    }
  }

  /// All of an account, whose password was changed.
  ///
  /// @param but the id of the session that stays; 0 for none
  record OfAccount(AccountName account, long but) implements HangUp {
    @Override
    public String reason() {
      return "The password was changed";
    }
  }
}
