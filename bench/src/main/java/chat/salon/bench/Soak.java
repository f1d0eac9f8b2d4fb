package chat.salon.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The command `soak`.
@Command(
    name = "soak",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Puts a tenth of what a server can bear on it for an hour, while people come and go, and looks",
      "whether anything is lost, and whether its heap, file descriptors or threads grow.",
      "Without --server, it starts a Salon of this source tree."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:nothing was lost, and nothing grew",
      " 1:it could not be done, or the heap could not be read",
      " 2:the command line is wrong",
      " 3:something was lost, doubled or out of order",
      " 4:something grew"
    })
final class Soak implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int WRONG = 3;
  private static final int GROWS = 4;

  private static final int SECONDS = 60;
  private static final int IN_FLIGHT = 8;
  private static final Duration FINDING_MOST = Duration.ofSeconds(10);

  @Spec private CommandSpec spec;

  @Option(names = "--minutes", paramLabel = "N", description = "How long: ${DEFAULT-VALUE}.")
  private double minutes = 60;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      description = "Between two looks at the server: ${DEFAULT-VALUE}.")
  private int every = 60;

  @Option(
      names = "--server",
      paramLabel = "HOST:PORT",
      description = "The server that listens there, without TLS; needs --pid.")
  private @Nullable String server;

  @Option(
      names = "--pid",
      paramLabel = "PID",
      description = "The process of that server, of the same user and on this machine.")
  private @Nullable Long pid;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "So many messages a second in the channels, instead of finding the maximum.")
  private @Nullable Double rate;

  @Option(
      names = "--share",
      paramLabel = "SHARE",
      description = "Of the maximum that is found: ${DEFAULT-VALUE}.")
  private double share = 0.1;

  @Option(
      names = "--clients",
      paramLabel = "N",
      description = "Who are in the channels: ${DEFAULT-VALUE}.")
  private int clients = 2000;

  @Option(names = "--channels", paramLabel = "N", description = "Of them: ${DEFAULT-VALUE}.")
  private int channels = 200;

  @Option(
      names = "--movers",
      paramLabel = "N",
      description = "Clients that join and part: ${DEFAULT-VALUE}.")
  private int movers = 100;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      description = "Pairs of people who talk privately: ${DEFAULT-VALUE}.")
  private int pairs = 25;

  @Option(
      names = "--couples",
      paramLabel = "N",
      description = {
        "In a second, so often two new people come, open a channel, close it, and go:",
        "${DEFAULT-VALUE}."
      })
  private double couples = 5;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "With a server that stands still: ${DEFAULT-VALUE}.")
  private int patience = 60;

  @Option(
      names = "--sources",
      paramLabel = "N",
      description = "Local addresses that connections come from: ${DEFAULT-VALUE}.")
  private int sources = 64;

  @Option(
      names = "--backlog",
      paramLabel = "N",
      description = "How many connections that server lets wait: ${DEFAULT-VALUE}.")
  private int backlog = 128;

  @Option(names = "--json", paramLabel = "FILE", description = "Add a line for each look to it.")
  private @Nullable Path json;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Where the server that it starts keeps its data for a while.")
  private Path folder =
      Path.of(System.getProperty(Main.FOLDER, System.getProperty("java.io.tmpdir")));

  Soak() {
    spec = CommandSpec.create(); // picocli puts in the real one
  }

  @Override
  public Integer call() {
    var software = software();
    if (server == null) {
      Cores.ofThisMachine().pinGenerator();
    }
    try (var generator = Generator.start(sources);
        var lines = json == null ? null : new SoakLines(json);
        var running = software.start()) {
      var plan = new Plan(FINDING_MOST, FINDING_MOST, Duration.ofSeconds(patience));
      return soak(new Run(generator, running.target(), plan, Progress.standard()), lines);
    }
  }

  private int soak(Run run, @Nullable SoakLines lines) {
    var load =
        new SoakLoad(
            new MixedLoad(clients, channels, movers, new Pace.Closed(IN_FLIGHT)),
            pairs,
            couples,
            share,
            Duration.ofSeconds(Math.round(minutes * SECONDS)),
            Duration.ofSeconds(every));
    run.progress().begin("soak");
    double most = rate == null ? load.findMost(run) : rate / share;
    if (lines != null) {
      lines.begin(load, most, most * share);
    }
    say(SoakTable.head(load, most));
    var ended =
        load.run(
            run,
            most,
            look -> {
              say(List.of(SoakTable.row(look)));
              if (lines != null) {
                lines.add(look);
              }
            });
    if (lines != null) {
      lines.end(ended);
    }
    run.progress().clear();
    say(SoakTable.end(ended));
    return status(ended);
  }

  private void say(List<String> what) {
    var out = spec.commandLine().getOut();
    what.forEach(out::println);
    out.flush();
  }

  private Software software() {
    if (server == null) {
      return Main.ownSalon(folder);
    }
    if (pid == null) {
      throw new BenchException("--server needs --pid too: whose growth should it look at?");
    }
    return new External(Target.parse(server, OptionalLong.of(pid), backlog));
  }

  private static int status(SoakLoad.Ended ended) {
    var growth = ended.growth();
    if (!ended.deliveries().isClean()) {
      return WRONG;
    }
    if (growth.grows()) {
      return GROWS;
    }
    return growth.isJudged() && growth.heap().isEmpty() ? FAILED : 0;
  }
}
