package chat.salon.web.http;

import chat.salon.web.ClientFrames;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Json;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// The document of the HTTP API, made of its table: OpenAPI 3.1.
final class OpenApi {
  private OpenApi() {}

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
      var body = operation.putObject("requestBody").put("required", true);
      body.putObject("content").putObject("application/json").set("schema", schema(route.body()));
    }
    var responses = operation.putObject("responses");
    responses.putObject(String.valueOf(route.success())).put("description", "Done.");
    responses
        .putObject("default")
        .put("description", "Why not.")
        .putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/Problem");
    if (route.needsAccount()) {
      var security = operation.putArray("security");
      security.addObject().putArray("cookie");
      security.addObject().putArray("token");
    }
    return operation;
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
    var problem = components.putObject("schemas").putObject("Problem").put("type", "object");
    problem.putArray("required").add("error").add("message");
    var properties = problem.putObject("properties");
    for (var name : List.of("error", "message", "field")) {
      properties.putObject(name).put("type", "string");
    }
    properties.putObject("retry_after").put("type", "integer");
    var schemes = components.putObject("securitySchemes");
    schemes.putObject("token").put("type", "http").put("scheme", "bearer");
    schemes
        .putObject("cookie")
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", Credential.COOKIE);
  }
}
