package chat.salon.web.login;

import chat.salon.core.Session;
import chat.salon.core.account.Bot;
import chat.salon.core.account.Token;
import chat.salon.core.account.Token.Kind;
import chat.salon.web.EventFrames;
import chat.salon.web.Json;
import chat.salon.web.Problem;
import chat.salon.web.WebSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Where an account is logged in, and by what. Waits for the store.
public final class Logged {
  private Logged() {}

  /// Browsers, the one that was used last first; then connections that came without a token.
  static List<ObjectNode> in(WebSession session) {
    var all = new ArrayList<ObjectNode>();
    var own = session.token();
    for (var token : session.door().access().of(session.account().name(), Kind.BROWSER)) {
      all.add(
          Json.object()
              .put("session", String.valueOf(token.id()))
              .put("door", "web")
              .put("address", token.address())
              .put("since", EventFrames.time(token.created()))
              .put("last", EventFrames.time(token.used()))
              .put("this", own != null && own.id() == token.id())
              .put("agent", token.name()));
    }
    var since = EventFrames.time(session.presence().since());
    for (var other : session.presence().sessions()) {
      var door =
          other instanceof WebSession web ? (web.token() == null ? "program" : "web") : "irc";
      if (!door.equals("web")) {
        all.add(
            Json.object()
                .put("session", connection(other))
                .put("door", door)
                .put("address", other.address())
                .put("since", since)
                .put("last", since)
                .put("this", other.id() == session.id())
                .put("agent", door));
      }
    }
    return all;
  }

  /// What a connection that came without a token is called.
  static String connection(Session session) {
    return "c" + session.id();
  }

  /// Whether a program asks.
  static boolean isProgram(WebSession session) {
    return session.token() != null && session.token().kind() == Kind.PROGRAM;
  }

  /// A bot as its owner sees it.
  static ObjectNode bot(Bot bot) {
    return Json.object()
        .put("bot", bot.name().shown())
        .put("owner", bot.owner().shown())
        .put("created", EventFrames.time(bot.created()));
  }

  /// A webhook, but for its address.
  static ObjectNode webhook(Token hook) {
    var node =
        Json.object()
            .put("webhook", String.valueOf(hook.id()))
            .put("name", hook.name())
            .put("speaker", hook.account().shown());
    var channel = hook.channel();
    if (channel != null) {
      node.put("channel", channel.shown());
    }
    return node.put("created", EventFrames.time(hook.created()))
        .put("used", EventFrames.time(hook.used()));
  }

  /// A token as its owner sees it, but for its secret.
  static ObjectNode token(Token token) {
    var node = Json.object().put("token_id", String.valueOf(token.id())).put("name", token.name());
    node.set(
        "scopes",
        Json.texts(
            token.scopes().stream()
                .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList()));
    var channel = token.channel();
    if (channel != null) {
      node.put("channel", channel.shown());
    }
    return node.put("created", EventFrames.time(token.created()))
        .put("expires", EventFrames.time(token.expires()));
  }

  static Optional<Long> number(String text) {
    return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  static Problem tooMany(WebSession session) {
    int most = session.door().settings().tokensPerAccount();
    return Problem.of(
        "too_many_tokens",
        409,
        "Ce compte a déjà " + most + " jetons : retirez-en un.",
        "This account has " + most + " tokens already: revoke one.");
  }
}
