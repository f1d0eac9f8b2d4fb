package chat.salon.web.http;

import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Json;
import java.util.List;

/// What the HTTP API has for bots, their tokens, and webhooks.
final class BotRoutes {
  private static final String BOTS = "/api/bots";
  private static final String TOKENS = "/api/bots/{bot}/tokens";
  private static final String WEBHOOKS = "/api/channels/{channel}/webhooks";
  private static final String OUTGOING = "/api/channels/{channel}/outgoing-webhooks";
  private static final String OWN_OUTGOING = "/api/outgoing-webhooks";

  private BotRoutes() {}

  static List<Route> outgoing() {
    return List.of(
        Route.frame(
                "GET",
                OWN_OUTGOING,
                "The outgoing webhooks of one's bots.",
                "outgoing_webhooks",
                _ -> Json.object().put("outgoing_webhooks", true))
            .answers(200, "OutgoingWebhooks"),
        Route.frame(
                "POST",
                OWN_OUTGOING + "/{id}/test",
                "Tries an outgoing webhook, and switches it on again.",
                "test_outgoing_webhook",
                call -> Json.object().put("test_outgoing_webhook", call.param("id")))
            .answers(200, "Delivery"),
        Route.frame(
            "DELETE",
            OWN_OUTGOING + "/{id}",
            "Ends an outgoing webhook.",
            "delete_outgoing_webhook",
            call -> Json.object().put("delete_outgoing_webhook", call.param("id"))),
        Route.frame(
                "GET",
                OUTGOING,
                "The outgoing webhooks of a channel, for its operators.",
                "outgoing_webhooks",
                call -> Json.object().put("outgoing_webhooks", true).put("channel", call.channel()))
            .answers(200, "OutgoingWebhooks"),
        Route.frame(
                "POST",
                OUTGOING,
                "Has the messages of a channel posted to an address outside.",
                "create_outgoing_webhook",
                call ->
                    call.renamed("name", "create_outgoing_webhook").put("channel", call.channel()))
            .answers(201, "NewOutgoingWebhook")
            .body(
                Field.line("name").atMost(100),
                Field.line("bot").atMost(256),
                Field.line("url").atMost(1000),
                Field.line("word").optional().atMost(100),
                Field.of("mentions", Shape.FLAG).optional()));
  }

  static List<Route> all() {
    return List.of(
        Route.frame("GET", BOTS, "One's bots.", "bots", _ -> Json.object().put("bots", true))
            .answers(200, "Bots"),
        Route.frame(
                "POST",
                BOTS,
                "Makes a bot.",
                "create_bot",
                call -> call.renamed("name", "create_bot"))
            .answers(201, "Bot")
            .body(Field.line("name").atMost(256)),
        Route.frame(
            "DELETE",
            "/api/bots/{bot}",
            "Puts a bot out of use for good.",
            "delete_bot",
            call -> Json.object().put("delete_bot", call.param("bot"))),
        Route.frame(
                "GET",
                TOKENS,
                "The tokens of a bot.",
                "tokens",
                call -> Json.object().put("tokens", true).put("bot", call.param("bot")))
            .answers(200, "Tokens"),
        Route.frame(
                "POST",
                TOKENS,
                "Makes a token for a bot, which is shown once.",
                "create_token",
                call -> call.renamed("name", "create_token").put("bot", call.param("bot")))
            .answers(201, "NewToken")
            .body(
                Field.line("name").atMost(100),
                Field.of("scopes", Shape.LINES).optional(),
                Field.line("channel").optional(),
                Field.of("days", Shape.NUMBER).optional()),
        Route.frame(
            "DELETE",
            TOKENS + "/{id}",
            "Takes a token of a bot back.",
            "revoke_token",
            call ->
                Json.object().put("revoke_token", call.param("id")).put("bot", call.param("bot"))),
        Route.frame(
                "GET",
                "/api/webhooks",
                "One's webhooks.",
                "webhooks",
                _ -> Json.object().put("webhooks", true))
            .answers(200, "Webhooks"),
        Route.frame(
            "DELETE",
            "/api/webhooks/{id}",
            "Takes one's webhook back.",
            "revoke_webhook",
            call -> Json.object().put("revoke_webhook", call.param("id"))),
        Route.frame(
                "GET",
                WEBHOOKS,
                "The webhooks of a channel, for its operators.",
                "webhooks",
                call -> Json.object().put("webhooks", true).put("channel", call.channel()))
            .answers(200, "Webhooks"),
        Route.frame(
                "POST",
                WEBHOOKS,
                "Makes an address to which messages for the channel can be posted.",
                "create_webhook",
                call -> call.renamed("name", "create_webhook").put("channel", call.channel()))
            .answers(201, "NewWebhook")
            .body(Field.line("name").atMost(100), Field.line("bot").optional().atMost(256)),
        Route.frame(
            "DELETE",
            WEBHOOKS + "/{id}",
            "Takes a webhook of a channel back, for its operators.",
            "revoke_webhook",
            call ->
                Json.object()
                    .put("revoke_webhook", call.param("id"))
                    .put("channel", call.channel())));
  }
}
