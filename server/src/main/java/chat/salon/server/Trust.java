package chat.salon.server;

/// Authorities to be trusted from now on: the argument of `salon cluster trust`. It holds no
/// secret.
///
/// @param authorities as PEM
record Trust(String authorities) {
  private static final String KIND = "trust1";

  String encode() {
    return Token.encode(KIND, this);
  }

  /// @throws IllegalArgumentException it is damaged
  static Trust decode(String token) {
    return Token.decode(KIND, Trust.class, token);
  }
}
