package chat.salon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The example that Salon is shipped with says what holds when nothing is said.
class ExampleTest {
  private static final Path FILE = Path.of("..", "salon.example.toml");

  private final Reading read = ConfigurationReader.read(TomlFile.read(FILE));

  @Test
  void the_example_is_the_defaults() {
    assertThat(read).isInstanceOf(Reading.Good.class);
    assertThat(((Reading.Good) read).configuration()).isEqualTo(Configuration.DEFAULT);
  }

  @Test
  void the_example_has_every_key() {
    assertThat(((Reading.Good) read).origins().keySet())
        .containsExactlyInAnyOrderElementsOf(Schema.KEYS);
  }

  @Test
  void the_example_writes_every_default_as_check_does() {
    var lines = TomlFile.read(FILE).root();
    for (var key : Schema.KEYS) {
      var node = lines.get(key.section()).get(key.name());
      assertThat(key.kind().show(key.kind().ofToml(node)))
          .as(key.path())
          .isEqualTo(key.show(key.standard()));
    }
  }

  @Test
  void every_key_is_explained() {
    var explanations = Explanations.all();
    assertThat(Schema.KEYS)
        .allSatisfy(key -> assertThat(explanations.get(key.path())).as(key.path()).isNotEmpty());
  }

  @Test
  void no_two_keys_have_the_same_environment_variable() {
    assertThat(Schema.KEYS.stream().map(Key::variable)).doesNotHaveDuplicates();
  }
}
