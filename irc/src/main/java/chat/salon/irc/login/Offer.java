package chat.salon.irc.login;

import chat.salon.irc.Cap;
import chat.salon.irc.IrcSession;
import java.util.ArrayList;
import java.util.List;

/// The capabilities that are offered to a session.
final class Offer {
  private Offer() {}

  /// Whether a session may have a capability. Where no password may be taken, neither SASL nor
  /// REGISTER is offered (security A8).
  static boolean has(IrcSession session, Cap cap) {
    return switch (cap) {
      case SASL -> !SaslMechanism.offered(session).isEmpty();
      case REGISTRATION ->
          session.takesPasswords() && session.door().accountSettings().registerOpen();
      default -> true;
    };
  }

  /// All of them as CAP LS lists them.
  ///
  /// @param withValues for clients that speak version 302
  static List<String> list(IrcSession session, boolean withValues) {
    var words = new ArrayList<String>();
    for (var cap : Cap.values()) {
      if (has(session, cap)) {
        var value = withValues ? value(session, cap) : "";
        words.add(value.isEmpty() ? cap.title() : cap.title() + '=' + value);
      }
    }
    return words;
  }

  private static String value(IrcSession session, Cap cap) {
    return switch (cap) {
      case SASL -> String.join(",", SaslMechanism.offered(session));
      case REGISTRATION ->
          session.salon().people().nickIsAccount()
              ? "before-connect"
              : "before-connect,custom-account-name";
      default -> "";
    };
  }
}
