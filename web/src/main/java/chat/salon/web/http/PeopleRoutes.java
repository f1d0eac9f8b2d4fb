package chat.salon.web.http;

import chat.salon.web.Field;
import chat.salon.web.Json;
import java.util.List;

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
                call -> call.limited(Json.object().put("find", call.asked("find").orElse(""))))
            .answers(200, "People")
            .query(Field.line("find").optional(), Route.LIMIT),
        Route.frame(
                "GET",
                "/api/people/{nick}",
                "What is known of somebody.",
                "profile",
                call -> Json.object().put("profile", call.param("nick")))
            .answers(200, "Profile"));
  }
}
