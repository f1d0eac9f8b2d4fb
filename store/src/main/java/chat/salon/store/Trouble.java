package chat.salon.store;

/// What an error of the database means for those who share a transaction.
enum Trouble {
  /// The fault of one of them: the others go on without it.
  OWN,
  /// None of them is stored, but what comes next may be: the disk is full, somebody holds a lock.
  PASSING,
  /// The disk or the file cannot be trusted any more: the store writes nothing from here on.
  FATAL
}
