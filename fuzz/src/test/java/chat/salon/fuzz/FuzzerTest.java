package chat.salon.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.salon.fuzz.planted.PlantedHang;
import chat.salon.fuzz.planted.PlantedRelay;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// That the fuzzing finds what there is to find: planted faults, from seeds that do not have them.
@Execution(ExecutionMode.CONCURRENT)
class FuzzerTest {
  private static final int SECONDS = 60; // ends with the first finding, long before

  @BeforeAll
  static void can_run() {
    Fuzzer.hindrance().ifPresent(why -> assumeTrue(false, why));
  }

  @Test
  void a_carriage_return_that_is_let_through_is_found() throws Exception {
    var seed = "PRIVMSG #tea :hello\r\n".getBytes(UTF_8);
    PlantedRelay.fuzzerTestOneInput(seed);

    var run = new Fuzzer("planted-relay", PlantedRelay.class).fresh().run(List.of(seed), SECONDS);

    assertThat(run.status()).as(run.end()).isNotZero();
    assertThat(run.log()).contains("not one line");
    var input = input(run);
    assertThatThrownBy(() -> PlantedRelay.fuzzerTestOneInput(input))
        .isInstanceOf(AssertionError.class);
    assertThat(Escaped.read(run.seed())).isEqualTo(input);
  }

  @Test
  void a_hang_is_found() throws Exception {
    var seed = "*!u@h".getBytes(UTF_8);
    PlantedHang.fuzzerTestOneInput(seed);

    var run =
        new Fuzzer("planted-hang", PlantedHang.class)
            .fresh()
            .hangsAfter(4)
            .run(List.of(seed), SECONDS);

    assertThat(run.status()).as(run.end()).isNotZero();
    assertThat(run.log()).contains("timeout after");
    assertThat(new String(input(run), UTF_8).chars().filter(c -> c == '*').count())
        .isGreaterThan(1);
  }

  private static byte[] input(Fuzzer.Run run) throws IOException {
    return Files.readAllBytes(run.finding().orElseThrow(() -> new AssertionError(run.end())));
  }
}
