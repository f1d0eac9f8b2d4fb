package chat.salon.core;

/// Another node did not answer in time, or this one is cut off from the others.
public final class NetworkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NetworkException(String message) {
    super(message);
  }
}
