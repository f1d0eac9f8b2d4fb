package chat.salon.acceptance.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One frame as its file tells it.
///
/// @param key the field that no other frame has, and the name of the file
public record FrameFile(
    String key, String description, Map<String, Note> fields, List<Example> examples) {
  /// Where the documents of the protocol are.
  static final Path FOLDER = Path.of("..", "protocol");

  private static final String ENDING = ".json";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /// What is told of a field.
  ///
  /// @param type see [FieldType]
  public record Note(String type, String meaning, boolean isOptional) {}

  /// A frame, and what is answered to it; nothing is answered to what a server says.
  public record Example(ObjectNode frame, ObjectNode answer) {}

  /// What clients send, by key.
  public static Map<String, FrameFile> client() {
    return all("client");
  }

  /// What a server says unasked, by key.
  public static Map<String, FrameFile> server() {
    return all("server");
  }

  private static Map<String, FrameFile> all(String direction) {
    var all = new TreeMap<String, FrameFile>();
    try (var files = Files.list(FOLDER.resolve(direction))) {
      files.forEach(file -> {
        var name = file.getFileName().toString();
        if (!name.endsWith(ENDING)) {
          throw new AssertionError(file + " is no document of a frame");
        }
        var key = name.substring(0, name.length() - ENDING.length());
        all.put(key, read(key, file));
      });
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FrameFile read(String key, Path file) {
    var document = MAPPER.readTree(file.toFile());
    var fields = new LinkedHashMap<String, Note>();
    document
        .path("fields")
        .properties()
        .forEach(field -> fields.put(field.getKey(), note(field.getValue())));
    return new FrameFile(
        key,
        document.path("description").asString(),
        fields,
        document.path("examples").valueStream().map(FrameFile::example).toList());
  }

  private static Note note(JsonNode field) {
    return new Note(
        field.path("type").asString(),
        field.path("meaning").asString(),
        field.path("optional").asBoolean(false));
  }

  private static Example example(JsonNode example) {
    return example.has("frame")
        ? new Example((ObjectNode) example.path("frame"), (ObjectNode) example.path("answer"))
        : new Example((ObjectNode) example, MAPPER.createObjectNode());
  }
}
