package chat.salon.web.http;

import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import java.util.ArrayList;
import java.util.List;

/// The table of the HTTP API.
final class Routes {
  private Routes() {}

  static List<Route> all() {
    var routes = new ArrayList<Route>();
    var webhook = new Webhook();
    routes.addAll(AccountRoutes.accounts());
    routes.addAll(AccountRoutes.tokens());
    routes.addAll(BotRoutes.all());
    routes.addAll(BotRoutes.outgoing());
    routes.addAll(PeopleRoutes.friends());
    routes.addAll(ChannelRoutes.all());
    routes.addAll(RequestRoutes.all());
    routes.addAll(MessageRoutes.all());
    routes.addAll(PeopleRoutes.all());
    routes.add(SearchRoute.search());
    routes.add(
        Route.own(
                "POST",
                "/hooks/{secret}",
                "Says something in the channel of a webhook: text/plain, or JSON with text.",
                webhook::post)
            .body(Field.of("text", Shape.TEXT)));
    routes.add(
        Route.own(
                "GET",
                "/api/openapi.json",
                "This document.",
                call -> Reply.of(200, OpenApi.document(routes, call.door().frames())))
            .answers(200, "Document"));
    return List.copyOf(routes);
  }
}
