package chat.salon.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every input of the corpus, on every machine: those that somebody thought of and those that once
/// broke something.
class CorpusTest {

  @TestFactory
  Stream<DynamicTest> holds() {
    return Stream.of(Target.values())
        .flatMap(target ->
            target.seeds().stream()
                .map(seed ->
                    DynamicTest.dynamicTest(
                        target.corpus() + ":" + seed.line(), () -> target.run(seed.bytes()))));
  }

  @ParameterizedTest
  @EnumSource
  void every_target_has_seeds(Target target) {
    assertThat(target.seeds()).hasSizeGreaterThan(5);
  }
}
