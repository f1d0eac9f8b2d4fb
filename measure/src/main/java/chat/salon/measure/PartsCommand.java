package chat.salon.measure;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs the benchmarks, always with the bytes that an operation allocates.
@Command(
    name = "parts",
    description =
        "Measures parser, encoder and a channel's turns: time and bytes allocated for each"
            + " operation.",
    mixinStandardHelpOptions = true)
final class PartsCommand implements Callable<Integer> {
  private static final String BYTES = "gc.alloc.rate.norm";

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
      description = "One more of JMH's profilers: stack, or jfr:dir=FOLDER;configName=profile.")
  private List<String> profilers = List.of();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Writes the figures there too, one JSON object a line.")
  private @Nullable Path json;

  @Spec private CommandSpec spec = CommandSpec.create(); // picocli puts in the real one

  @Override
  public Integer call() throws RunnerException, IOException {
    var progress = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL);
    var results = new Runner(options(), progress).run();
    try (var programs = json == null ? Writer.nullWriter() : Files.newBufferedWriter(json)) {
      var report = new Report(spec.commandLine().getOut(), programs);
      Machine.tell(report);
      for (var result : results) {
        tell(result, report);
      }
    }
    return 0;
  }

  private Options options() {
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
    for (var profiler : profilers) {
      var nameAndSettings = profiler.split(":", 2);
      options.addProfiler(
          nameAndSettings[0], nameAndSettings.length == 1 ? "" : nameAndSettings[1]);
    }
    return options.build();
  }

  private static void tell(RunResult result, Report report) throws IOException {
    var parameters = result.getParams();
    var name = parameters.getBenchmark();
    int method = name.lastIndexOf('.');
    var figures = new LinkedHashMap<String, Object>();
    figures.put("operation", String.format("%-14s", name.substring(method + 1)));
    for (var key : parameters.getParamsKeys()) {
      figures.put(key, parameters.getParam(key));
    }
    var time = result.getPrimaryResult();
    double nanos = TimeUnit.NANOSECONDS.convert(1, parameters.getTimeUnit());
    figures.put("ns", time.getScore() * nanos);
    double error = time.getScoreError();
    figures.put("plus_minus_ns", Double.isNaN(error) ? -1.0 : error * nanos);
    var bytes = result.getSecondaryResults().get(BYTES);
    figures.put("bytes", bytes == null ? -1.0 : bytes.getScore());
    report.add(name.substring(name.lastIndexOf('.', method - 1) + 1, method), figures);
  }
}
