package chat.salon.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The program: reads the command line, measures and reports.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = Soak.class,
    description = {
      "Puts load on a chat server, checks that every delivery comes once and in order, and measures.",
      "Without --server, it starts a Salon of this source tree for each load."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:all went well",
      " 1:a load could not be run",
      " 2:the command line is wrong",
      " 3:something was lost, doubled or out of order"
    })
public final class Main implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int WRONG = 3;

  /// Set by the launcher: its own path, and a folder for what servers write.
  private static final String LAUNCHER = "salon.launcher";

  static final String FOLDER = "salon.bench.folder";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "LOAD",
      description = {
        "channel  a channel in which some members talk",
        "single   the same with one message at a time",
        "pairs    private messages",
        "mixed    many channels, with joins and parts",
        "latency  a channel at half of the server's own maximum",
        "churn    people who connect, join and quit all the time",
        "connect  registrations in a second",
        "idle     memory of connections that do nothing",
        "failover a channel on each of two nodes, while a third one is killed",
        "If none is given: all of them but failover; with --nodes: channel and failover."
      })
  private @Nullable List<String> loads;

  @Mixin private LoadOptions options = new LoadOptions();

  @Option(
      names = "--server",
      paramLabel = "HOST:PORT",
      description = "Measure the server that listens there, without TLS.")
  private @Nullable String server;

  @Option(names = "--pid", paramLabel = "PID", description = "The process of that server.")
  private @Nullable Long pid;

  @Option(
      names = "--compare",
      description = "Put the same loads on InspIRCd and ngIRCd, from Debian's packages.")
  private boolean compare;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      description = {
        "Compare a network of so many nodes with one server, both with PostgreSQL.",
        "The loads failover and channel are meant for it; so are all others but idle."
      })
  private int nodes = 1;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "Rounds, of which the medians are shown: ${DEFAULT-VALUE}.")
  private int runs = 1;

  @Option(names = "--json", paramLabel = "FILE", description = "Add a line for each run to it.")
  private @Nullable Path json;

  @Option(names = "--markdown", paramLabel = "FILE", description = "Write the main table to it.")
  private @Nullable Path markdown;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Where the servers that it starts keep their data for a while.")
  private Path folder = Path.of(System.getProperty(FOLDER, System.getProperty("java.io.tmpdir")));

  @Option(
      names = "--sources",
      paramLabel = "N",
      description =
          "Local addresses (127.1.x.y) that connections to this machine come from: "
              + "${DEFAULT-VALUE}; 0 leaves it to the system.")
  private int sources = 64;

  @Option(
      names = "--backlog",
      paramLabel = "N",
      description = "Connections that may wait until that server takes them. If not given: any.")
  private int backlog = Target.ANY;

  Main() {
    spec = CommandSpec.create(); // picocli puts in the real one
  }

  public static void main(String[] arguments) {
    System.setProperty("io.netty.buffer.checkBounds", "false");
    System.setProperty("io.netty.buffer.checkAccessible", "false");
    System.exit(commandLine().execute(arguments));
  }

  /// The program as an object, for those who run it in their own process.
  public static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler((e, line, _) -> {
          if (!(e instanceof BenchException)) {
            throw e;
          }
          line.getErr().println("bench: " + e.getMessage());
          return FAILED;
        });
  }

  @Override
  public Integer call() {
    var wanted = options.loads(named());
    var servers = servers();
    var names = servers.stream().map(Software::name).toList();
    if (server == null) {
      Cores.ofThisMachine().pinGenerator();
    }
    List<Trial> trials;
    try (var generator = Generator.start(sources);
        var lines = jsonLines(servers)) {
      trials =
          new Campaign(
                  wanted,
                  servers,
                  runs,
                  generator,
                  options.plan(),
                  Progress.standard(),
                  trial -> {
                    if (lines != null) {
                      lines.add(trial);
                    }
                  })
              .run();
    }
    report(new Report(trials, wanted, names));
    if (trials.stream().anyMatch(trial -> trial.result() != null && !trial.isClean())) {
      return WRONG;
    }
    return trials.stream().allMatch(Trial::isClean) ? 0 : FAILED;
  }

  private List<String> named() {
    if (loads != null) {
      return loads;
    }
    return nodes > 1 ? List.of("channel", "failover") : List.of();
  }

  private List<Software> servers() {
    if (server != null) {
      if (compare) {
        throw new BenchException("--compare starts its own servers: leave out --server");
      }
      var process = pid == null ? OptionalLong.empty() : OptionalLong.of(pid);
      return List.of(new External(Target.parse(server, process, backlog)));
    }
    var where = folder.toAbsolutePath();
    var salon = ownSalon(where);
    if (nodes > 1) {
      if (compare) {
        throw new BenchException("--nodes compares a network with one server: leave out --compare");
      }
      return List.of(
          new SalonNetwork(salon.launcher(), where, nodes),
          new SalonNetwork(salon.launcher(), where, 1));
    }
    if (!compare) {
      return List.of(salon);
    }
    var debian = new Debian(where.resolve("peers"));
    return List.of(salon, new InspIrcd(debian, where), new NgIrcd(debian, where));
  }

  /// The Salon of the source tree whose launcher started this program.
  static SalonServer ownSalon(Path folder) {
    var launcher = System.getProperty(LAUNCHER);
    if (launcher == null) {
      throw new BenchException("nobody said where Salon is: run ./salon bench, or give --server");
    }
    return new SalonServer(Path.of(launcher), folder.toAbsolutePath());
  }

  private @Nullable JsonLines jsonLines(List<Software> servers) {
    if (json == null) {
      return null;
    }
    var versions = servers.stream().collect(Collectors.toMap(Software::name, Software::version));
    return new JsonLines(
        json, versions, spec.commandLine().getParseResult().originalArgs(), options.plan());
  }

  private void report(Report report) {
    PrintWriter out = spec.commandLine().getOut();
    report.table().forEach(out::println);
    if (compare || nodes > 1) {
      out.println();
      report.markdown().forEach(out::println);
    }
    out.flush();
    if (markdown != null) {
      try {
        Files.write(markdown, report.markdown());
      } catch (IOException e) {
        throw new BenchException("cannot write " + markdown, e);
      }
    }
  }
}
