package chat.salon.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say how large and how long loads are. What is not given has the size of
/// docs/performance.md, or a small one with `--quick`.
final class LoadOptions {
  /// The loads that run when none are named.
  static final List<String> USUAL =
      List.of("channel", "single", "pairs", "mixed", "latency", "churn", "connect", "idle");

  private static final int CHANNEL_IN_FLIGHT = 16;
  private static final int IN_FLIGHT = 8;

  @Option(
      names = "--members",
      split = ",",
      paramLabel = "N",
      description = "Members of the channel, or several sizes with commas: 1000,100.")
  private @Nullable List<Integer> members;

  @Option(
      names = "--senders",
      paramLabel = "N",
      description = "Members who talk: ${DEFAULT-VALUE}.")
  private int senders = 10;

  @Option(
      names = "--in-flight",
      paramLabel = "N",
      description = "Messages of each sender that are under way: 16 in a channel, else 8.")
  private @Nullable Integer inFlight;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Open loop: so many messages a second, whatever the server does.")
  private @Nullable Double rate;

  @Option(names = "--pairs", paramLabel = "N", description = "Pairs of people: 500.")
  private @Nullable Integer pairs;

  @Option(
      names = "--clients",
      paramLabel = "N",
      description = "Connections: 5000 for connect and idle, 2000 for mixed.")
  private @Nullable Integer clients;

  @Option(names = "--channels", paramLabel = "N", description = "Channels of mixed: 200.")
  private @Nullable Integer channels;

  @Option(names = "--movers", paramLabel = "N", description = "Who join and part in mixed: 50.")
  private @Nullable Integer movers;

  @Option(names = "--visitors", paramLabel = "N", description = "Visitors of churn: 50.")
  private @Nullable Integer visitors;

  @Option(names = "--warm-up", paramLabel = "SECONDS", description = "Talk before measuring: 8.")
  private @Nullable Integer warmUp;

  @Option(names = "--seconds", paramLabel = "SECONDS", description = "What is measured: 8.")
  private @Nullable Integer seconds;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "How long a server may show no progress: ${DEFAULT-VALUE}.")
  private int patience = 60;

  @Option(names = "--quick", description = "Small loads for a moment: to try it, not to measure.")
  private boolean quick;

  /// What these options and names ask for.
  List<Load> loads(List<String> names) {
    var loads = new ArrayList<Load>();
    (names.isEmpty() ? USUAL : names).forEach(name -> named(name).forEach(loads::add));
    return loads;
  }

  private Stream<Load> named(String name) {
    int many = or(clients, 5000, 500);
    return switch (name) {
      case "channel" ->
          sizes().map(size -> new ChannelLoad(size, senders, pace(CHANNEL_IN_FLIGHT)));
      case "single" -> Stream.of(new ChannelLoad(largest(), 1, new Pace.Closed(1)));
      case "pairs" -> Stream.of(new PairsLoad(or(pairs, 500, 50), pace(IN_FLIGHT)));
      case "mixed" ->
          Stream.of(
              new MixedLoad(
                  or(clients, 2000, 200),
                  or(channels, 200, 20),
                  or(movers, 50, 10),
                  pace(IN_FLIGHT)));
      case "latency" ->
          Stream.of(new LatencyLoad(smallest(), senders, or(inFlight, CHANNEL_IN_FLIGHT, 16)));
      case "failover" -> Stream.of(new FailoverLoad(or(channels, 60, 12)));
      case "churn" -> Stream.of(new ChurnLoad(or(visitors, 50, 10), or(members(), 50, 10)));
      case "connect" -> Stream.of(new ConnectLoad(many));
      case "idle" -> Stream.of(new IdleLoad(many));
      default ->
          throw new BenchException(
              "there is no load \"" + name + "\", only failover, " + String.join(", ", USUAL));
    };
  }

  Plan plan() {
    return new Plan(
        Duration.ofSeconds(or(warmUp, 8, 1)),
        Duration.ofSeconds(or(seconds, 8, 2)),
        Duration.ofSeconds(patience));
  }

  private Pace pace(int usual) {
    return rate != null
        ? new Pace.Open(rate)
        : new Pace.Closed(inFlight != null ? inFlight : usual);
  }

  private @Nullable Integer members() {
    return members == null ? null : members.getFirst();
  }

  private Stream<Integer> sizes() {
    if (members != null) {
      return members.stream();
    }
    return quick ? Stream.of(100, 20) : Stream.of(1000, 100);
  }

  private int largest() {
    return sizes().max(Integer::compare).orElseThrow();
  }

  private int smallest() {
    return sizes().min(Integer::compare).orElseThrow();
  }

  private int or(@Nullable Integer given, int usual, int small) {
    if (given != null) {
      return given;
    }
    return quick ? small : usual;
  }
}
