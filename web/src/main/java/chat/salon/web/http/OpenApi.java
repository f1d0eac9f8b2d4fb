package chat.salon.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.web.ClientFrames;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// The document of the HTTP API, made of its table: OpenAPI 3.1.
final class OpenApi {
  private static final String JSON = "application/json";
  private static final String PROBLEM = "Problem";
  private static final ObjectNode SCHEMAS = schemas();

  private OpenApi() {}

  // What is answered, told in a file as the document has it.
  private static ObjectNode schemas() {
    try (var file = OpenApi.class.getResourceAsStream("schemas.json")) {
      return Json.parse(new String(file.readAllBytes(), UTF_8)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode document(List<Route> routes, ClientFrames frames) {
    var document = Json.object().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Salon")
        .put("version", "1")
        .put("description", "Every request that has a frame does what that frame does.");
    var paths = document.putObject("paths");
    for (var route : routes) {
      var path =
          paths.has(route.path())
              ? (ObjectNode) paths.path(route.path())
              : paths.putObject(route.path());
      path.set(route.method().toLowerCase(Locale.ROOT), operation(route, frames));
    }
    components(document.putObject("components"));
    return document;
  }

  private static ObjectNode operation(Route route, ClientFrames frames) {
    var operation = Json.object().put("summary", route.summary());
    if (route.work() instanceof Route.Work.OfFrame(var key, _)) {
      var scope = frames.named(key).spec().scope().name().toLowerCase(Locale.ROOT);
      operation.put("description", "Frame `" + key + "`; a token needs the scope `" + scope + "`.");
      operation.put("x-frame", key);
    }
    var parameters = operation.putArray("parameters");
    route.parameters().forEach(name -> parameters.add(parameter(name, "path", true, "string")));
    route
        .query()
        .forEach(field ->
            parameters.add(
                parameter(field.name(), "query", field.isRequired(), field.shape().schema())));
    if (!route.body().isEmpty()) {
      var body = operation.putObject("requestBody").put("required", true).putObject("content");
      body.putObject(JSON).set("schema", schema(route.body()));
      if (route.path().startsWith("/hooks/")) {
        body.putObject("text/plain").putObject("schema").put("type", "string");
      }
    }
    responses(operation.putObject("responses"), route);
    if (route.needsAccount()) {
      var security = operation.putArray("security");
      security.addObject().putArray("cookie");
      security.addObject().putArray("token");
    }
    return operation;
  }

  private static void responses(ObjectNode responses, Route route) {
    answer(responses, String.valueOf(route.success()), "Done.", route.answer());
    if (!route.body().isEmpty() || !route.query().isEmpty()) {
      answer(responses, "400", "A field or parameter is wrong: `field` says which.", PROBLEM);
    }
    if (route.needsAccount()) {
      answer(responses, "401", "Nobody is logged in.", PROBLEM);
    }
    answer(responses, "default", "Why not.", PROBLEM);
  }

  private static void answer(ObjectNode responses, String status, String what, String schema) {
    var answer = responses.putObject(status).put("description", what);
    if (!schema.isEmpty()) {
      answer
          .putObject("content")
          .putObject(JSON)
          .putObject("schema")
          .put("$ref", "#/components/schemas/" + schema);
    }
  }

  private static ObjectNode parameter(String name, String in, boolean required, String type) {
    var parameter = Json.object().put("name", name).put("in", in).put("required", required);
    parameter.putObject("schema").put("type", type);
    return parameter;
  }

  private static ObjectNode schema(List<Field> fields) {
    var schema = Json.object().put("type", "object").put("additionalProperties", false);
    var required = schema.putArray("required");
    var properties = schema.putObject("properties");
    for (var field : fields) {
      var property = properties.putObject(field.name()).put("type", field.shape().schema());
      if (field.shape() == Shape.LINES) {
        property.putObject("items").put("type", "string");
      }
      if (field.isRequired()) {
        required.add(field.name());
      }
    }
    return schema;
  }

  private static void components(ObjectNode components) {
    components.set("schemas", SCHEMAS);
    var schemes = components.putObject("securitySchemes");
    schemes.putObject("token").put("type", "http").put("scheme", "bearer");
    schemes
        .putObject("cookie")
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", Credential.COOKIE);
  }
}
