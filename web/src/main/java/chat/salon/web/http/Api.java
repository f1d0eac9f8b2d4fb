package chat.salon.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.account.Token.Kind;
import chat.salon.web.Answer;
import chat.salon.web.Json;
import chat.salon.web.Problem;
import chat.salon.web.Problems;
import chat.salon.web.Sockets.Known;
import chat.salon.web.Spec;
import chat.salon.web.WebDoor;
import chat.salon.web.WebSession.Client;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// The HTTP API: finds the route of a request, checks what all have in common, and has it done.
/// What a route does is a frame of the protocol wherever there is one, so nothing is decided twice.
final class Api {
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);
  // What a server says of itself, read also by the page of another server that looks for this one.
  private static final String FOR_ANY_PAGE = "/api/server";

  private final WebDoor door;
  private final List<Route> routes;

  Api(WebDoor door) {
    this.door = door;
    this.routes = Routes.all();
  }

  /// On the event loop.
  void take(HttpServerRequest request, String path, Client client, Response out) {
    var method = request.method().name();
    var found = find(method, path);
    if (found.isEmpty()) {
      refuseRoute(path, out);
      return;
    }
    var route = found.get().route();
    if (path.equals(FOR_ANY_PAGE)) {
      out.forAnyPage();
    }
    var credential = Credential.of(request);
    var problem = refusal(request, route, credential, path);
    if (problem.isPresent()) {
      out.problem(problem.get());
      return;
    }
    Bodies.read(request, door.settings())
        .compose(body ->
            body(request, path, body)
                .map(read ->
                    Waiting.apart(() ->
                        run(found.get(), call(request, client, found.get(), read, credential))))
                .orElseGet(
                    () -> Future.succeededFuture(Reply.of(Problems.notJson(), client.language()))))
        .onSuccess(reply -> send(reply, out))
        .onFailure(why -> failed(why, out));
  }

  private record Found(Route route, Map<String, String> params) {}

  private Optional<Found> find(String method, String path) {
    var wanted = method.equals("HEAD") ? "GET" : method;
    return routes.stream()
        .filter(route -> route.method().equals(wanted))
        .flatMap(route -> route.match(path).map(params -> new Found(route, params)).stream())
        .findFirst();
  }

  private void refuseRoute(String path, Response out) {
    var allowed =
        routes.stream()
            .filter(route -> route.match(path).isPresent())
            .map(Route::method)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    if (allowed.isEmpty()) {
      out.problem(Problems.notFound());
    } else {
      out.header("Allow", allowed).problem(HttpProblems.badMethod(allowed));
    }
  }

  private Optional<Problem> refusal(
      HttpServerRequest request, Route route, Optional<Credential> credential, String path) {
    boolean hasCookie = credential.filter(one -> one.kind() == Kind.BROWSER).isPresent();
    if (route.isUnsafe() && !Origins.mayChange(request, door, hasCookie)) {
      return Optional.of(HttpProblems.otherOrigin());
    }
    if (route.isUnsafe() && !path.startsWith("/hooks/") && hasBody(request) && !isJson(request)) {
      return Optional.of(HttpProblems.notJson());
    }
    return Optional.empty();
  }

  private static boolean hasBody(HttpServerRequest request) {
    var length = request.getHeader("Content-Length");
    return request.getHeader("Transfer-Encoding") != null
        || (length != null && !length.equals("0"));
  }

  private static boolean isJson(HttpServerRequest request) {
    var type = request.getHeader("Content-Type");
    return type != null && type.toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?");
  }

  // A webhook takes plain text as well.
  private static Optional<ObjectNode> body(HttpServerRequest request, String path, Buffer body) {
    if (body.length() == 0) {
      return Optional.of(Json.object());
    }
    var text = body.toString(UTF_8);
    return path.startsWith("/hooks/") && !isJson(request)
        ? Optional.of(Json.object().put("text", text))
        : Json.parse(text);
  }

  private Call call(
      HttpServerRequest request,
      Client client,
      Found found,
      ObjectNode body,
      Optional<Credential> credential) {
    var query = new HashMap<String, String>();
    request.params().forEach(entry -> query.putIfAbsent(entry.getKey(), entry.getValue()));
    return new Call(
        door,
        client,
        found.params(),
        query,
        body,
        credential,
        request.getHeader("Idempotency-Key"));
  }

  // ---- Doing it, on a virtual thread ----

  private Reply run(Found found, Call call) {
    var language = call.client().language();
    var wrong = fields(found.route(), call);
    if (wrong.isPresent()) {
      return Reply.of(wrong.get(), language);
    }
    return switch (found.route().work()) {
      case Route.Work.OfItsOwn(var run) -> run.apply(call);
      case Route.Work.OfFrame(_, var frame) ->
          call.known()
              .map(known -> frame(found.route(), call, known, frame.apply(call)))
              .orElseGet(() -> Reply.of(Problems.notLoggedIn(), language));
    };
  }

  private static Optional<Problem> fields(Route route, Call call) {
    if (route.body().isEmpty()) {
      return Optional.empty();
    }
    return Spec.check(route.body(), call.body());
  }

  private Reply frame(Route route, Call call, Known known, ObjectNode frame) {
    if (call.key() != null && !call.key().isEmpty()) {
      frame.put("id", call.key());
    }
    try {
      return switch (door.programs()
          .ask(known.account(), known.token(), call.client(), frame)
          .get()) {
        case Answer.Ok(var more) -> Reply.of(route.success(), more);
        case Answer.No(var why) -> Reply.of(why, call.client().language());
      };
    } catch (ExecutionException e) {
      return Reply.of(HttpProblems.noAnswer(), call.client().language());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Reply.of(HttpProblems.noAnswer(), call.client().language());
    }
  }

  private static void send(Reply reply, Response out) {
    if (reply.cookie() != null) {
      out.header("Set-Cookie", reply.cookie());
    }
    var wait = reply.body().path("retry_after");
    if (wait.isNumber()) {
      out.header("Retry-After", wait.asString());
    }
    if (reply.status() == 204) {
      out.empty(204);
    } else {
      out.json(reply.status(), reply.body());
    }
  }

  private void failed(Throwable why, Response out) {
    if (why instanceof Bodies.TooLarge) {
      out.problem(Problems.tooLarge(door.settings().bodyBytes()));
    } else if (why instanceof Bodies.TooSlow) {
      out.problem(HttpProblems.tooSlow());
    } else {
      LOG.debug("a request failed", why);
      out.problem(HttpProblems.noAnswer());
    }
  }
}
