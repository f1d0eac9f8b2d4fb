package chat.salon.acceptance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.web.ClientFrame;
import chat.salon.web.ClientFrames;
import chat.salon.web.Field;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Every frame has its document, and every document its frame.
class FrameFileTest {
  private static final ClientFrames FRAMES = ClientFrames.everything();
  private static final Map<String, FrameFile> CLIENT = FrameFile.client();

  @Test
  void every_frame_that_clients_may_send_has_a_file_and_no_other() {
    assertThat(CLIENT.keySet())
        .isEqualTo(
            FRAMES.all().stream().map(frame -> frame.spec().key()).collect(Collectors.toSet()));
  }

  static Stream<ClientFrame> frames() {
    return FRAMES.all().stream();
  }

  @ParameterizedTest
  @MethodSource("frames")
  void a_file_tells_all_fields_that_the_server_takes(ClientFrame frame) {
    var told = CLIENT.get(frame.spec().key()).fields();
    assertThat(told.keySet())
        .containsExactlyInAnyOrderElementsOf(frame.spec().fields().keySet())
        .startsWith(frame.spec().key());
    for (var field : frame.spec().fields().values()) {
      assertThat(told.get(field.name()))
          .as(frame.spec().key() + "." + field.name())
          .returns(FieldType.named(field.shape()), FrameFile.Note::type)
          .returns(!field.isRequired(), FrameFile.Note::isOptional);
    }
  }

  @ParameterizedTest
  @MethodSource("frames")
  void its_examples_are_such_frames(ClientFrame frame) {
    var examples = CLIENT.get(frame.spec().key()).examples();
    assertThat(examples).isNotEmpty();
    for (var example : examples) {
      assertThat(FRAMES.of(example.frame())).contains(frame);
      assertThat(frame.spec().refuse(example.frame())).as(example.frame().toString()).isEmpty();
    }
  }

  // The examples with which the protocol was asked for.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'channel_message':'voici le message','user':'jules','channel':'#classe'}",
        "{'private_message':'salut','user':'jules','other_user':'lea'}",
        "{'command':'ban lea','user':'jules'}",
        "{'join':'#classe','user':'jules'}",
        "{'get_status':true}",
        "{'status':'idle'}",
        "{'close':true,'user':'jules'}"
      })
  void the_first_examples_are_among_them(String text) {
    var frame = JsonMapper.shared().readTree(text.replace('\'', '"'));
    assertThat(CLIENT.get(Documents.key(frame)).examples().getFirst().frame()).isEqualTo(frame);
  }

  static Stream<FrameFile> serverFiles() {
    return FrameFile.server().values().stream();
  }

  @ParameterizedTest
  @MethodSource("serverFiles")
  void examples_of_what_a_server_says_have_the_fields_that_are_told(FrameFile file) {
    assertThat(file.examples()).isNotEmpty();
    for (var example : file.examples()) {
      assertThat(Documents.key(example.frame())).isEqualTo(file.key());
      assertThat(new Documents().ofFrame(example.frame())).isEmpty();
    }
  }

  static Stream<FrameFile> allFiles() {
    return Stream.concat(CLIENT.values().stream(), serverFiles());
  }

  @ParameterizedTest
  @MethodSource("allFiles")
  void everything_is_explained_in_sentences(FrameFile file) {
    assertThat(file.description()).endsWith(".");
    assertThat(file.fields().keySet()).startsWith(file.key());
    assertThat(file.fields().values())
        .allSatisfy(note -> assertThat(note.meaning()).matches("(?s)[A-Z`].*\\."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "user"})
  void what_every_frame_may_have_is_in_no_file(String field) {
    assertThat(chat.salon.web.Spec.COMMON).extracting(Field::name).contains(field);
    assertThat(CLIENT.values()).noneMatch(file -> file.fields().containsKey(field));
  }
}
