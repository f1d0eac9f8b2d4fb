package chat.salon.core;

/// The store could not do what it was asked; nothing of it happened. A fault of ours, never of the
/// person who asked.
public sealed class StoreException extends RuntimeException permits StaleOwnerException {
  private static final long serialVersionUID = 1L;

  /// @param doing what was being done, for the log: never a message text
  public StoreException(String doing, Throwable cause) {
    super(doing, cause);
  }

  /// @param why a whole sentence for the log
  public StoreException(String why) {
    super(why);
  }
}
