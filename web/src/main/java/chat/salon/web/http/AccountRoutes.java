package chat.salon.web.http;

import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Json;
import java.util.List;

/// What the HTTP API has for accounts, where they are logged in, and their tokens.
final class AccountRoutes {
  private AccountRoutes() {}

  static List<Route> accounts() {
    return List.of(
        Route.own("GET", "/api/server", "What the server says of itself.", BrowserLogin::server)
            .answers(200, "Server"),
        Route.own("GET", "/api/names/{login}", "Whether a name can be had.", BrowserLogin::name)
            .answers(200, "Name"),
        Route.own(
                "POST",
                "/api/accounts",
                "Makes an account, and logs in to it.",
                BrowserLogin::register)
            .answers(201, "Who")
            .body(
                Field.line("login").atMost(256),
                Field.line("password"),
                Field.line("confirmation").optional(),
                Field.line("email").optional().atMost(256),
                Field.line("code").optional().atMost(256),
                Field.line("language").optional()),
        Route.own("POST", "/api/sessions", "Logs in.", BrowserLogin::logIn)
            .answers(200, "Who")
            .body(Field.line("login").atMost(256), Field.line("password")),
        Route.own("GET", "/api/session", "Who one is.", BrowserLogin::session)
            .answers(200, "Who")
            .forAccounts(),
        Route.own("DELETE", "/api/session", "Logs out.", BrowserLogin::logOut),
        Route.frame(
                "GET",
                "/api/sessions",
                "Where the account is logged in.",
                "sessions",
                _ -> Json.object().put("sessions", true))
            .answers(200, "Sessions"),
        Route.frame(
            "DELETE",
            "/api/sessions/{id}",
            "Logs the account out somewhere.",
            "end_session",
            call -> Json.object().put("end_session", call.param("id"))));
  }

  static List<Route> tokens() {
    return List.of(
        Route.frame(
                "GET",
                "/api/tokens",
                "The tokens of the account's programs.",
                "tokens",
                _ -> Json.object().put("tokens", true))
            .answers(200, "Tokens"),
        Route.frame(
                "POST",
                "/api/tokens",
                "Makes a token, which is shown once.",
                "create_token",
                call -> call.renamed("name", "create_token"))
            .answers(201, "NewToken")
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
            call -> Json.object().put("revoke_token", call.param("id"))));
  }
}
