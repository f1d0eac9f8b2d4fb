package chat.salon.server;

/// What the process ends with.
final class ExitCode {
  static final int GOOD = 0;

  /// The machine does not play along: a port is taken, the disk is full.
  static final int FAILURE = 1;

  /// The command line cannot be understood.
  static final int USAGE = 2;

  /// The configuration is wrong; `EX_CONFIG` of sysexits.h.
  static final int CONFIGURATION = 78;

  private ExitCode() {}
}
