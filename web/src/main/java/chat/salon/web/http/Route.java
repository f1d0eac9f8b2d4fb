package chat.salon.web.http;

import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// One request of the HTTP API.
///
/// @param path with its parameters in braces: `/api/channels/{channel}`
/// @param summary one sentence for the document
/// @param success status when it went well
/// @param answer name of the schema of what is then answered; empty for no body
/// @param query parameters that it takes
/// @param body fields that it takes
/// @param work what is done
record Route(
    String method,
    String path,
    String summary,
    int success,
    String answer,
    boolean needsAccount,
    List<Field> query,
    List<Field> body,
    Work work) {

  /// How many of something are wanted at most.
  static final Field LIMIT = Field.of("limit", Shape.NUMBER).optional();

  /// What is done. Waits, on a virtual thread.
  sealed interface Work {
    /// A frame is run, like that of a WebSocket.
    ///
    /// @param key of the frame
    /// @param frame makes it of the request
    record OfFrame(String key, Function<Call, ObjectNode> frame) implements Work {}

    /// Something that only HTTP has.
    record OfItsOwn(Function<Call, Reply> run) implements Work {}
  }

  static Route frame(
      String method, String path, String summary, String key, Function<Call, ObjectNode> frame) {
    return of(method, path, summary, true, new Work.OfFrame(key, frame));
  }

  static Route own(String method, String path, String summary, Function<Call, Reply> run) {
    return of(method, path, summary, false, new Work.OfItsOwn(run));
  }

  private static Route of(
      String method, String path, String summary, boolean needsAccount, Work work) {
    return new Route(method, path, summary, 204, "", needsAccount, List.of(), List.of(), work);
  }

  /// The same that answers with a body.
  ///
  /// @param schema its name
  Route answers(int code, String schema) {
    return new Route(method, path, summary, code, schema, needsAccount, query, body, work);
  }

  Route query(Field... fields) {
    return new Route(
        method, path, summary, success, answer, needsAccount, List.of(fields), body, work);
  }

  Route body(Field... fields) {
    return new Route(
        method, path, summary, success, answer, needsAccount, query, List.of(fields), work);
  }

  Route forAccounts() {
    return new Route(method, path, summary, success, answer, true, query, body, work);
  }

  /// Whether it may change something.
  boolean isUnsafe() {
    return !method.equals("GET");
  }

  /// The names in braces, in order.
  List<String> parameters() {
    return Arrays.stream(path.split("/"))
        .filter(part -> part.startsWith("{"))
        .map(part -> part.substring(1, part.length() - 1))
        .toList();
  }

  /// The parameters of a path, when it is this route's.
  Optional<Map<String, String>> match(String asked) {
    var own = path.split("/", -1);
    var parts = asked.split("/", -1);
    if (own.length != parts.length) {
      return Optional.empty();
    }
    var params = new HashMap<String, String>();
    for (int i = 0; i < own.length; i++) {
      if (own[i].startsWith("{") && !parts[i].isEmpty()) {
        params.put(own[i].substring(1, own[i].length() - 1), parts[i]);
      } else if (!own[i].equals(parts[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(params);
  }
}
