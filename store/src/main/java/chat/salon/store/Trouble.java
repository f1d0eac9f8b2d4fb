package chat.salon.store;

/// What an error of the database means for those who share a transaction.
enum Trouble {
  /// The fault of one of them: the others go on without it.
  OWN,
  /// Undone for the sake of somebody else's transaction: the same may succeed when it is tried
  /// again.
  AGAIN,
  /// None of them is stored, but what comes next may be: the disk is full, somebody holds a lock.
  PASSING,
  /// The connection is gone. What was not committed is undone; whether a commit that was under way
  /// happened, another connection can find out.
  LOST,
  /// The disk or the file cannot be trusted any more: the store writes nothing from here on.
  FATAL
}
