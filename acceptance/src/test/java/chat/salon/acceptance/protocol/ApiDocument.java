package chat.salon.acceptance.protocol;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI document that a server serves: compares requests and their answers with it. Clients
/// have to bear fields that it does not tell; here there may be none.
public final class ApiDocument {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private final JsonNode components;
  private final List<Operation> operations = new ArrayList<>();

  /// One request that a document tells.
  public record Operation(String method, String path, JsonNode told) {
    /// As in `GET /api/session`.
    public String name() {
      return method + " " + path;
    }

    /// What its body has to be; missing when it has none.
    public JsonNode body() {
      return told.path("requestBody").path("content").path("application/json").path("schema");
    }

    boolean matches(String asked) {
      return asked.matches(path.replace(".", "\\.").replaceAll("\\{[a-z]+}", "[^/]+"));
    }
  }

  public ApiDocument(JsonNode document) {
    components = strict(document.path("components").deepCopy());
    for (var path : document.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        var method = operation.getKey().toUpperCase(Locale.ROOT);
        operations.add(new Operation(method, path.getKey(), operation.getValue()));
      }
    }
  }

  private static JsonNode strict(JsonNode node) {
    if (node instanceof ObjectNode schema
        && schema.path("properties").isObject()
        && !schema.has("additionalProperties")) {
      schema.put("additionalProperties", false);
    }
    node.forEach(ApiDocument::strict);
    return node;
  }

  /// All of them.
  public List<Operation> operations() {
    return operations;
  }

  /// That of a request.
  public Optional<Operation> operation(String method, String uri) {
    var path = uri.replaceAll("\\?.*", "");
    return operations.stream()
        .filter(operation -> operation.method().equals(method) && operation.matches(path))
        .findFirst();
  }

  /// What of an answer is not as it is told.
  ///
  /// @param body empty for none
  public List<String> differences(String method, String uri, int status, String body) {
    var operation = operation(method, uri);
    if (operation.isEmpty()) {
      return status < 400
          ? new ArrayList<>(List.of("it is not in the document"))
          : ofSchema(reference("Problem"), body);
    }
    var responses = operation.get().told().path("responses");
    var response =
        responses.path(
            status >= 400 && !responses.has(String.valueOf(status))
                ? "default"
                : String.valueOf(status));
    if (response.isMissingNode()) {
      return new ArrayList<>(List.of(status + " is not in the document"));
    }
    var schema = response.path("content").path("application/json").path("schema");
    if (schema.isMissingNode()) {
      return body.isEmpty() ? new ArrayList<>() : new ArrayList<>(List.of("it has a body"));
    }
    return ofSchema(schema, body);
  }

  /// What of the body of a request is not as it is told.
  public List<String> ofBody(String method, String uri, String body) {
    return operation(method, uri)
        .map(operation -> ofSchema(operation.body(), body))
        .orElseGet(ArrayList::new);
  }

  /// What of a text of JSON is not as a schema tells.
  public List<String> ofSchema(JsonNode schema, String json) {
    var root = JsonMapper.shared().createObjectNode();
    root.setAll((ObjectNode) schema);
    root.set("components", components);
    var errors = SCHEMAS.getSchema(root).validate(JsonMapper.shared().readTree(json));
    return new ArrayList<>(errors.stream().map(Object::toString).toList());
  }

  private static JsonNode reference(String name) {
    return JsonMapper.shared().createObjectNode().put("$ref", "#/components/schemas/" + name);
  }
}
