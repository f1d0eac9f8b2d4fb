package chat.salon.measure;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs the benchmarks, always with the bytes that an operation allocates.
@Command(
    name = "parts",
    description =
        "Measures parser, encoder and a channel's turns: time and bytes allocated for each"
            + " operation.",
    mixinStandardHelpOptions = true)
final class PartsCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description = "Only benchmarks whose name matches such a regular expression.")
  private List<String> names = List.of();

  @Option(
      names = "--forks",
      defaultValue = "1",
      paramLabel = "COUNT",
      description = "In how many JVMs each is run, one after the other. Default: ${DEFAULT-VALUE}.")
  private int forks;

  @Option(
      names = "--iterations",
      defaultValue = "5",
      paramLabel = "COUNT",
      description = "To warm up, and again to measure. Default: ${DEFAULT-VALUE}.")
  private int iterations;

  @Option(
      names = "--seconds",
      defaultValue = "1",
      paramLabel = "SECONDS",
      description = "How long an iteration is. Default: ${DEFAULT-VALUE}.")
  private double seconds;

  @Option(
      names = "--profile",
      paramLabel = "PROFILER",
      description = "One more of JMH's profilers, for example jfr or stack.")
  private List<String> profilers = List.of();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Writes the figures there too, as JMH does.")
  private @Nullable Path json;

  @Override
  public Integer call() throws RunnerException {
    var time = TimeValue.microseconds(Math.round(seconds * 1e6));
    var options =
        new OptionsBuilder()
            .shouldFailOnError(true)
            .addProfiler(GCProfiler.class)
            .forks(forks)
            .warmupIterations(iterations)
            .measurementIterations(iterations)
            .warmupTime(time)
            .measurementTime(time);
    names.forEach(options::include);
    profilers.forEach(options::addProfiler);
    if (json != null) {
      options.resultFormat(ResultFormatType.JSON).result(json.toString());
    }
    new Runner(options.build()).run();
    return 0;
  }
}
