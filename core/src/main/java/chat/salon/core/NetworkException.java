package chat.salon.core;

/// Another node did not answer in time, or this one is cut off from the others.
public final class NetworkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal why;

  /// @param why what whoever asked for it is told
  public NetworkException(Refusal why) {
    super(why.toString());
    this.why = why;
  }

  /// What whoever asked for it is told.
  public Refusal why() {
    return why;
  }
}
