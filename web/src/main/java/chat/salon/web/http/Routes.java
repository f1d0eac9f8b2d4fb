package chat.salon.web.http;

import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Json;
import chat.salon.web.Programs;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The table of the HTTP API.
final class Routes {
  private static final Field LIMIT = Field.of("limit", Shape.NUMBER).optional();
  private static final Field[] PAGE = {
    Field.line("before").optional(),
    Field.line("after").optional(),
    Field.line("around").optional(),
    LIMIT
  };
  private static final Field[] MESSAGE = {
    Field.of("text", Shape.TEXT), Field.line("reply_to").optional()
  };

  private Routes() {}

  static List<Route> all(Programs programs) {
    var routes = new ArrayList<Route>();
    routes.addAll(accounts());
    routes.addAll(tokens());
    routes.addAll(channels());
    routes.addAll(messages());
    routes.addAll(people());
    routes.add(
        Route.own(
                "POST",
                "/hooks/{secret}",
                "Says something in the channel of a webhook: text/plain, or JSON with text.",
                call -> Webhook.post(call, programs))
            .status(204)
            .body(Field.of("text", Shape.TEXT)));
    routes.add(
        Route.own(
            "GET",
            "/api/openapi.json",
            "This document.",
            call -> Reply.of(200, OpenApi.document(routes, call.door().frames()))));
    return List.copyOf(routes);
  }

  private static List<Route> accounts() {
    return List.of(
        Route.own("GET", "/api/server", "What the server says of itself.", BrowserLogin::server),
        Route.own("GET", "/api/names/{login}", "Whether a name can be had.", BrowserLogin::name),
        Route.own(
                "POST",
                "/api/accounts",
                "Makes an account, and logs in to it.",
                BrowserLogin::register)
            .status(201)
            .body(
                Field.line("login").atMost(256),
                Field.line("password"),
                Field.line("confirmation").optional(),
                Field.line("email").optional().atMost(256),
                Field.line("code").optional().atMost(256),
                Field.line("language").optional()),
        Route.own("POST", "/api/sessions", "Logs in.", BrowserLogin::logIn)
            .body(Field.line("login").atMost(256), Field.line("password")),
        Route.own("GET", "/api/session", "Who one is.", BrowserLogin::session).forAccounts(),
        Route.own("DELETE", "/api/session", "Logs out.", BrowserLogin::logOut).status(204),
        Route.frame(
            "GET",
            "/api/sessions",
            "Where the account is logged in.",
            "sessions",
            _ -> Json.object().put("sessions", true)),
        Route.frame(
                "DELETE",
                "/api/sessions/{id}",
                "Logs the account out somewhere.",
                "end_session",
                call -> Json.object().put("end_session", call.param("id")))
            .status(204));
  }

  private static List<Route> tokens() {
    return List.of(
        Route.frame(
            "GET",
            "/api/tokens",
            "The tokens of the account's programs.",
            "tokens",
            _ -> Json.object().put("tokens", true)),
        Route.frame(
                "POST",
                "/api/tokens",
                "Makes a token, which is shown once.",
                "create_token",
                call -> renamed(call.body(), "name", "create_token"))
            .status(201)
            .body(
                Field.line("name").atMost(100),
                Field.of("scopes", Shape.LINES).optional(),
                Field.line("channel").optional(),
                Field.of("days", Shape.NUMBER).optional()),
        Route.frame(
                "DELETE",
                "/api/tokens/{id}",
                "Takes a token back.",
                "revoke_token",
                call -> Json.object().put("revoke_token", call.param("id")))
            .status(204),
        Route.frame(
                "POST",
                "/api/channels/{channel}/webhooks",
                "Makes an address to which messages for the channel can be posted.",
                "create_webhook",
                call ->
                    renamed(call.body(), "name", "create_webhook").put("channel", call.channel()))
            .status(201)
            .body(Field.line("name").atMost(100)));
  }

