package chat.salon.irc;

import java.util.List;
import java.util.Locale;

/// Somebody who may become an operator by OPER. In the configuration `NAME CLASS PASSWORD`, then,
/// in any order, `certificate=FINGERPRINT`, `notices=LETTERS`, and at the end `whois=` with a text.
///
/// @param operatorClass the name of the class
/// @param password what [chat.salon.core.account.PasswordHasher] made of it, or `plain:` and the
///   password itself; empty for none, when a certificate alone will do
/// @param certificate SHA-256 of the client certificate that is asked for too, in hexadecimal
///   digits; empty for none
/// @param notices what the server tells them from the start: see
///   [chat.salon.core.protect.Announcement.To#letter()]
/// @param whois what WHOIS says of them; empty for what it says of every operator
public record OperatorEntry(
    String name,
    String operatorClass,
    String password,
    String certificate,
    String notices,
    String whois) {
  private static final String PLAIN = "plain:";

  /// Reads one.
  ///
  /// @throws IllegalArgumentException what it must be
  public static OperatorEntry parse(String text) {
    int at = text.indexOf(" whois=");
    var whois = at < 0 ? "" : text.substring(at + " whois=".length()).strip();
    var words = List.of((at < 0 ? text : text.substring(0, at)).strip().split(" +"));
    if (words.size() < 3) {
      throw new IllegalArgumentException(
          "it must be a name, a class and the hash of a password: \"oscar staff $argon2id$…\"");
    }
    var certificate = "";
    var notices = "";
    for (var word : words.subList(3, words.size())) {
      if (word.startsWith("certificate=")) {
        certificate = fingerprint(word.substring("certificate=".length()));
      } else if (word.startsWith("notices=")) {
        notices = word.substring("notices=".length());
      } else {
        throw new IllegalArgumentException(
            "\"" + word + "\" must be certificate=…, notices=… or, at the end, whois=…");
      }
    }
    var password = words.get(2).equals("-") ? "" : words.get(2);
    if (password.isEmpty() && certificate.isEmpty()) {
      throw new IllegalArgumentException("without a password it must have a certificate=…");
    }
    if (!password.isEmpty() && !password.startsWith("$argon2id$") && !password.startsWith(PLAIN)) {
      throw new IllegalArgumentException(
          "the password must be a hash, $argon2id$…, which ./salon hash makes of one");
    }
    return new OperatorEntry(words.get(0), words.get(1), password, certificate, notices, whois);
  }

  private static String fingerprint(String text) {
    var digits = text.replace(":", "").toLowerCase(Locale.ROOT);
    if (!digits.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "certificate= must be the 64 hexadecimal digits of SHA-256");
    }
    return digits;
  }

  /// The password itself, when it stands in the configuration; empty otherwise.
  public String plainPassword() {
    return password.startsWith(PLAIN) ? password.substring(PLAIN.length()) : "";
  }

  // The password is shown to nobody.
  @Override
  public String toString() {
    return name
        + ' '
        + operatorClass
        + (password.isEmpty() ? " -" : " …")
        + (certificate.isEmpty() ? "" : " certificate=" + certificate)
        + (notices.isEmpty() ? "" : " notices=" + notices)
        + (whois.isEmpty() ? "" : " whois=" + whois);
  }
}
