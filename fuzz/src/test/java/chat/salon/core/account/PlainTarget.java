package chat.salon.core.account;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.fuzz.Check;
import chat.salon.fuzz.OneAccount;
import java.net.InetAddress;
import java.util.Arrays;

/// SASL PLAIN messages and SASLprep, `{secret}` for alice's password: nothing but one name and one
/// password is ever read from one, and only that password lets anybody in.
public final class PlainTarget {
  private static final Logins LOGINS = new OneAccount().logins();
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private PlainTarget() {}

  /// Before the clock runs.
  public static void fuzzerInitialize() {
    fuzzerTestOneInput(usual());
  }

  public static void fuzzerTestOneInput(byte[] input) {
    prepared(new String(input, UTF_8));
    var message = filled(input);
    var parsed = SaslPlain.parse(message);
    if (parsed.isEmpty()) {
      Check.that(!Arrays.equals(message, usual()), "the right message refused");
      return;
    }
    var name = parsed.get().name();
    var password = parsed.get().password();
    var text = new String(message, UTF_8);
    Check.same(
        text,
        text.substring(0, text.indexOf('\0') + 1) + name + '\0' + new String(password, UTF_8),
        "parts");
    var actAs = text.substring(0, text.indexOf('\0'));
    var who = SaslPlain.account(name);
    boolean isSame = who.isPresent() && who.equals(SaslPlain.account(actAs));
    Check.that(actAs.isEmpty() || actAs.equals(name) || isSame, "acts as another");
    logIn(name, password);
  }

  private static void logIn(String name, byte[] password) {
    boolean isAlice =
        SaslPlain.account(name).filter(who -> who.folded().equals("alice")).isPresent();
    var typed = new String(password, UTF_8);
    boolean isRight =
        password.length <= Password.LONGEST
            && OneAccount.SECRET.equals(SaslPrep.prepare(typed).orElse(typed));
    boolean isIn = LOGINS.logIn(name, password, HERE) instanceof Attempt.Accepted;
    Check.same(isAlice && isRight, isIn, "let in");
  }

  private static void prepared(String text) {
    SaslPrep.prepare(text)
        .ifPresent(once -> {
          Check.same(once, SaslPrep.prepare(once).orElse(null), "prepared twice");
          Check.that(once.indexOf('\0') < 0 && once.indexOf('\n') < 0, "controls");
        });
  }

  // Byte by byte, so that what is not UTF-8 stays that.
  private static byte[] filled(byte[] input) {
    var latin = new String(input, ISO_8859_1);
    return latin.replace("{secret}", OneAccount.SECRET).getBytes(ISO_8859_1);
  }

  private static byte[] usual() {
    return ("\0alice\0" + OneAccount.SECRET).getBytes(UTF_8);
  }
}
