package chat.salon.irc;

import java.net.URI;
import java.util.Locale;

/// Who is let in by IRC, and how. Section `[login]` of the configuration; checked when it is made,
/// an [IllegalArgumentException] names the key.
///
/// @param accountRequired only those come in who are logged in
/// @param serverPassword that PASS has to give before anybody is let in; empty for none
/// @param registerBeforeConnect accounts can be made before registration (`before-connect`)
/// @param certificates whether TLS clients may log in by their certificate (SASL EXTERNAL)
/// @param certificatesPerAccount how many of them an account may have
/// @param saslBytes of one message of SASL, in base64
/// @param icon https address of the network's picture; empty for none
public record LoginSettings(
    boolean accountRequired,
    String serverPassword,
    boolean registerBeforeConnect,
    boolean certificates,
    int certificatesPerAccount,
    int saslBytes,
    String icon) {

  /// What holds where the configuration says nothing.
  public static final LoginSettings DEFAULT =
      new LoginSettings(false, "", true, true, 10, 8_000, "");

  private static final int MOST_CERTIFICATES = 1_000;
  private static final int LONGEST_ICON = 300;

  public LoginSettings {
    if (certificatesPerAccount < 1 || certificatesPerAccount > MOST_CERTIFICATES) {
      throw new IllegalArgumentException(
          "login.certificates_per_account is "
              + certificatesPerAccount
              + ": it must be from 1 to "
              + MOST_CERTIFICATES);
    }
    if (saslBytes < 400 || saslBytes > 65_536) {
      throw new IllegalArgumentException(
          "login.sasl_bytes is " + saslBytes + ": it must be from 400 to 65536");
    }
    if (serverPassword.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException(
          "login.server_password has a control character, which no client could send");
    }
    if (!icon.isEmpty() && !isPicture(icon)) {
      throw new IllegalArgumentException(
          "login.icon is \""
              + icon
              + "\": it must be an address that begins with https://, of at most "
              + LONGEST_ICON
              + " characters; it may contain {size}");
    }
  }

  private static boolean isPicture(String text) {
    if (text.length() > LONGEST_ICON || !text.toLowerCase(Locale.ROOT).startsWith("https://")) {
      return false;
    }
    try {
      return URI.create(text.replace("{size}", "64")).getHost() != null;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "LoginSettings[…]"; // it has a password
  }
}
