package chat.salon.web.hook;

import chat.salon.core.hook.OutgoingWebhook;

/// What bots say of their webhooks, in French and in English: nobody knows who reads it.
final class Telling {
  private Telling() {}

  /// To its owner: nothing is delivered any more, and why.
  static String switchedOff(OutgoingWebhook hook, Posted posted) {
    return ("Le webhook « %s » de %s est désactivé : %s. Réparez-le, puis appuyez sur « Essayer » sur"
            + " la page Robots et webhooks. / The webhook \"%s\" of %s is switched off: %s. Mend it,"
            + " then press \"Try it\" on the page Bots and webhooks.")
        .formatted(
            hook.name(),
            hook.channel().shown(),
            french(posted),
            hook.name(),
            hook.channel().shown(),
            english(posted));
  }

  private static String french(Posted posted) {
    return switch (posted.result()) {
      case STATUS -> "son adresse a répondu " + posted.status();
      case NO_ANSWER -> "son adresse ne répond pas";
      case NOT_ALLOWED -> "son adresse n'est pas publique";
      case NOT_IN_CHANNEL -> "le robot n'est plus dans le salon";
      case NONE, TAKEN, ANSWER_REFUSED -> "sans raison";
    };
  }

  private static String english(Posted posted) {
    return switch (posted.result()) {
      case STATUS -> "its address answered " + posted.status();
      case NO_ANSWER -> "its address does not answer";
      case NOT_ALLOWED -> "its address is not a public one";
      case NOT_IN_CHANNEL -> "the bot is not in the channel any more";
      case NONE, TAKEN, ANSWER_REFUSED -> "for no reason";
    };
  }
}
