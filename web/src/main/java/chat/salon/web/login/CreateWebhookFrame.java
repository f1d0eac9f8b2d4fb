package chat.salon.web.login;

import chat.salon.core.ChannelName;
import chat.salon.core.Rank;
import chat.salon.core.Refusal.NotChannelOperator;
import chat.salon.core.account.Token.Kind;
import chat.salon.core.account.Token.Scope;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Problem;
import chat.salon.web.Problems;
import chat.salon.web.Refusals;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Makes an address to which messages for one channel can be posted.
final class CreateWebhookFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("create_webhook").atMost(100), Field.line("channel"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.channel(fields.text("channel"), name -> make(session, fields, name));
  }

  private static Answer make(WebSession session, Fields fields, ChannelName channel) {
    var state = session.look(channel);
    var refusal =
        state.isEmpty()
            ? Optional.of(Problems.notFound())
            : state.filter(one -> one.ranks(session.presence().id()).atLeast(Rank.OP)).isPresent()
                ? Optional.<Problem>empty()
                : Optional.of(Refusals.of(new NotChannelOperator(channel, Rank.OP)));
    if (refusal.isPresent()) {
      return Answer.no(refusal.get());
    }
    var access = session.door().access();
    var account = session.account().name();
    var issued =
        session.apart(() ->
            access.make(
                Kind.WEBHOOK,
                account,
                fields.text("create_webhook"),
                Set.of(Scope.WRITE),
                channel,
                LASTING,
                session.address()));
    return issued
        .map(one -> Answer.ok(Json.object().put("url", "/hooks/" + one.secret())))
        .orElseGet(() -> Answer.no(Logged.tooMany(session)));
  }

  private static final Duration LASTING = Duration.ofDays(3650);
}
