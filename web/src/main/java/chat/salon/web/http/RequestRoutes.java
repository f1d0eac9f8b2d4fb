package chat.salon.web.http;

import chat.salon.web.Field;
import chat.salon.web.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What the HTTP API has for who asks to come into channels, and who answers.
final class RequestRoutes {
  private static final String REQUESTS = "/api/channels/{channel}/requests";

  private RequestRoutes() {}

  static List<Route> all() {
    return List.of(
        Route.frame(
                "GET",
                "/api/requests",
                "Who asks to come into the channels that one may answer for.",
                "join_requests",
                _ -> Json.object().put("join_requests", ""))
            .answers(200, "Requests"),
        Route.frame(
                "GET",
                "/api/requests/mine",
                "Where one asks to come in, or may not ask yet.",
                "own_requests",
                _ -> Json.object().put("own_requests", true))
            .answers(200, "OwnRequests"),
        Route.frame(
                "GET",
                REQUESTS,
                "Who asks to come into a channel.",
                "join_requests",
                call -> Json.object().put("join_requests", call.channel()))
            .answers(200, "Requests"),
        Route.frame(
                "POST",
                REQUESTS,
                "Asks to come into a channel.",
                "ask_to_join",
                call -> call.body().deepCopy().put("ask_to_join", call.channel()))
            .answers(200, "Asked")
            .body(Field.line("message")),
        Route.frame(
            "DELETE",
            REQUESTS + "/mine",
            "Takes that back.",
            "withdraw",
            call -> Json.object().put("withdraw", call.channel())),
        Route.frame(
            "POST",
            REQUESTS + "/{user}/accept",
            "Lets in who asks to come into a channel.",
            "accept",
            call -> about(call, "accept", Json.object())),
        Route.frame(
                "POST",
                REQUESTS + "/{user}/reject",
                "Refuses who asks to come into a channel.",
                "reject",
                call -> about(call, "reject", call.body().deepCopy()))
            .body(Field.line("reason"), Field.line("duration").optional()));
  }

  private static ObjectNode about(Call call, String key, ObjectNode frame) {
    return frame.put(key, call.param("user")).put("channel", call.channel());
  }
}
