package chat.salon.irc.login;

import chat.salon.irc.IrcSession;
import chat.salon.irc.arrival.DnsblSettings.Action;
import chat.salon.irc.arrival.Listing;
import chat.salon.wire.Line;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What lists in the DNS say of somebody who wants to come in.
final class Listed {
  private static final Logger LOG = LoggerFactory.getLogger(Listed.class);

  private Listed() {}

  /// Why they are not let in; empty when they are. Waits for what the lists say.
  static Optional<Admission.Refused> refusal(IrcSession session) {
    var listings = session.listings();
    var hardest = listings.isEmpty() ? null : listings.getFirst();
    if (hardest == null) {
      return Optional.empty();
    }
    var settings = session.door().entrances().dnsbl();
    boolean isLoggedIn = session.account() != null;
    boolean passes =
        switch (hardest.action()) {
          case REFUSE -> isLoggedIn && settings.accountsExempt();
          case LOGIN -> isLoggedIn;
          case MARK -> true;
        };
    LOG.info("{} is on {}: {}", session.address(), hardest.zone(), passes ? "let in" : "refused");
    if (!passes) {
      return Optional.of(refused(session, hardest));
    }
    if (listings.stream().anyMatch(listing -> listing.action() == Action.MARK)) {
      session.door().tellStaff(session.mask() + " comes from an address on " + hardest.zone());
    }
    return Optional.empty();
  }

  private static Admission.Refused refused(IrcSession session, Listing listing) {
    if (listing.action() == Action.LOGIN) {
      var why = "Your address is on the list " + listing.zone() + ": log in to an account (SASL)";
      return new Admission.Refused(
          Line.of(session.serverName(), "FAIL", "*", "ACCOUNT_REQUIRED", why), why);
    }
    var why = "Your address is on the list " + listing.zone() + ", which this server refuses";
    return new Admission.Refused(session.numeric("465", why), why);
  }
}
