package chat.salon.web.http;

import chat.salon.web.Field;
import chat.salon.web.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What the HTTP API has for people.
final class PeopleRoutes {
  private PeopleRoutes() {}

  static List<Route> all() {
    return List.of(
        Route.frame(
                "GET",
                "/api/people",
                "Finds people by the beginning of their names.",
                "find",
                PeopleRoutes::find)
            .answers(200, "People")
            .query(Field.line("find").optional(), Route.LIMIT, Field.line("after").optional()),
        Route.frame(
                "GET",
                "/api/people/{nick}",
                "What is known of somebody.",
                "profile",
                call -> Json.object().put("profile", call.param("nick")))
            .answers(200, "Profile"));
  }

  private static ObjectNode find(Call call) {
    var frame = call.limited(Json.object().put("find", call.asked("find").orElse("")));
    call.asked("after").ifPresent(after -> frame.put("after", after));
    return frame;
  }

  /// What it has for friends.
  static List<Route> friends() {
    return List.of(
        Route.frame(
                "GET",
                "/api/friends",
                "Friends, requests to be one, blocked accounts, and who may do what.",
                "friends",
                _ -> Json.object().put("friends", true))
            .answers(200, "Friends"),
        deed("PUT", "/api/friends/{nick}", "Asks somebody to be friends.", "befriend"),
        deed("DELETE", "/api/friends/{nick}", "Ends a friendship.", "unfriend"),
        deed("POST", "/api/friends/{nick}/accept", "Says yes to a request.", "accept_friend"),
        deed("POST", "/api/friends/{nick}/refuse", "Says no to a request.", "refuse_friend"),
        deed("DELETE", "/api/friends/{nick}/request", "Takes a request back.", "withdraw_friend"),
        deed("PUT", "/api/blocked/{nick}", "Hears no more of somebody.", "block"),
        deed("DELETE", "/api/blocked/{nick}", "Hears somebody again.", "unblock"),
        deed("PUT", "/api/heard/{nick}", "Accepts what somebody writes.", "accept_messages"),
        Route.frame(
                "PUT",
                "/api/privacy",
                "Says who may write, ask to be friends, and see who is connected.",
                "set_privacy",
                call -> call.body().deepCopy().put("set_privacy", true))
            .body(Field.line("write"), Field.line("add"), Field.line("see")));
  }

  private static Route deed(String method, String path, String summary, String key) {
    return Route.frame(
            method, path, summary, key, call -> Json.object().put(key, call.param("nick")))
        .answers(200, "Bond");
  }
}
