package chat.salon.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a frame that has been checked against its [Spec].
///
/// @param node nobody changes it
public record Fields(ObjectNode node) {

  /// A text that has to be there.
  public String text(String name) {
    return node.path(name).asString();
  }

  /// A text that may be left out or null.
  public Optional<String> optional(String name) {
    return given(name).map(JsonNode::asString);
  }

  /// Whether a flag is set; false where it is left out.
  public boolean flag(String name) {
    return given(name).map(JsonNode::asBoolean).orElse(false);
  }

  /// A number, or another where it is left out.
  public int number(String name, int otherwise) {
    return given(name).map(JsonNode::asInt).orElse(otherwise);
  }

  /// A moment that may be left out.
  public Optional<Instant> time(String name) {
    return optional(name).map(text -> Instant.parse(text.toUpperCase(Locale.ROOT)));
  }

  /// A list of texts; empty where it is left out.
  public List<String> texts(String name) {
    return given(name)
        .map(list -> list.valueStream().map(JsonNode::asString).toList())
        .orElse(List.of());
  }

  /// An object that has to be there.
  public ObjectNode object(String name) {
    return (ObjectNode) node.path(name);
  }

  /// Whether something stands in a field, null too.
  public boolean has(String name) {
    return node.has(name);
  }

  /// By which the client knows the frame; null for none.
  public @Nullable String id() {
    return optional("id").orElse(null);
  }

  private Optional<JsonNode> given(String name) {
    var value = node.path(name);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
  }
}
