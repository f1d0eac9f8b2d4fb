package chat.salon.web.http;

import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What the HTTP API has for messages: the same in channels and in private.
final class MessageRoutes {
  private static final Field[] PAGE = {
    Field.line("before").optional(),
    Field.line("after").optional(),
    Field.line("around").optional(),
    Route.LIMIT
  };
  private static final Field[] MESSAGE = {
    Field.of("text", Shape.TEXT), Field.line("reply_to").optional()
  };

  private MessageRoutes() {}

  static List<Route> all() {
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
              .answers(200, place.page())
              .query(PAGE));
      routes.add(
          Route.frame(
                  "POST",
                  path,
                  "Says something. With Idempotency-Key it is said once, however often it is asked.",
                  place.key(),
                  call -> place.in(call, call.renamed("text", place.key())))
              .answers(201, "Said")
              .body(MESSAGE));
    }
    routes.add(
        Route.frame(
                "GET",
                "/api/saved",
                "Lists the messages that one keeps, those that were saved last first.",
                "saved",
                MessageRoutes::saved)
            .answers(200, "Saved")
            .query(Field.line("before").optional(), Route.LIMIT));
    routes.addAll(onActivity());
    for (var place : Spot.values()) {
      routes.addAll(onMessages(place));
      routes.addAll(onPins(place));
      routes.addAll(onSaved(place));
    }
    return routes;
  }

  private static List<Route> onActivity() {
    return List.of(
        Route.frame(
                "GET",
                "/api/activity",
                "Lists what concerns one: mentions, replies and reactions, newest first.",
                "activity",
                MessageRoutes::activity)
            .answers(200, "Activity")
            .query(Field.line("kinds").optional(), Field.line("before").optional(), Route.LIMIT),
        Route.frame(
                "POST",
                "/api/activity/seen",
                "Says up to where one has looked at it, for all of one's devices.",
                "see_activity",
                call -> call.renamed("up_to", "see_activity"))
            .answers(200, "NewActivity")
            .body(Field.line("up_to")));
  }

  private static ObjectNode activity(Call call) {
    var frame = Json.object().put("activity", true);
    call.asked("kinds")
        .ifPresent(kinds -> frame.set("kinds", Json.texts(List.of(kinds.split(",")))));
    call.asked("before").ifPresent(next -> frame.put("before", next));
    return call.limited(frame);
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
            call -> place.in(call, Json.object().put("delete", call.param("msgid")))),
        Route.frame(
            "DELETE",
            path + "/previews",
            "Takes the previews of a message of one's own away.",
            "hide_previews",
            call -> place.in(call, Json.object().put("hide_previews", call.param("msgid")))),
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
            call -> place.in(call, about(call).put("unreact", call.param("emoji")))));
  }

  private static List<Route> onPins(Spot place) {
    var path = place.path() + "/pins";
    var pin = path + "/{msgid}";
    return List.of(
        Route.frame(
                "GET",
                path,
                "Lists the pinned messages, those that were pinned last first.",
                "pins",
                call -> place.in(call, Json.object().put("pins", true)))
            .answers(200, place.pins()),
        Route.frame(
            "PUT",
            pin,
            "Pins a message.",
            "pin",
            call -> place.in(call, Json.object().put("pin", call.param("msgid")))),
        Route.frame(
            "DELETE",
            pin,
            "Takes a pinned message down.",
            "unpin",
            call -> place.in(call, Json.object().put("unpin", call.param("msgid")))));
  }

  private static List<Route> onSaved(Spot place) {
    var path = place.path() + "/saved/{msgid}";
    return List.of(
        Route.frame(
            "PUT",
            path,
            "Keeps a message for oneself.",
            "save",
            call -> place.in(call, Json.object().put("save", call.param("msgid")))),
        Route.frame(
            "DELETE",
            path,
            "Drops a message from those that one keeps.",
            "unsave",
            call -> place.in(call, Json.object().put("unsave", call.param("msgid")))));
  }

  private static ObjectNode saved(Call call) {
    var frame = Json.object().put("saved", true);
    call.asked("before").ifPresent(next -> frame.put("before", next));
    return call.limited(frame);
  }

  private static ObjectNode about(Call call) {
    return Json.object().put("to", call.param("msgid"));
  }

  private static ObjectNode history(Call call) {
    for (var direction : List.of("before", "after", "around")) {
      var moment = call.asked(direction);
      if (moment.isPresent()) {
        var name = moment.get().contains("T") && moment.get().contains(":") ? "time" : "msgid";
        return call.limited(Json.object().put("history", direction).put(name, moment.get()));
      }
    }
    return call.limited(Json.object().put("history", "latest"));
  }
}
