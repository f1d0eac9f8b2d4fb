package chat.salon.bench;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Many people who are registered and do nothing: what that costs the server.
record IdleLoad(int clients) implements Load {
  private static final int WARM_UP = 200;

  @Override
  public String name() {
    return "idle";
  }

  @Override
  public Map<String, Object> parameters() {
    return Map.of("clients", clients);
  }

  @Override
  public List<Figure> headlines() {
    return List.of(Figure.RESIDENT_PER_CONNECTION);
  }

  @Override
  public Result run(Run run) {
    var process =
        Proc.of(
            run.target()
                .pid()
                .orElseThrow(() -> new BenchException("the load idle needs --pid of the server")));
    try (var crowd = run.crowd()) {
      run.progress().say("connects");
      crowd.connect(WARM_UP);
      crowd.pause(run.plan().warmUp());
      long resident = process.residentBytes();
      var proportional = process.proportionalBytes();
      crowd.connect(clients);
      crowd.settle(crowd.clients());
      var begin = Window.open(run.target());
      run.progress().say("is idle");
      crowd.pause(run.plan().measured());
      var figures = begin.costUntil(Window.open(run.target()), run.target());
      figures.put(
          Figure.RESIDENT_PER_CONNECTION, (process.residentBytes() - resident) / (double) clients);
      growth(proportional, process.proportionalBytes(), figures);
      crowd.settle(crowd.clients());
      return new Result(figures, Verdict.CLEAN);
    }
  }

  private void growth(OptionalLong before, OptionalLong after, Map<Figure, Double> figures) {
    if (before.isPresent() && after.isPresent()) {
      figures.put(
          Figure.PROPORTIONAL_PER_CONNECTION,
          (after.getAsLong() - before.getAsLong()) / (double) clients);
    }
  }
}
