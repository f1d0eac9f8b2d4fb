package chat.salon.server;

/// Section `[log]`: what is written to the standard error output.
record LogSettings(Level level, Format format) {
  static final LogSettings DEFAULT = new LogSettings(Level.INFO, Format.TEXT);

  /// The least that an event must matter.
  enum Level {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
  }

  /// How a line looks.
  enum Format {
    TEXT,
    JSON
  }
}
