package chat.salon.web.push;

import chat.salon.core.push.Pushing.Fault;
import chat.salon.web.Problem;

/// Why a device is not told, as this door tells it.
final class PushProblems {
  private PushProblems() {}

  static Problem of(Fault fault, int most) {
    return switch (fault) {
      case ENDPOINT ->
          Problem.of(
              "bad_push_endpoint",
              400,
              "Ce n'est pas l'adresse https d'un service de notifications : laissez le navigateur"
                  + " en créer une.",
              "That is not the https address of a push service: let the browser make one.");
      case KEYS ->
          Problem.of(
              "bad_push_keys",
              400,
              "« p256dh » et « auth » ne sont pas les clés d'un abonnement : prenez celles que donne"
                  + " le navigateur.",
              "\"p256dh\" and \"auth\" are not the keys of a subscription: take those that the"
                  + " browser gives.");
      case TOO_MANY ->
          Problem.of(
              "too_many_devices",
              409,
              "Déjà "
                  + most
                  + " appareils sont prévenus : coupez les notifications sur l'un d'eux.",
              "There are " + most + " devices already: turn notifications off on one of them.");
      case UNKNOWN ->
          Problem.of(
              "no_such_device",
              404,
              "Cet appareil n'est pas prévenu : activez d'abord ses notifications.",
              "This device is not told anything: turn its notifications on first.");
      case NOT_TAKEN ->
          Problem.of(
              "push_not_taken",
              502,
              "Le service de notifications du navigateur n'a pas accepté l'envoi : réessayez, ou"
                  + " réactivez les notifications.",
              "The push service of the browser did not take it: try again, or turn notifications off"
                  + " and on.");
    };
  }
}
