package chat.salon.store;

/// Whether the connection to a database server is encrypted.
public enum TlsMode {
  /// As with [#VERIFY], except to this machine itself, where nobody is in between.
  AUTO,
  /// Encrypted, and the server's certificate is checked, with its name.
  VERIFY,
  /// Not encrypted: for networks that nobody else is on.
  OFF
}
