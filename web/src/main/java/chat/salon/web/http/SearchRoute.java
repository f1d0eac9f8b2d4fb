package chat.salon.web.http;

import chat.salon.web.Field;
import chat.salon.web.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What the HTTP API has for searches.
final class SearchRoute {
  private static final List<String> AS_THEY_ARE =
      List.of("order", "cursor", "zone", "channel", "other_user");

  private SearchRoute() {}

  static Route search() {
    return Route.frame(
            "GET",
            "/api/search",
            "Finds messages in all that one may read: words, \"phrases\", begin*, -not, from:, in:,"
                + " before:, after:, on:, has:.",
            "search",
            SearchRoute::frame)
        .answers(200, "Found")
        .query(
            Field.line("q"),
            Field.line("order").optional(),
            Field.line("cursor").optional(),
            Field.line("zone").optional(),
            Field.line("context").optional(),
            Field.line("channel").optional(),
            Field.line("other_user").optional(),
            Route.LIMIT);
  }

  private static ObjectNode frame(Call call) {
    var frame = Json.object().put("search", call.asked("q").orElse(""));
    for (var name : AS_THEY_ARE) {
      call.asked(name).ifPresent(value -> frame.put(name, value));
    }
    call.asked("context").ifPresent(value -> frame.put("context", value.equals("true")));
    return call.limited(frame);
  }
}
