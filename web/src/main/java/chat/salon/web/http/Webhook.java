package chat.salon.web.http;

import chat.salon.core.account.Token.Kind;
import chat.salon.web.Answer;
import chat.salon.web.Json;
import chat.salon.web.Problems;
import chat.salon.web.Programs;
import java.util.concurrent.ExecutionException;

/// An incoming webhook: whoever knows its address says something in its channel, as a notice of the
/// account that made it.
final class Webhook {
  private Webhook() {}

  static Reply post(Call call, Programs programs) {
    var language = call.client().language();
    var known =
        new Credential(Kind.WEBHOOK, call.param("secret"))
            .known(call.door(), call.client().address());
    if (known.isEmpty() || known.get().token().channel() == null) {
      return Reply.of(Problems.notFound(), language);
    }
    var frame =
        Json.object()
            .put("channel_message", call.body().path("text").asString())
            .put("channel", known.get().token().channel().shown())
            .put("notice", true);
    if (call.key() != null) {
      frame.put("id", call.key());
    }
    try {
      var token = known.get();
      return switch (programs.ask(token.account(), token.token(), call.client(), frame).get()) {
        case Answer.Ok _ -> Reply.of(204, Json.object());
        case Answer.No(var why) -> Reply.of(why, language);
      };
    } catch (ExecutionException e) {
      return Reply.of(HttpProblems.noAnswer(), language);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Reply.of(HttpProblems.noAnswer(), language);
    }
  }
}
