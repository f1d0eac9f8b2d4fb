package chat.salon.web.http;

import chat.salon.web.Json;
import chat.salon.web.Problem;
import chat.salon.web.WebSession.Client;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.security.SecureRandom;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/// The answer to a request, with the headers that every answer has (security H3).
final class Response {
  private static final String POLICY =
      "default-src 'none'; script-src 'nonce-@' 'strict-dynamic'; style-src 'self';"
          + " img-src 'self' data: blob:; font-src 'self'; media-src 'self' blob:;"
          + " connect-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script';"
          + " trusted-types svelte-trusted-html salon 'allow-duplicates'";
  // A page that holds nothing of anybody may ask other servers what they are.
  private static final String LOOKING_AROUND = "connect-src 'self' https: http:;";
  private static final String YEAR = "max-age=31536000; includeSubDomains";
  private static final int NONCE_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final Client client;
  private final String nonce;

  /// On the event loop.
  Response(HttpServerRequest request, Client client) {
    this.request = request;
    this.response = request.response();
    this.client = client;
    var bytes = new byte[NONCE_BYTES];
    RANDOM.nextBytes(bytes);
    nonce = Base64.getEncoder().encodeToString(bytes);
    response
        .putHeader("Content-Security-Policy", POLICY.replace("@", nonce))
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Embedder-Policy", "require-corp")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Permissions-Policy", "geolocation=(), payment=(), usb=()");
    if (request.isSSL()) {
      response.putHeader("Strict-Transport-Security", YEAR);
    }
  }

  /// What marks the scripts of a page as ours.
  String nonce() {
    return nonce;
  }

  Response header(String name, String value) {
    response.putHeader(name, value);
    return this;
  }

  /// Lets the page ask any server.
  Response lookingAround() {
    return header(
        "Content-Security-Policy",
        POLICY.replace("@", nonce).replace("connect-src 'self';", LOOKING_AROUND));
  }

  /// Lets a page of any other server read the answer, without cookies: what is in it is for
  /// everybody.
  Response forAnyPage() {
    return header("Access-Control-Allow-Origin", "*");
  }

  /// Tells why not.
  void problem(Problem why) {
    if (why.retryAfter() > 0) {
      header("Retry-After", String.valueOf(why.retryAfter()));
    }
    json(why.status(), why.json(client.language()));
  }

  /// Answers with an object.
  void json(int status, ObjectNode body) {
    header("Content-Type", "application/json; charset=utf-8").header("Cache-Control", "no-store");
    end(status, Json.bytes(body));
  }

  /// Answers without a body.
  void empty(int status) {
    header("Cache-Control", "no-store").end(status, new byte[0]);
  }

  /// Answers with bytes; a HEAD has only their headers.
  void end(int status, byte[] body) {
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(status);
    if (status != 204) {
      response.putHeader("Content-Length", String.valueOf(body.length));
    }
    if (status == 400 || status == 408 || status == 413) {
      response.putHeader("Connection", "close");
    }
    if (request.method().equals(HttpMethod.HEAD) || body.length == 0) {
      response.end();
    } else {
      response.end(Buffer.buffer(body));
    }
    if (!request.isEnded()) {
      request.resume();
    }
  }
}
