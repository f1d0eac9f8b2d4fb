package chat.salon.web.login;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.account.Token.Kind;
import chat.salon.core.account.Token.Scope;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.time.Duration;
import java.util.Set;

/// Makes an address to which messages for one channel can be posted.
final class CreateWebhookFrame implements ClientFrame {
  private static final Duration LASTING = Duration.ofDays(3650);

  @Override
  public Spec spec() {
    return Spec.writing(
        Field.line("create_webhook").atMost(100),
        Field.line("channel"),
        Field.line("bot").optional().atMost(256));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return OwnBot.refuseProgram(session)
        .<Answer>map(Answer::no)
        .orElseGet(() ->
            session.channel(
                fields.text("channel"),
                channel ->
                    Operating.refuse(session, channel)
                        .<Answer>map(Answer::no)
                        .orElseGet(() ->
                            OwnBot.orSelf(
                                session,
                                fields,
                                speaker -> make(session, fields, channel, speaker)))));
  }

  private static Answer make(
      WebSession session, Fields fields, ChannelName channel, AccountName speaker) {
    var access = session.door().access();
    var issued =
        session.apart(() ->
            access.make(
                Kind.WEBHOOK,
                speaker,
                fields.text("create_webhook"),
                Set.of(Scope.WRITE),
                channel,
                LASTING,
                session.address()));
    return issued
        .map(one -> Answer.ok(Logged.webhook(one.token()).put("url", "/hooks/" + one.secret())))
        .orElseGet(() -> Answer.no(Logged.tooMany(session)));
  }
}
