package chat.salon.acceptance.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The page of the protocol is made of its documents; `-Dsalon.rewrite=true` makes it anew.
class ProtocolPageTest {
  private static final Path PAGE = Path.of("..", "docs", "protocol.md");

  @Test
  void the_page_is_what_the_documents_make() throws IOException {
    var made = ProtocolPage.write();
    if (Boolean.getBoolean("salon.rewrite")) {
      Files.writeString(PAGE, made);
    }
    assertThat(PAGE)
        .as("docs/protocol.md, which this test makes anew with -Dsalon.rewrite=true")
        .hasContent(made);
  }
}
