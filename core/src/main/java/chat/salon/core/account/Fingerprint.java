package chat.salon.core.account;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// By what a certificate is known: SHA-256 of its DER form.
///
/// @param hex 64 digits, small
public record Fingerprint(String hex) {
  private static final int DIGITS = 64;

  /// Of a certificate.
  ///
  /// @param der its encoded form
  public static Fingerprint of(byte[] der) {
    return new Fingerprint(HexFormat.of().formatHex(Sha256.hash(der)));
  }

  /// As people write it, with colons between the bytes or without, large or small; empty for what
  /// is none.
  public static Optional<Fingerprint> parse(String text) {
    var hex = text.replace(":", "").toLowerCase(Locale.ROOT);
    return hex.length() == DIGITS && hex.chars().allMatch(HexFormat::isHexDigit)
        ? Optional.of(new Fingerprint(hex))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return hex;
  }
}
