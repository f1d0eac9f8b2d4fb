package chat.salon.web.login;

import chat.salon.core.AccountName;
import chat.salon.core.Nick;
import chat.salon.core.Refusal.AccountExists;
import chat.salon.core.Refusal.BadAccountName;
import chat.salon.core.account.Bot;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Problem;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Makes an account for a program, which belongs to who makes it.
final class CreateBotFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("create_bot").atMost(256));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return OwnBot.refuseProgram(session)
        .<Answer>map(Answer::no)
        .orElseGet(() -> make(session, fields.text("create_bot")));
  }

  private static Answer make(WebSession session, String text) {
    var name = session.salon().nick(text).flatMap(nick -> AccountName.parse(nick.shown()));
    if (name.isEmpty()) {
      return Answer.no(new BadAccountName(text));
    }
    if (session.salon().people().directory().find(Nick.trusted(text)).isPresent()) {
      return Answer.no(new AccountExists(text));
    }
    var door = session.door();
    var bot = new Bot(name.get(), session.account().name(), door.now());
    int most = door.settings().botsPerAccount();
    return switch (session.apart(() -> door.bots().create(bot, most))) {
      case MADE -> Answer.ok(Logged.bot(bot));
      case TAKEN -> Answer.no(new AccountExists(text));
      case TOO_MANY -> Answer.no(tooMany(most));
    };
  }

  private static Problem tooMany(int most) {
    return Problem.of(
        "too_many_bots",
        409,
        "Vous avez déjà " + most + " robots : supprimez-en un.",
        "You have " + most + " bots already: delete one.");
  }
}
