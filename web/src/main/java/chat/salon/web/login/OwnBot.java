package chat.salon.web.login;

import chat.salon.core.AccountName;
import chat.salon.core.Role;
import chat.salon.core.account.Bot;
import chat.salon.web.Answer;
import chat.salon.web.Fields;
import chat.salon.web.Problem;
import chat.salon.web.Problems;
import chat.salon.web.WebSession;
import java.util.Optional;
import java.util.function.Function;

/// Whose tokens a frame is about: one's own, or those of a bot of one's own that `bot` names.
final class OwnBot {
  private OwnBot() {}

  /// Does something with the account that a frame is about.
  static Answer orSelf(WebSession session, Fields fields, Function<AccountName, Answer> work) {
    var named = fields.optional("bot");
    if (named.isEmpty()) {
      return work.apply(session.account().name());
    }
    return find(session, named.get())
        .filter(bot -> bot.owner().equals(session.account().name()))
        .map(bot -> work.apply(bot.name()))
        .orElseGet(() -> Answer.no(noSuchBot(named.get())));
  }

  /// The bot of this name, if the session's account may put it out of use: its owner, and an
  /// administrator.
  static Optional<Bot> retirable(WebSession session, String name) {
    return find(session, name)
        .filter(bot ->
            bot.owner().equals(session.account().name())
                || session.person().standing().role() == Role.ADMINISTRATOR);
  }

  private static Optional<Bot> find(WebSession session, String name) {
    return AccountName.parse(name)
        .flatMap(account -> session.apart(() -> session.door().bots().find(account)));
  }

  // The same for somebody else's bot, for a person and for nobody.
  static Problem noSuchBot(String name) {
    return Problem.of(
            "no_such_bot",
            404,
            "Vous n'avez pas de robot « " + name + " ».",
            "You have no bot \"" + name + "\".")
        .at("bot");
  }

  /// Whether a program asks, which may give nobody more access than it has itself.
  static Optional<Problem> refuseProgram(WebSession session) {
    return Logged.isProgram(session) ? Optional.of(Problems.outOfScope()) : Optional.empty();
  }
}
