package chat.salon.irc;

import chat.salon.core.protect.Closure;
import chat.salon.core.protect.Hindrance;
import chat.salon.core.protect.Hindrance.Closed;
import chat.salon.core.protect.Hindrance.Filtered;
import chat.salon.core.protect.Hindrance.Forbidden;
import chat.salon.core.protect.Hindrance.ServerBanned;
import chat.salon.core.protect.Hindrance.Shut;
import chat.salon.core.protect.Hindrance.Suspended;
import chat.salon.core.protect.Hindrance.TooOften;
import java.util.Locale;

/// Why the server as a whole says no, in the words of IRC. Pure.
public final class ProtectionWords {
  private ProtectionWords() {}

  /// The numeric, or the code of a standard reply.
  static String code(Hindrance why) {
    return switch (why) {
      case ServerBanned _ -> "465";
      case Suspended _ -> "ACCOUNT_SUSPENDED";
      case Forbidden(var name, _) -> name.startsWith("#") ? "437" : "432";
      case Shut(var what, _) ->
          switch (what) {
            case REGISTRATION -> "DISALLOWED";
            case GUESTS, GUESTS_WRITING -> "ACCOUNT_REQUIRED";
            case CONNECTIONS -> "465";
          };
      case Closed _ -> "448"; // ERR_FORBIDDENCHANNEL, as UnrealIRCd has it
      case Filtered _ -> "MESSAGE_REFUSED";
      case TooOften(var what, _) ->
          switch (what) {
            case REACHING, JOINING, INVITING -> "RATE_LIMITED";
            case RENAMING -> "438";
          };
    };
  }

  /// Why not, in one sentence.
  public static String text(Hindrance why) {
    return switch (why) {
      case ServerBanned(var reason, var until, var appeal) ->
          "You are banned from this server"
              + (until == null ? "" : " until " + Words.date(until))
              + (reason.isEmpty() ? "" : ": " + reason)
              + (appeal.isEmpty() ? "" : " (" + appeal + ")");
      case Suspended(var reason, var until) ->
          "This account is suspended"
              + (until == null ? "" : " until " + Words.date(until))
              + (reason.isEmpty() ? "" : ": " + reason);
      case Forbidden(var name, var reason) ->
          "The name "
              + Words.named(name)
              + " may not be used here"
              + (reason.isEmpty() ? "" : ": " + reason);
      case Shut(var what, _) ->
          switch (what) {
            case REGISTRATION ->
                "For now this server takes no new accounts and registers no channels: try again"
                    + " later";
            case GUESTS_WRITING ->
                "For now only people with an account may write to others privately: log in";
            case GUESTS -> "For now only people with an account may come in: log in as you connect";
            case CONNECTIONS -> "For now nobody may come in: try again later";
          };
      case Filtered(var reason) ->
          "Not sent: the server takes it for spam" + (reason.isEmpty() ? "" : " (" + reason + ")");
      case Closed(var channel, var reason, var until) ->
          channel
              + " is closed"
              + (until == null ? "" : " until " + Words.date(until))
              + (reason.isEmpty() ? "" : ": " + reason);
      case TooOften(var what, var seconds) ->
          switch (what) {
                case JOINING -> "You join channels too fast";
                case RENAMING -> "You change your nick too often";
                case INVITING -> "You invite and ask too often";
                case REACHING -> "You write to too many new people at once";
              }
              + ": wait "
              + seconds
              + (seconds == 1 ? " second" : " seconds");
    };
  }

  /// How a channel is closed, for staff and for who belongs to it.
  public static String shown(Closure closure) {
    var until = closure.until();
    return closure.kind().name().toLowerCase(Locale.ROOT)
        + " by "
        + closure.by()
        + " on "
        + Words.date(closure.at())
        + (until == null ? "" : ", until " + Words.date(until))
        + (closure.reason().isEmpty() ? "" : ": " + closure.reason());
  }
}
