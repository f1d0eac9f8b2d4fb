package chat.salon.cluster;

/// Bytes from another node that are no message. Says what was wrong at which byte, and never what
/// people said.
sealed class CodecException extends RuntimeException {

  CodecException(String message) {
    super(message);
  }

  /// They may be one to a newer version: there is something in them whose number this one does not
  /// know, and that it cannot do without.
  static final class Unknown extends CodecException {
    Unknown(String message) {
      super(message);
    }
  }
}
