package chat.salon.bench;

import java.util.List;
import java.util.Map;

/// Many people who come at once: until the last of them is registered.
record ConnectLoad(int clients) implements Load {
  private static final int WARM_UP = 200;

  @Override
  public String name() {
    return "connect";
  }

  @Override
  public Map<String, Object> parameters() {
    return Map.of("clients", clients);
  }

  @Override
  public List<Figure> headlines() {
    return List.of(Figure.CONNECTIONS_PER_SECOND);
  }

  @Override
  public Result run(Run run) {
    try (var crowd = run.crowd()) {
      crowd.connect(WARM_UP);
      var begin = Window.open(run.target());
      run.progress().say("connects");
      crowd.connect(clients);
      var end = Window.open(run.target());
      var figures = begin.costUntil(end, run.target());
      figures.put(Figure.CONNECTIONS_PER_SECOND, clients / begin.secondsUntil(end));
      return new Result(figures, Verdict.CLEAN);
    }
  }
}
