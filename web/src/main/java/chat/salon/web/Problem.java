package chat.salon.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Why not, as this door tells it.
///
/// @param code for programs; does not change
/// @param status of HTTP
/// @param text what was wrong, and what to do
/// @param field of the frame that it is about; null for none
/// @param retryAfter seconds after which it may go through; 0 for unknown
public record Problem(String code, int status, Text text, @Nullable String field, long retryAfter) {

  /// Without more to say.
  public static Problem of(String code, int status, String french, String english) {
    return new Problem(code, status, new Text(french, english), null, 0);
  }

  /// The same about a field.
  public Problem at(String name) {
    return new Problem(code, status, text, name, retryAfter);
  }

  /// The same for now.
  public Problem until(long seconds) {
    return new Problem(code, status, text, field, seconds);
  }

  /// As clients get it.
  public ObjectNode json(Language language) {
    var node = Json.object().put("error", code).put("message", text.in(language));
    if (field != null) {
      node.put("field", field);
    }
    if (retryAfter > 0) {
      node.put("retry_after", retryAfter);
    }
    return node;
  }
}
