package chat.salon.acceptance.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Compares what is really said with what is documented: names of fields, and types of values. What
/// differs is told as sentences.
public final class Documents {
  private final Map<String, FrameFile> server = FrameFile.server();

  /// The keys of what a server says unasked.
  public Set<String> serverKeys() {
    return server.keySet();
  }

  /// The key of a frame that a server says: its first field.
  public static String key(JsonNode frame) {
    return frame.propertyNames().stream().findFirst().orElse("");
  }

  /// What of a frame that a server said is not documented.
  public List<String> ofFrame(JsonNode said) {
    var file = server.get(key(said));
    if (file == null) {
      return List.of("protocol/server has no file for " + said);
    }
    var wrong = new ArrayList<String>();
    for (var field : said.properties()) {
      var note = file.fields().get(field.getKey());
      if (note == null || !FieldType.fits(note.type(), field.getValue())) {
        wrong.add(file.key() + " is not documented with " + field);
      } else if (note.type().equals("object")) {
        wrong.addAll(inside(file, field.getKey(), field.getValue()));
      }
    }
    file.fields()
        .forEach((name, note) -> {
          if (!note.isOptional() && !said.has(name)) {
            wrong.add(file.key() + " has no " + name + " in " + said);
          }
        });
    return wrong;
  }

  // What is inside an object is documented by the examples of its frame.
  private List<String> inside(FrameFile file, String name, JsonNode said) {
    return ofOneOf(
        file.key() + "." + name,
        file.examples().stream()
            .map(example -> example.frame().path(name))
            .filter(JsonNode::isObject)
            .toList(),
        said);
  }

  /// What differs between an answer and its document.
  public List<String> ofAnswer(String where, JsonNode documented, JsonNode said) {
    if (documented.isNull() || said.isNull()) {
      return List.of();
    }
    if (documented.getNodeType() != said.getNodeType()) {
      return List.of(where + " is documented as " + documented + ", but is " + said);
    }
    if (server.containsKey(key(documented))) {
      return ofFrame(said);
    }
    return switch (documented.getNodeType()) {
      case OBJECT -> ofObject(where, documented, said);
      case ARRAY -> ofArray(where, documented, said);
      default -> List.of();
    };
  }

  private List<String> ofObject(String where, JsonNode documented, JsonNode said) {
    if (!names(documented).equals(names(said))) {
      return List.of(
          where + " is documented with " + names(documented) + ", but has " + names(said));
    }
    return documented.properties().stream()
        .flatMap(field ->
            ofAnswer(where + "." + field.getKey(), field.getValue(), said.path(field.getKey()))
                .stream())
        .toList();
  }

  private List<String> ofArray(String where, JsonNode documented, JsonNode said) {
    if (documented.isEmpty() != said.isEmpty()) {
      return List.of(where + " is documented as " + documented + ", but is " + said);
    }
    var documents = documented.valueStream().toList();
    return said.valueStream().flatMap(one -> ofOneOf(where, documents, one).stream()).toList();
  }

  private List<String> ofOneOf(String where, List<JsonNode> documents, JsonNode said) {
    var all = documents.stream().map(one -> ofAnswer(where, one, said)).toList();
    return all.stream().anyMatch(List::isEmpty)
        ? List.of()
        : all.isEmpty()
            ? List.of(where + " has no example")
            : all.stream().flatMap(List::stream).toList();
  }

  private static Set<String> names(JsonNode object) {
    return object.propertyNames().stream().collect(Collectors.toSet());
  }
}
