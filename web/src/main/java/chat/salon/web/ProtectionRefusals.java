package chat.salon.web;

import chat.salon.core.protect.Hindrance;
import chat.salon.core.protect.Hindrance.Closed;
import chat.salon.core.protect.Hindrance.Filtered;
import chat.salon.core.protect.Hindrance.Forbidden;
import chat.salon.core.protect.Hindrance.ServerBanned;
import chat.salon.core.protect.Hindrance.Shut;
import chat.salon.core.protect.Hindrance.Suspended;
import chat.salon.core.protect.Hindrance.TooOften;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Why the server as a whole says no, in the words of this door. Pure.
final class ProtectionRefusals {
  private static final DateTimeFormatter FRENCH =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'à' HH:mm 'UTC'", Locale.FRENCH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private ProtectionRefusals() {}

  static Problem of(Hindrance why) {
    return switch (why) {
      case ServerBanned banned ->
          Problem.of("server_banned", 403, banned(banned, true), banned(banned, false));
      case Suspended suspended ->
          Problem.of(
              "account_suspended", 403, suspended(suspended, true), suspended(suspended, false));
      case Forbidden(var name, var reason) ->
          Problem.of(
              "name_forbidden",
              403,
              "Le nom « " + name + " » n'est pas permis ici" + in(reason) + ".",
              "The name \"" + name + "\" may not be used here" + in(reason) + ".");
      case Shut(var what, _) ->
          switch (what) {
            case REGISTRATION ->
                Problem.of(
                    "shut",
                    403,
                    "Pour l'instant ce serveur ne crée ni compte ni salon durable : réessayez plus"
                        + " tard.",
                    "For now this server takes no new accounts and no lasting channels: try again"
                        + " later.");
            case GUESTS_WRITING, GUESTS ->
                Problem.of(
                    "shut",
                    403,
                    "Pour l'instant il faut un compte pour cela : connectez-vous.",
                    "For now that takes an account: log in.");
            case CONNECTIONS ->
                Problem.of(
                    "shut",
                    403,
                    "Pour l'instant personne ne peut entrer : réessayez plus tard.",
                    "For now nobody may come in: try again later.");
          };
      case Filtered(var reason) ->
          Problem.of(
              "message_refused",
              403,
              "Pas envoyé : le serveur le prend pour du spam" + in(reason) + ".",
              "Not sent: the server takes it for spam" + in(reason) + ".");
      case Closed(var channel, var reason, var until) ->
          Problem.of(
              "channel_closed",
              403,
              channel
                  + " est fermé"
                  + (until == null ? "" : until(until, true))
                  + (reason.isEmpty() ? "" : " : " + reason)
                  + ".",
              channel
                  + " is closed"
                  + (until == null ? "" : until(until, false))
                  + (reason.isEmpty() ? "" : ": " + reason)
                  + ".");
      case TooOften(_, var seconds) ->
          Problem.of(
              "too_often",
              429,
              "C'est trop à la fois : attendez " + seconds + " s.",
              "That is too much at once: wait " + seconds + " s.");
    };
  }

  private static String banned(ServerBanned why, boolean isFrench) {
    var until = why.until();
    return (isFrench ? "Vous êtes banni de ce serveur" : "You are banned from this server")
        + (until == null ? "" : until(until, isFrench))
        + (why.reason().isEmpty() ? "" : (isFrench ? " : " : ": ") + why.reason())
        + "."
        + (why.appeal().isEmpty() ? "" : " " + why.appeal());
  }

  private static String suspended(Suspended why, boolean isFrench) {
    var until = why.until();
    return (isFrench ? "Ce compte est suspendu" : "This account is suspended")
        + (until == null ? "" : until(until, isFrench))
        + (why.reason().isEmpty() ? "" : (isFrench ? " : " : ": ") + why.reason())
        + ".";
  }

  private static String until(Instant until, boolean isFrench) {
    return isFrench ? " jusqu'au " + FRENCH.format(until) : " until " + ENGLISH.format(until);
  }

  private static String in(String reason) {
    return reason.isEmpty() ? "" : " (" + reason + ")";
  }
}
