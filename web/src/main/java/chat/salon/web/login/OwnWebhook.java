package chat.salon.web.login;

import chat.salon.core.hook.OutgoingWebhook;
import chat.salon.web.Answer;
import chat.salon.web.Problems;
import chat.salon.web.WebSession;
import java.util.function.Function;

/// Which outgoing webhooks somebody decides about: those of their bots, and those of channels whose
/// operator they are.
final class OwnWebhook {
  private OwnWebhook() {}

  /// Does something with one. The others look like those that are not there.
  static Answer with(WebSession session, String id, Function<OutgoingWebhook, Answer> work) {
    var program = OwnBot.refuseProgram(session);
    if (program.isPresent()) {
      return Answer.no(program.get());
    }
    var webhooks = session.door().outgoing().webhooks();
    return Logged.number(id)
        .flatMap(number -> session.apart(() -> webhooks.find(number)))
        .filter(hook -> isOwn(session, hook))
        .map(work)
        .orElseGet(() -> Answer.no(Problems.notFound()));
  }

  private static boolean isOwn(WebSession session, OutgoingWebhook hook) {
    return hook.owner().equals(session.account().name())
        || Operating.refuse(session, hook.channel()).isEmpty();
  }
}
