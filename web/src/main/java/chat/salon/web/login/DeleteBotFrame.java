package chat.salon.web.login;

import chat.salon.core.AccountName;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import chat.salon.web.hook.Voice;

/// Puts a bot out of use for good: its connections end, and no token of its lets it in any more.
final class DeleteBotFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("delete_bot").atMost(256));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var program = OwnBot.refuseProgram(session);
    if (program.isPresent()) {
      return Answer.no(program.get());
    }
    var name = fields.text("delete_bot");
    return OwnBot.retirable(session, name)
        .filter(bot -> session.apart(() -> retire(session, bot.name())))
        .map(_ -> Answer.done())
        .orElseGet(() -> Answer.no(OwnBot.noSuchBot(name).at("delete_bot")));
  }

  private static boolean retire(WebSession session, AccountName bot) {
    boolean wasInUse = session.door().bots().retire(bot, session.door().now());
    session.door().access().endAll(bot, 0);
    session
        .door()
        .logins()
        .account(bot)
        .map(Voice::hangUp)
        .ifPresent(session.salon().people()::hangUpEverywhere);
    return wasInUse;
  }
}
