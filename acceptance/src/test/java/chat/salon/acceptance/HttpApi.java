package chat.salon.acceptance;

import chat.salon.acceptance.protocol.ApiDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who asks by HTTP, and keeps a cookie as a browser does.
final class HttpApi {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String root;
  private final HttpClient client =
      HttpClient.newBuilder()
          .sslContext(TestTls.trusting())
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Set<String> done = new HashSet<>();
  private ApiDocument document;

  HttpApi(String root) {
    this.root = root;
  }

  /// What came back.
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
      return MAPPER.readTree(response.body());
    }

    String text(String field) {
      return json().path(field).asString("");
    }
  }

  /// With this header from now on; null for without it.
  HttpApi with(String name, String value) {
    if (value == null) {
      headers.remove(name);
    } else {
      headers.put(name, value);
    }
    return this;
  }

  /// As a page of the server itself asks.
  HttpApi asPage() {
    return with("Origin", root).with("Sec-Fetch-Site", "same-origin");
  }

  String root() {
    return root;
  }

  Answer get(String path) {
    return send("GET", path, null);
  }

  Answer post(String path, String json) {
    return send("POST", path, json);
  }

  Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /// @param json with single quotes; null for no body
  Answer send(String method, String path, String json) {
    var request = HttpRequest.newBuilder(URI.create(root + path)).timeout(PATIENCE);
    headers.forEach(request::header);
    if (json != null && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    request.method(
        method,
        json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json.replace('\'', '"')));
    try {
      var answer = new Answer(client.send(request.build(), BodyHandlers.ofString()));
      compare(method, path, json, answer);
      answer
          .response()
          .headers()
          .firstValue("Set-Cookie")
          .ifPresent(cookie -> headers.put("Cookie", cookie.substring(0, cookie.indexOf(';'))));
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  // Whatever a test is about: each request and its answer are as the server's document tells.
  private void compare(String method, String path, String json, Answer answer)
      throws IOException, InterruptedException {
    if (!path.startsWith("/api/") && !path.startsWith("/hooks/")) {
      return;
    }
    var document = document();
    var body = answer.response().body();
    var wrong = document.differences(method, path, answer.status(), body);
    boolean isDone = answer.status() < 300;
    if (isDone && json != null && !headers.containsKey("Content-Type")) {
      wrong.addAll(document.ofBody(method, path, json.replace('\'', '"')));
    }
    if (!wrong.isEmpty()) {
      throw new AssertionError(method + " " + path + " is answered " + body + "\n" + wrong);
    }
    if (isDone) {
      document.operation(method, path).ifPresent(operation -> done.add(operation.name()));
    }
  }

  /// The document of the API that the server serves.
  ApiDocument document() throws IOException, InterruptedException {
    if (document == null) {
      var request =
          HttpRequest.newBuilder(URI.create(root + "/api/openapi.json")).timeout(PATIENCE);
      document =
          new ApiDocument(
              MAPPER.readTree(client.send(request.build(), BodyHandlers.ofString()).body()));
    }
    return document;
  }

  /// The operations of the document that were asked for, and done.
  Set<String> done() {
    return done;
  }

  /// The cookie that it has; empty for none.
  String cookie() {
    return headers.getOrDefault("Cookie", "");
  }

  /// Registers as a page of the server does, and keeps the cookie.
  HttpApi register(String login) {
    asPage();
    var answer =
        post(
            "/api/accounts",
            "{'login':'%s','password':'%s','confirmation':'%s'}"
                .formatted(login, TestSalon.PASSWORD, TestSalon.PASSWORD));
    if (answer.status() != 201) {
      throw new AssertionError("no account: " + answer.response().body());
    }
    return this;
  }
}
