package chat.salon.core;

/// A later owner has taken over the conversation: this one may store nothing more.
public final class StaleOwnerException extends StoreException {
  private static final long serialVersionUID = 1L;

  /// @param why a whole sentence for the log
  public StaleOwnerException(String why) {
    super(why);
  }
}
