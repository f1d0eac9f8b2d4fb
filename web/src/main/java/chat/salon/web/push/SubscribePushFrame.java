package chat.salon.web.push;

import chat.salon.core.push.PushSubscription;
import chat.salon.core.push.PushSubscription.Form;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Has a device told what is for the account while nobody looks, until the session is logged out.
final class SubscribePushFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(
        Field.line("subscribe_push").atMost(1000),
        Field.line("p256dh").atMost(100),
        Field.line("auth").atMost(50),
        Field.of("shows_text", Shape.FLAG).optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var device =
        new PushSubscription(
            session.account().name(),
            session.tokenId(),
            Form.JSON,
            fields.text("subscribe_push"),
            fields.text("p256dh"),
            fields.text("auth"),
            fields.flag("shows_text"));
    var pushing = session.door().pushing();
    return session
        .apart(() -> pushing.subscribe(device))
        .map(fault -> Answer.no(PushProblems.of(fault, pushing.most())))
        .orElseGet(Answer::done);
  }
}
