package chat.salon.bench;

/// Why a measurement could not be made, in words for the person who asked for it.
public final class BenchException extends RuntimeException {
  public BenchException(String message) {
    super(message);
  }

  public BenchException(String message, Throwable cause) {
    super(message, cause);
  }
}
