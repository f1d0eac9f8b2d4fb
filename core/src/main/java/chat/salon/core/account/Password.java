package chat.salon.core.account;

import java.util.Arrays;

/// A password as it is hashed, wiped on close. Prepared by SASLprep, so that a client's SCRAM and a
/// browser's form mean the same; one that SASLprep forbids is taken as it was typed, as PostgreSQL
/// does. Used by one thread at a time.
final class Password implements AutoCloseable {
  /// In bytes; more is refused before any work.
  static final int LONGEST = 1024;

  private final byte[] bytes;

  private Password(byte[] bytes) {
    this.bytes = bytes;
  }

  /// @param typed neither kept nor changed; wiping it is the caller's
  static Password of(byte[] typed) {
    return new Password(isAscii(typed) ? typed.clone() : prepared(typed));
  }

  private static byte[] prepared(byte[] typed) {
    return Utf8.text(typed).flatMap(SaslPrep::prepare).map(Utf8::bytes).orElseGet(typed::clone);
  }

  private static boolean isAscii(byte[] typed) {
    for (byte b : typed) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /// Owned by this password, and zero once it is closed.
  byte[] bytes() {
    return bytes;
  }

  /// Whether it is text at all; from bytes that are none no SCRAM verifier can be made.
  boolean isText() {
    return Utf8.chars(bytes).isPresent();
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "Password[…]";
  }
}
