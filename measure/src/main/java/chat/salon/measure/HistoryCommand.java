package chat.salon.measure;

import chat.salon.store.StoreSettings;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measures history on a real disk with the real store.
@Command(
    name = "history",
    description =
        "Fills a store with messages in many conversations, then measures how long pages take and"
            + " how fast more is appended.",
    mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
  private static final int FEWEST_CONVERSATIONS = 256; // one for each appender

  @Spec private CommandSpec spec = CommandSpec.create(); // picocli puts in the real one

  @Option(
      names = "--messages",
      split = ",",
      defaultValue = "1m",
      paramLabel = "COUNT",
      description = "How many, for example 100k or 1m,10m. Default: ${DEFAULT-VALUE}.")
  private List<String> messages = List.of();

  @Option(
      names = "--conversations",
      defaultValue = "10000",
      paramLabel = "COUNT",
      description = "In how many conversations, by Zipf. Default: ${DEFAULT-VALUE}.")
  private int conversations;

  @Option(
      names = "--folder",
      defaultValue = ".",
      paramLabel = "FOLDER",
      description = "Where the stores are made, on the disk to measure. Default: here.")
  private Path folder = Path.of("");

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "An empty database to measure instead of SQLite, as store.url has it. Its password is in"
              + " SALON_STORE_PASSWORD.")
  private @Nullable String url;

  @Option(names = "--keep", description = "Leaves the stores there.")
  private boolean keep;

  @Option(
      names = "--pages",
      defaultValue = "20000",
      paramLabel = "COUNT",
      description = "How many pages of each kind are read. Default: ${DEFAULT-VALUE}.")
  private int pages;

  @Option(
      names = "--seconds",
      defaultValue = "5",
      paramLabel = "SECONDS",
      description = "How long each way of appending is measured. Default: ${DEFAULT-VALUE}.")
  private double seconds;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Writes the figures there too, one JSON object a line.")
  private @Nullable Path json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var counts = new ArrayList<Long>();
    for (var text : messages) {
      counts.add(count(text));
    }
    if (url != null && counts.size() > 1) {
      throw new ParameterException(spec.commandLine(), "a database by --url is filled only once");
    }
    if (conversations < FEWEST_CONVERSATIONS) {
      throw new ParameterException(
          spec.commandLine(), "--conversations must be " + FEWEST_CONVERSATIONS + " or more");
    }
    try (var programs = json == null ? Writer.nullWriter() : Files.newBufferedWriter(json)) {
      var report = new Report(spec.commandLine().getOut(), programs);
      Machine.tell(report);
      for (long count : counts) {
        measure(count, report);
      }
    }
    return 0;
  }

  private void measure(long count, Report report) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    var place = Files.createTempDirectory(folder.toAbsolutePath(), "salon-history-");
    try {
      var history =
          new History(
              place, settings(), new Script(conversations), report, spec.commandLine().getErr());
      history.fill(count);
      history.measure(pages, Duration.ofNanos((long) (seconds * 1e9)));
    } finally {
      if (keep) {
        spec.commandLine().getErr().println("The store is in " + place);
      } else {
        Folders.delete(place);
      }
    }
  }

  private StoreSettings settings() {
    var password = System.getenv().getOrDefault("SALON_STORE_PASSWORD", "");
    try {
      return url == null ? StoreSettings.DEFAULT : StoreSettings.of(url, password);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  private long count(String text) {
    var count = text.toLowerCase(Locale.ROOT);
    long unit = count.endsWith("k") ? 1000 : count.endsWith("m") ? 1_000_000 : 1;
    try {
      var digits = unit == 1 ? count : count.substring(0, count.length() - 1);
      return Math.multiplyExact(Long.parseLong(digits), unit);
    } catch (ArithmeticException | NumberFormatException _) {
      throw new ParameterException(
          spec.commandLine(), "\"" + text + "\" is no count such as 100k or 1m");
    }
  }
}
