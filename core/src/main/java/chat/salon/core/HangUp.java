package chat.salon.core;

/// Which sessions are to end, on whichever node they are, since what let them in does so no more.
/// Plain data.
public sealed interface HangUp {

  /// Shown to who is there, and to the others.
  String reason();

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
