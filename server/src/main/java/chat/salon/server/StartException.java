package chat.salon.server;

/// Why the server cannot start, in a line for the person who wanted it to.
final class StartException extends RuntimeException {
  private final int exitCode;

  /// The configuration is good, but the machine does not play along.
  StartException(String message, Throwable cause) {
    this(message, ExitCode.FAILURE, cause);
  }

  StartException(String message) {
    super(message);
    exitCode = ExitCode.FAILURE;
  }

  /// What went wrong, and what was at the bottom of it.
  static StartException because(RuntimeException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    var message = firstLine(e);
    var bottom = firstLine(root);
    return new StartException(
        message.contains(bottom) ? message : message + " (" + bottom + ")", e);
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private StartException(String message, int exitCode, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  private StartException(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  /// The configuration is at fault.
  static StartException misconfigured(String message) {
    return new StartException(message, ExitCode.CONFIGURATION);
  }

  /// The same, with what brought it to light.
  static StartException misconfigured(IllegalArgumentException e) {
    return new StartException(String.valueOf(e.getMessage()), ExitCode.CONFIGURATION, e);
  }

  int exitCode() {
    return exitCode;
  }
}
