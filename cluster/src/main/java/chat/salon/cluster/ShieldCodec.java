package chat.salon.cluster;

import chat.salon.core.Shield;

/// What somebody takes in private.
final class ShieldCodec {
  // Bits, so that a version that does not know one leaves it out.
  private static final int ACCOUNTS_ONLY = 1;
  private static final int NO_CTCP = 2;

  private ShieldCodec() {}

  static void write(Writer out, Shield shield) {
    out.number((shield.accountsOnly() ? ACCOUNTS_ONLY : 0) | (shield.noCtcp() ? NO_CTCP : 0));
    out.list(shield.accepted(), Text.LINE::write);
  }

  static Shield read(Reader in) {
    long bits = in.number();
    return new Shield((bits & ACCOUNTS_ONLY) != 0, (bits & NO_CTCP) != 0, in.set(Text.LINE::read));
  }
}
