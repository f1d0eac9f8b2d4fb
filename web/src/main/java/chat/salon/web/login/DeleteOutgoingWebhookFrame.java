package chat.salon.web.login;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Problems;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Ends an outgoing webhook: one of a bot of one's own, or of a channel whose operator one is.
final class DeleteOutgoingWebhookFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("delete_outgoing_webhook"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var webhooks = session.door().outgoing().webhooks();
    return OwnWebhook.with(
        session,
        fields.text("delete_outgoing_webhook"),
        hook ->
            session.apart(() -> webhooks.remove(hook.id()))
                ? Answer.done()
                : Answer.no(Problems.notFound()));
  }
}
