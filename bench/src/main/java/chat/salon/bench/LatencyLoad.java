package chat.salon.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How long deliveries take when a channel is half as busy as the server could bear: first finds
/// out how much that is.
record LatencyLoad(int members, int senders, int inFlight) implements Load {
  @Override
  public String name() {
    return "latency";
  }

  @Override
  public Map<String, Object> parameters() {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("members", members);
    parameters.put("senders", senders);
    parameters.put("load", "half");
    return parameters;
  }

  @Override
  public List<Figure> headlines() {
    return List.of(Figure.P50_MICROS, Figure.P99_MICROS);
  }

  @Override
  public Result run(Run run) {
    var most = new ChannelLoad(members, senders, new Pace.Closed(inFlight)).run(run);
    double rate = most.figures().getOrDefault(Figure.MESSAGES_PER_SECOND, 0.0) / 2;
    var half = new ChannelLoad(members, senders, new Pace.Open(Math.max(1, rate))).run(run);
    half.figures().put(Figure.INTENDED_PER_SECOND, rate);
    return new Result(half.figures(), most.verdict().and(half.verdict()));
  }
}
