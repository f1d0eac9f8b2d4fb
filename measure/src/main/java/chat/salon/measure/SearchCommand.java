package chat.salon.measure;

import chat.salon.store.StoreSettings;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures searches on a real disk with the real store.
@Command(
    name = "search",
    description =
        "Fills a store with messages in many conversations, then measures how fast they are indexed,"
            + " how large the index is, and how long searches take.",
    mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create(); // picocli puts in the real one

  @Option(
      names = "--messages",
      defaultValue = "1000000",
      paramLabel = "COUNT",
      description = "How many. Default: ${DEFAULT-VALUE}.")
  private long messages;

  @Option(
      names = "--conversations",
      defaultValue = "1000",
      paramLabel = "COUNT",
      description = "In how many conversations, by Zipf. Default: ${DEFAULT-VALUE}.")
  private int conversations;

  @Option(
      names = "--searches",
      defaultValue = "1000",
      paramLabel = "COUNT",
      description = "How many of each kind. Default: ${DEFAULT-VALUE}.")
  private int searches;

  @Option(
      names = "--folder",
      defaultValue = ".",
      paramLabel = "FOLDER",
      description = "Where the store is made, on the disk to measure. Default: here.")
  private Path folder = Path.of("");

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Writes the figures there too, one JSON object a line.")
  private @Nullable Path json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    var place = Files.createTempDirectory(folder.toAbsolutePath(), "salon-search-");
    try (var programs = json == null ? Writer.nullWriter() : Files.newBufferedWriter(json)) {
      var report = new Report(spec.commandLine().getOut(), programs);
      Machine.tell(report);
      var script = new Script(conversations, new Vocabulary());
      new History(place, StoreSettings.DEFAULT, script, report, spec.commandLine().getErr())
          .fill(messages);
      new Searches(place, script, report).measure(searches);
    } finally {
      Folders.delete(place);
    }
    return 0;
  }
}
