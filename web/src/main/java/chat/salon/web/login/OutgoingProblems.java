package chat.salon.web.login;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.web.Problem;

/// Why an outgoing webhook is not made.
final class OutgoingProblems {
  private OutgoingProblems() {}

  static Problem badAddress() {
    return Problem.of(
            "bad_url",
            400,
            "Il faut une adresse complète qui commence par https:// et que tout Internet peut"
                + " joindre.",
            "It takes a whole address that begins with https:// and that all of the Internet can"
                + " reach.")
        .at("url");
  }

  static Problem notLetIn(AccountName bot, ChannelName channel) {
    return Problem.of(
            "bot_not_let_in",
            409,
            bot.shown() + " ne peut pas entrer dans " + channel.shown() + " : invitez-le d'abord.",
            bot.shown() + " cannot come into " + channel.shown() + ": invite it first.")
        .at("bot");
  }

  static Problem notLasting(ChannelName channel) {
    return Problem.of(
            "not_registered",
            409,
            channel.shown() + " n'est pas enregistré : enregistrez d'abord ce salon.",
            channel.shown() + " is not registered: register the channel first.")
        .at("channel");
  }

  static Problem tooMany(int most) {
    return Problem.of(
        "too_many_webhooks",
        409,
        "Ce salon a déjà " + most + " webhooks sortants : supprimez-en un.",
        "This channel has " + most + " outgoing webhooks already: delete one.");
  }
}
