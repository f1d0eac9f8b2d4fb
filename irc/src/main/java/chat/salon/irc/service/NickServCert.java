package chat.salon.irc.service;

import chat.salon.core.AccountName;
import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.core.account.Fingerprint;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import chat.salon.irc.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// NickServ CERT: the client certificates that let an account in without a password (SASL
/// EXTERNAL).
final class NickServCert implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec(
        "CERT",
        1,
        "CERT LIST | ADD [<fingerprint>] | DEL [<fingerprint>]: the certificates that log you in."
            + " Without a fingerprint (SHA-256), the one that you are connected with.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var own = session.accountName();
    if (own == null) {
      return voice.says(Numerics.text(new NotLoggedIn()));
    }
    if (!session.door().login().settings().certificates()) {
      return voice.says("Nobody can log in by a certificate here.");
    }
    return switch (words.getFirst().toUpperCase(Locale.ROOT)) {
      case "LIST" -> voice.says(list(session, own));
      case "ADD" -> voice.says(add(session, own, words));
      case "DEL" -> voice.says(remove(session, own, words));
      default -> voice.says("That is not clear: " + spec().help());
    };
  }

  private static List<String> list(IrcSession session, AccountName own) {
    var all = session.apart(() -> session.door().login().certificates().of(own));
    return all.isEmpty()
        ? List.of("No certificate logs you in.")
        : all.stream().map(one -> one.fingerprint() + " since " + Words.date(one.added())).toList();
  }

  private static String add(IrcSession session, AccountName own, List<String> words) {
    var meant = meant(session, words);
    if (meant.isEmpty()) {
      return unclear(words);
    }
    var desk = session.door().login();
    int most = desk.settings().certificatesPerAccount();
    var ended =
        session.apart(() -> desk.certificates().add(own, meant.get(), session.door().now(), most));
    return switch (ended) {
      case DONE -> "From now on this certificate logs you in: " + meant.get();
      case TAKEN -> "That certificate is in use already.";
      case FULL -> "You have " + most + " certificates already: remove one with CERT DEL first.";
    };
  }

  private static String remove(IrcSession session, AccountName own, List<String> words) {
    var meant = meant(session, words);
    if (meant.isEmpty()) {
      return unclear(words);
    }
    var certificates = session.door().login().certificates();
    return session.apart(() -> certificates.remove(own, meant.get()))
        ? "This certificate does not log you in any more: " + meant.get()
        : "You have no such certificate.";
  }

  private static Optional<Fingerprint> meant(IrcSession session, List<String> words) {
    return words.size() > 1
        ? Fingerprint.parse(words.get(1))
        : Optional.ofNullable(session.fingerprint());
  }

  private static String unclear(List<String> words) {
    return words.size() > 1
        ? "That is not a fingerprint: SHA-256 of a certificate has 64 hexadecimal digits."
        : "You are not connected with a certificate: name one by its fingerprint.";
  }
}
