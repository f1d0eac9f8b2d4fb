package chat.salon.web.login;

import chat.salon.core.AccountName;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Problems;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Takes a token back.
final class RevokeTokenFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("revoke_token"), Field.line("bot").optional().atMost(256));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return OwnBot.orSelf(session, fields, account -> end(session, fields, account));
  }

  private static Answer end(WebSession session, Fields fields, AccountName account) {
    return Logged.number(fields.text("revoke_token"))
        .filter(id -> session.apart(() -> session.door().access().end(account, id)))
        .map(_ -> Answer.done())
        .orElseGet(() -> Answer.no(Problems.notFound()));
  }
}
