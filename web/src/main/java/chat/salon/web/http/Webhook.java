package chat.salon.web.http;

import chat.salon.core.account.Token.Kind;
import chat.salon.web.Answer;
import chat.salon.web.Json;
import chat.salon.web.Problem;
import chat.salon.web.Problems;
import chat.salon.web.Rate;
import chat.salon.web.Sockets.Known;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import tools.jackson.databind.node.ObjectNode;

/// Incoming webhooks: whoever knows the address of one says something in its channel, as a notice
/// of the account or bot that it speaks for. Any thread that may wait.
final class Webhook {
  private static final double MINUTE = 60;

  private final Map<Long, Rate> rates = new ConcurrentHashMap<>();

  Reply post(Call call) {
    var language = call.client().language();
    var known =
        new Credential(Kind.WEBHOOK, call.param("secret"))
            .known(call.door(), call.client().address());
    if (known.isEmpty() || known.get().token().channel() == null) {
      return Reply.of(noSuchHook(), language);
    }
    long wait = waitFor(known.get().token().id(), call.door().settings().hookPerMinute());
    if (wait > 0) {
      return Reply.of(Problems.tooFast(wait), language);
    }
    try {
      return switch (say(call, known.get(), known.get().token().channel().shown())) {
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

  private long waitFor(long hook, int perMinute) {
    var rate = rates.computeIfAbsent(hook, _ -> new Rate());
    synchronized (rate) {
      return rate.take(perMinute / MINUTE, perMinute);
    }
  }

  // A bot is let into the channel by its first message there.
  private Answer say(Call call, Known known, String channel)
      throws ExecutionException, InterruptedException {
    var frame =
        Json.object()
            .put("channel_message", call.body().path("text").asString())
            .put("channel", channel)
            .put("notice", true);
    if (call.key() != null) {
      frame.put("id", call.key());
    }
    if (known.account().isBot()
        && ask(call, known, Json.object().put("join", channel)) instanceof Answer.No(var why)) {
      return Answer.no(why);
    }
    return ask(call, known, frame);
  }

  private Answer ask(Call call, Known known, ObjectNode frame)
      throws ExecutionException, InterruptedException {
    return call.door().programs().ask(known.account(), known.token(), call.client(), frame).get();
  }

  private static Problem noSuchHook() {
    return Problem.of(
        "no_such_webhook",
        404,
        "Aucun webhook n'a cette adresse : elle a pu être révoquée, demandez-en une autre.",
        "No webhook has this address: it may have been revoked, ask for another one.");
  }
}
