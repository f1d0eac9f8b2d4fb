package chat.salon.irc.login;

import chat.salon.core.Guise;
import chat.salon.irc.Cap;
import chat.salon.irc.IrcSession;
import chat.salon.irc.OperatorSettings;
import java.util.ArrayList;
import java.util.List;

/// The capabilities that are offered to a session.
public final class Offer {
  private Offer() {}

  /// Whether a session may have a capability. Where no password may be taken, neither SASL nor
  /// REGISTER is offered (security A8).
  static boolean has(IrcSession session, Cap cap) {
    return switch (cap) {
      case SASL -> !SaslMechanism.offered(session).isEmpty();
      case REGISTRATION ->
          session.takesPasswords() && session.door().accountSettings().registerOpen();
      case STS -> false; // is told, and never asked for
      case OPER_TAG ->
          session.door().staff().settings().tag() != OperatorSettings.TagReaders.NOBODY;
      default -> true;
    };
  }

  /// All of them as CAP LS lists them.
  ///
  /// @param withValues for clients that speak version 302
  public static List<String> list(IrcSession session, boolean withValues) {
    var words = new ArrayList<String>();
    for (var cap : Cap.values()) {
      var value = withValues ? value(session, cap) : "";
      if (has(session, cap) || (cap == Cap.STS && !value.isEmpty())) {
        words.add(value.isEmpty() ? cap.title() : cap.title() + '=' + value);
      }
    }
    return words;
  }

  /// Whether accounts can be made before registration. Not by who has not given the password of the
  /// server.
  static boolean registersBeforeConnect(IrcSession session) {
    var settings = session.door().login().settings();
    return settings.registerBeforeConnect() && settings.serverPassword().isEmpty();
  }

  private static List<String> registration(IrcSession session) {
    var keys = new ArrayList<String>();
    if (registersBeforeConnect(session)) {
      keys.add("before-connect");
    }
    if (session.door().accountSettings().emailRequired()) {
      keys.add("email-required");
    }
    if (!session.salon().people().nickIsAccount()) {
      keys.add("custom-account-name");
    }
    return keys;
  }

  private static String metadata(IrcSession session) {
    var settings = session.door().metadata();
    return "before-connect,max-subs=%d,max-keys=%d,max-key-bytes=%d,max-value-bytes=%d"
        .formatted(
            settings.subscriptions(), settings.keys(), settings.keyBytes(), settings.valueBytes());
  }

  private static String value(IrcSession session, Cap cap) {
    return switch (cap) {
      case RELAYMSG -> String.valueOf(Guise.SEPARATOR);
      case MULTILINE ->
          "max-bytes=%d,max-lines=%d"
              .formatted(
                  session.door().messages().multilineBytes(),
                  session.door().messages().multilineLines());
      case SASL -> String.join(",", SaslMechanism.offered(session));
      case REGISTRATION -> String.join(",", registration(session));
      case STS -> session.sts();
      case METADATA_2, METADATA_3 -> metadata(session);
      default -> "";
    };
  }
}