  private static List<Route> channels() {
    return List.of(
        Route.frame(
            "GET",
            "/api/conversations",
            "One's channels and private conversations.",
            "conversations",
            _ -> Json.object().put("conversations", true)),
        Route.frame(
                "GET",
                "/api/channels",
                "Finds channels.",
                "channels",
                call -> limited(call, Json.object().put("channels", call.asked("text").orElse(""))))
            .query(Field.line("text").optional(), LIMIT),
        Route.frame(
                "POST",
                "/api/channels",
                "Makes a channel that lasts.",
                "create",
                call -> renamed(call.body(), "channel", "create"))
            .status(201)
            .body(
                Field.line("channel"),
                Field.line("description").optional(),
                Field.of("private", Shape.FLAG).optional()),
        Route.frame(
            "GET",
            "/api/channels/{channel}",
            "What a channel is.",
            "get_channel",
            call -> Json.object().put("get_channel", call.channel())),
        Route.frame(
            "GET",
            "/api/channels/{channel}/members",
            "Who belongs to a channel.",
            "members",
            call -> Json.object().put("members", call.channel())),
        Route.frame(
            "PUT",
            "/api/channels/{channel}/members/me",
            "Comes into a channel.",
            "join",
            call -> Json.object().put("join", call.channel())),
        Route.frame(
                "DELETE",
                "/api/channels/{channel}/members/me",
                "Leaves a channel.",
                "part",
                call -> Json.object().put("part", call.channel()))
            .status(204));
  }

  private static List<Route> messages() {
    var routes = new ArrayList<Route>();
    for (var place : Spot.values()) {
      var path = place.path() + "/messages";
      routes.add(
          Route.frame(
                  "GET",
                  path,
                  "Reads a page of a conversation, oldest first.",
                  "history",
                  call -> place.in(call, history(call)))
              .query(PAGE));
      routes.add(
          Route.frame(
                  "POST",
                  path,
                  "Says something. With Idempotency-Key it is said once, however often it is asked.",
                  place.key(),
                  call -> place.in(call, renamed(call.body(), "text", place.key())))
              .status(201)
              .body(MESSAGE));
    }
    for (var place : Spot.values()) {
      routes.addAll(onMessages(place));
    }
    return routes;
  }

  private static List<Route> onMessages(Spot place) {
    var path = place.path() + "/messages/{msgid}";
    var reaction = path + "/reactions/{emoji}";
    return List.of(
        Route.frame(
                "PATCH",
                path,
                "Gives a message of one's own another text.",
                "edit",
                call -> place.in(call, call.body().deepCopy().put("edit", call.param("msgid"))))
            .body(Field.of("text", Shape.TEXT)),
        Route.frame(
                "DELETE",
                path,
                "Deletes a message.",
                "delete",
                call -> place.in(call, Json.object().put("delete", call.param("msgid"))))
            .status(204),
        Route.frame(
            "PUT",
            reaction,
            "Reacts to a message.",
            "react",
            call -> place.in(call, about(call).put("react", call.param("emoji")))),
        Route.frame(
                "DELETE",
                reaction,
                "Takes a reaction back.",
                "unreact",
                call -> place.in(call, about(call).put("unreact", call.param("emoji"))))
            .status(204));
  }

  private static ObjectNode about(Call call) {
    return Json.object().put("to", call.param("msgid"));
  }

  private static List<Route> people() {
    return List.of(
        Route.frame(
                "GET",
                "/api/people",
                "Finds people by the beginning of their names.",
                "find",
                call -> limited(call, Json.object().put("find", call.asked("find").orElse(""))))
            .query(Field.line("find").optional(), LIMIT),
        Route.frame(
            "GET",
            "/api/people/{nick}",
            "What is known of somebody.",
            "profile",
            call -> Json.object().put("profile", call.param("nick"))));
  }

  private static ObjectNode history(Call call) {
    for (var direction : List.of("before", "after", "around")) {
      var moment = call.asked(direction);
      if (moment.isPresent()) {
        var name = moment.get().contains("T") && moment.get().contains(":") ? "time" : "msgid";
        return limited(call, Json.object().put("history", direction).put(name, moment.get()));
      }
    }
    return limited(call, Json.object().put("history", "latest"));
  }

  private static ObjectNode limited(Call call, ObjectNode frame) {
    call.asked("limit")
        .filter(text -> text.matches("[0-9]{1,4}"))
        .ifPresent(text -> frame.put("limit", Integer.parseInt(text)));
    return frame;
  }

  private static ObjectNode renamed(ObjectNode body, String from, String to) {
    var frame = body.deepCopy();
    var value = frame.remove(from);
    if (value != null) {
      frame.set(to, value);
    }
    return frame;
  }
}
