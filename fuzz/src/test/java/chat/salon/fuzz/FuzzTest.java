package chat.salon.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.salon.fuzz.Target.Seed;
import java.util.Locale;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every target for a few seconds, with `salon.all` for a minute, and with `salon.fuzz.seconds` for
/// as long as one likes; `salon.fuzz.target` is the only one.
@Execution(ExecutionMode.CONCURRENT)
class FuzzTest {
  private static final int SECONDS =
      Integer.getInteger("salon.fuzz.seconds", Boolean.getBoolean("salon.all") ? 60 : 2);
  private static final String ONLY = System.getProperty("salon.fuzz.target", "");
  private static final int LEAST_COVERAGE = 30;

  @ParameterizedTest
  @EnumSource
  void nothing_is_found(Target target) throws Exception {
    var name = target.name().toLowerCase(Locale.ROOT);
    assumeTrue(ONLY.isEmpty() || ONLY.equals(name), "another target is asked for");
    Fuzzer.hindrance().ifPresent(why -> assumeTrue(false, why + "; the corpus was replayed"));

    var seeds = target.seeds().stream().map(Seed::bytes).toList();
    var run = new Fuzzer(name, target.type()).run(seeds, SECONDS);

    if (run.status() != 0 || run.finding().isPresent()) {
      fail(
          """
          %s broke. When it is mended, this line goes into fuzz/%s:
          %s
          The input is %s. Jazzer says:
          %s\
          """,
          name,
          target.corpus(),
          run.seed(),
          run.finding().map(Object::toString).orElse("unknown"),
          run.end());
    }
    assertThat(run.inputs()).as("inputs tried:\n" + run.end()).isPositive();
    assertThat(run.coverage()).as("code seen:\n" + run.end()).isGreaterThan(LEAST_COVERAGE);
    System.out.printf(
        "fuzz %-9s %,d inputs, %d edges, nothing found%n", name, run.inputs(), run.coverage());
  }
}
