package chat.salon.acceptance.protocol;

import chat.salon.acceptance.protocol.FrameFile.Example;
import chat.salon.acceptance.protocol.FrameFile.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The page that is made of the documents.
final class ProtocolPage {
  private ProtocolPage() {}

  static String write() throws IOException {
    return String.join(
        "\n",
        Files.readString(FrameFile.FOLDER.resolve("introduction.md")),
        """
        ## What clients send

        Besides its own fields a frame may have `id` and `user`, as told above. A `line` is a text
        without line feeds, a `text` may have several lines, a `time` is ISO 8601. Answers have the
        `id` of their frame, which the examples leave out.
        """,
        all(FrameFile.client().values()),
        """
        ## What the server says

        In what a client has asked for there is also the `id` of the frame that asked.
        """,
        all(FrameFile.server().values()));
  }

  private static String all(Collection<FrameFile> files) {
    return files.stream().map(ProtocolPage::frame).collect(Collectors.joining("\n"));
  }

  private static String frame(FrameFile file) {
    return "### `%s`\n\n%s\n\n%s\n%s\n"
        .formatted(file.key(), file.description(), table(file.fields()), examples(file));
  }

  private static String table(Map<String, Note> fields) {
    return fields.entrySet().stream()
        .map(field -> row(field.getKey(), field.getValue()))
        .collect(Collectors.joining("\n", "| field | type | |\n|---|---|---|\n", "\n"));
  }

  private static String row(String name, Note note) {
    var type = note.isOptional() ? note.type() + ", optional" : note.type();
    return "| `%s` | %s | %s |".formatted(name, type, note.meaning());
  }

  private static String examples(FrameFile file) {
    return file.examples().stream()
        .flatMap(ProtocolPage::lines)
        .map(line -> "    " + line)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> lines(Example example) {
    return example.answer().isEmpty()
        ? Stream.of("← " + example.frame())
        : Stream.of("→ " + example.frame(), "← " + example.answer());
  }
}
