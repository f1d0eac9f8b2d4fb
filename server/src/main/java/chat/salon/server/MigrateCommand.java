package chat.salon.server;

import chat.salon.core.StoreException;
import chat.salon.store.DatabaseCopy;
import chat.salon.store.StoreSettings;
import chat.salon.store.TlsMode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Moves a server that is stopped from one database to another.
@Command(
    name = "migrate",
    description = {
      "Copies everything from one database to another, empty one, while the server is",
      "stopped, and checks that every table is the same there.",
      "All or nothing: no server starts on a copy that was not finished."
    },
    footer = {
      "",
      "Databases are given as in store.url: sqlite:salon.db (in the data folder),",
      "postgresql://USER@HOST:PORT/NAME, mariadb://USER@HOST:PORT/NAME. The",
      "environment variables SALON_FROM_PASSWORD and SALON_TO_PASSWORD may hold the",
      "passwords.",
      "",
      "It ends with 0 when the copy is whole, with 78 when a database must not be used,",
      "and with 1 when something else went wrong."
    })
final class MigrateCommand implements Callable<Integer> {
  private static final Duration BETWEEN_NEWS = Duration.ofSeconds(2);
  private static final Path NONE = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--from", required = true, paramLabel = "URL", description = "What is copied.")
  private String from = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "URL",
      description = "Where to: an empty database.")
  private String to = "";

  @Option(
      names = "--from-password-file",
      paramLabel = "FILE",
      description = "Holds the password of the first one.")
  private @Nullable Path fromPasswordFile;

  @Option(
      names = "--to-password-file",
      paramLabel = "FILE",
      description = "Holds the password of the second one.")
  private @Nullable Path toPasswordFile;

  @Option(
      names = "--tls",
      paramLabel = "MODE",
      description = "As store.tls: auto, verify or off. If not given: auto.")
  private TlsMode tls = TlsMode.AUTO;

  @Option(
      names = "--tls-ca",
      paramLabel = "FILE",
      description = "As store.tls_ca: who may have signed a database server's certificate.")
  private Path tlsCa = NONE;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder of the server. If not given: data.")
  private Path data = Path.of("data");

  @Mixin HelpOption help = new HelpOption();

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    try {
      var copied =
          DatabaseCopy.copy(
              settings(from, "SALON_FROM_PASSWORD", fromPasswordFile),
              settings(to, "SALON_TO_PASSWORD", toPasswordFile),
              data,
              new News(spec.commandLine().getErr()));
      out.printf("%-14s %12s  %s%n", "table", "rows", "SHA-256 on both sides");
      copied.forEach(
          table -> out.printf("%-14s %,12d  %s%n", table.table(), table.rows(), table.hash()));
      tellWhatRemains(out);
      return ExitCode.GOOD;
    } catch (StoreException e) {
      throw StartException.because(e);
    } catch (IllegalArgumentException e) {
      throw StartException.misconfigured(e);
    }
  }

  private StoreSettings settings(String url, String variable, @Nullable Path file) {
    var password = System.getenv().getOrDefault(variable, "");
    var defaults = StoreSettings.DEFAULT;
    return new StoreSettings(
        url,
        file == null ? password : "",
        file == null ? NONE : file,
        tls,
        tlsCa,
        defaults.timeout(),
        defaults.readers(),
        defaults.queue(),
        defaults.commitRows(),
        defaults.requestKeys());
  }

  private void tellWhatRemains(PrintWriter out) {
    out.println();
    out.println("Everything is in " + to + ". Now set, in salon.toml:");
    out.println();
    out.println("  [store]");
    out.println("  url = \"" + to + "\"");
    out.println();
    out.println(
        "The data folder " + data + " stays the server's: its secret.key opens the new database");
    out.println("too, and its certificate is what clients know. The old database is as it was.");
    out.flush();
  }

  /// Says from time to time how far it has come.
  private static final class News implements DatabaseCopy.Progress {
    private final PrintWriter err;
    private long last = System.nanoTime();

    News(PrintWriter err) {
      this.err = err;
    }

    @Override
    public void reached(String doing, String table, long rows) {
      long now = System.nanoTime();
      if (now - last >= BETWEEN_NEWS.toNanos()) {
        last = now;
        err.printf("%s %s: %,d rows%n", doing, table, rows);
        err.flush();
      }
    }
  }
}
