package chat.salon.bench;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The program: reads the command line, measures and reports.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Puts load on an IRC server, checks every delivery, and measures.")
public final class Main implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int WRONG = 3;

  @Spec private CommandSpec spec;

  Main() {
    spec = CommandSpec.create(); // picocli puts in the real one
  }

  @Parameters(arity = "0..*", paramLabel = "LOAD", description = "channel or pairs")
  private List<String> loads = List.of("channel");

  @Option(names = "--server", required = true, paramLabel = "HOST:PORT")
  private String server = "";

  @Option(names = "--pid", paramLabel = "PID")
  private @Nullable Long pid;

  @Option(names = "--members")
  private int members = 1000;

  @Option(names = "--clients")
  private int clients = 5000;

  @Option(names = "--senders")
  private int senders = 10;

  @Option(names = "--pairs")
  private int pairs = 500;

  @Option(names = "--in-flight")
  private @Nullable Integer inFlight;

  @Option(names = "--rate")
  private @Nullable Double rate;

  @Option(names = "--warm-up", description = "seconds")
  private int warmUp = 5;

  @Option(names = "--seconds")
  private int seconds = 10;

  @Option(names = "--sources")
  private int sources = 64;

  public static void main(String[] arguments) {
    System.setProperty("io.netty.buffer.checkBounds", "false");
    System.setProperty("io.netty.buffer.checkAccessible", "false");
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var progress = Progress.standard();
    var target = Target.parse(server, pid == null ? OptionalLong.empty() : OptionalLong.of(pid));
    var plan =
        new Plan(Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), Duration.ofSeconds(30));
    boolean clean = true;
    try (var generator = Generator.start(sources, 128)) {
      for (var name : loads) {
        var load = load(name);
        progress.begin(load.title());
        var result = load.run(new Run(generator, target, plan, progress));
        progress.clear();
        out.println(load.title());
        result
            .figures()
            .forEach(
                (figure, value) -> out.println("  %-20s %,15.1f".formatted(figure.shown(), value)));
        out.println("  " + result.verdict());
        out.flush();
        clean &= result.verdict().isClean();
      }
      return clean ? 0 : WRONG;
    } catch (BenchException e) {
      spec.commandLine().getErr().println("bench: " + e.getMessage());
      return FAILED;
    }
  }

  private Load load(String name) {
    return switch (name) {
      case "channel" -> new ChannelLoad(members, senders, pace(16));
      case "connect" -> new ConnectLoad(clients);
      case "idle" -> new IdleLoad(clients);
      case "mixed" -> new MixedLoad(2000, 200, 50, pace(8));
      case "churn" -> new ChurnLoad(50, 50);
      case "latency" -> new LatencyLoad(members, senders, 16);
      case "pairs" -> new PairsLoad(pairs, pace(8));
      default -> throw new BenchException("there is no load \"" + name + "\"");
    };
  }

  private Pace pace(int usual) {
    if (rate != null) {
      return new Pace.Open(rate);
    }
    return new Pace.Closed(inFlight == null ? usual : inFlight);
  }
}
