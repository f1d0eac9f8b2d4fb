package chat.salon.web.http;

import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Json;
import java.util.List;

/// What the HTTP API has for channels and who is in them.
final class ChannelRoutes {
  private ChannelRoutes() {}

  static List<Route> all() {
    return List.of(
        Route.frame(
                "GET",
                "/api/conversations",
                "One's channels and private conversations.",
                "conversations",
                _ -> Json.object().put("conversations", true))
            .answers(200, "Conversations"),
        Route.frame(
                "GET",
                "/api/channels",
                "Finds channels.",
                "channels",
                call -> call.limited(Json.object().put("channels", call.asked("text").orElse(""))))
            .answers(200, "Channels")
            .query(Field.line("text").optional(), Route.LIMIT),
        Route.frame(
                "POST",
                "/api/channels",
                "Makes a channel that lasts.",
                "create",
                call -> call.renamed("channel", "create"))
            .answers(201, "Entered")
            .body(
                Field.line("channel"),
                Field.line("description").optional(),
                Field.of("private", Shape.FLAG).optional(),
                Field.of("on_request", Shape.FLAG).optional()),
        Route.frame(
                "GET",
                "/api/channels/{channel}",
                "What a channel is.",
                "get_channel",
                call -> Json.object().put("get_channel", call.channel()))
            .answers(200, "Channel"),
        Route.frame(
                "GET",
                "/api/channels/{channel}/members",
                "Who belongs to a channel.",
                "members",
                call -> Json.object().put("members", call.channel()))
            .answers(200, "Members"),
        Route.frame(
                "PUT",
                "/api/channels/{channel}/members/me",
                "Comes into a channel.",
                "join",
                call -> Json.object().put("join", call.channel()))
            .answers(200, "Entered"),
        Route.frame(
                "POST",
                "/api/groups",
                "Makes a group: a conversation of several people that has no name of its own.",
                "create_group",
                call -> call.renamed("people", "create_group"))
            .answers(201, "Entered")
            .body(Field.of("people", Shape.LINES), Field.line("title").optional()),
        Route.frame(
                "POST",
                "/api/groups/{channel}/members",
                "Brings people into a group.",
                "add_to_group",
                call -> call.renamed("people", "add_to_group").put("channel", call.channel()))
            .body(Field.of("people", Shape.LINES)),
        Route.frame(
                "PUT",
                "/api/groups/{channel}/name",
                "Says what a group is called; an empty text takes that away.",
                "name_group",
                call -> call.renamed("name", "name_group").put("channel", call.channel()))
            .body(Field.line("name")),
        Route.frame(
            "DELETE",
            "/api/channels/{channel}/members/me",
            "Leaves a channel.",
            "part",
            call -> Json.object().put("part", call.channel())));
  }
}
