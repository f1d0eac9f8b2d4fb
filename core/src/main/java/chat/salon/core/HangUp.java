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
