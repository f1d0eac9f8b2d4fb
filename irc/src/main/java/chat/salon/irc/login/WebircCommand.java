package chat.salon.irc.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.account.Fingerprint;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.arrival.Ranges;
import chat.salon.irc.arrival.WebircGateway;
import chat.salon.wire.Line;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// WEBIRC: a gateway says for whom it connects, before anything else. The host that it names is not
/// shown, since nobody has checked it: the address is.
final class WebircCommand implements Command {
  private static final Logger LOG = LoggerFactory.getLogger(WebircCommand.class);

  private static final String CERTIFICATE = "certfp-sha-256=";

  @Override
  public Spec spec() {
    return Spec.always(
            "WEBIRC",
            4,
            "WEBIRC <password> <gateway> <host> <address> [:<options>]: says for whom a gateway"
                + " connects; before anything else.")
        .from("IRCv3 WebIRC, Format");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    if (session.isRegistered() || !session.isFresh()) {
      return ended(session, "WEBIRC has to be the first command");
    }
    var gateway = gateway(session, line.param(0));
    if (gateway.isEmpty()) {
      LOG.warn("A wrong WEBIRC from {}", session.address());
      return ended(session, "Invalid WebIRC password");
    }
    var client = Ranges.address(line.param(3));
    if (client.isEmpty()) {
      return ended(session, "WEBIRC names no address: " + line.param(3));
    }
    boolean isTls = has(line.param(4), "secure");
    var refusal =
        session.speaksFor(
            session.peer().behind(client.get(), isTls), certificate(session, line.param(4)));
    return refusal.isEmpty() ? Reply.NONE : ended(session, refusal);
  }

  private static Optional<WebircGateway> gateway(IrcSession session, String password) {
    var from = session.inetAddress();
    return session.door().entrances().webirc().parsed().stream()
        .filter(gateway -> gateway.from().has(from))
        .filter(gateway -> session.apart(() -> isFrom(session, gateway, password)))
        .findFirst();
  }

  private static boolean isFrom(IrcSession session, WebircGateway gateway, String password) {
    return gateway.isHashed()
        ? session.door().logins().isPassword(gateway.secret(), password.getBytes(UTF_8))
        : gateway.isPlainly(password);
  }

  // Of the client, as some gateways say it; null for none.
  private static @Nullable Fingerprint certificate(IrcSession session, String options) {
    if (!session.door().entrances().webirc().certificates()) {
      return null;
    }
    return Arrays.stream(options.split(" "))
        .filter(option -> option.startsWith(CERTIFICATE))
        .findFirst()
        .flatMap(option -> Fingerprint.parse(option.substring(CERTIFICATE.length())))
        .orElse(null);
  }

  private static boolean has(String options, String name) {
    return Arrays.stream(options.split(" "))
        .anyMatch(option -> option.equals(name) || option.startsWith(name + "="));
  }

  private static Reply ended(IrcSession session, String why) {
    session.close(why);
    return Reply.NONE;
  }
}
