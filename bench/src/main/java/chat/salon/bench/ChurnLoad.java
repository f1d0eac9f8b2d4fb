package chat.salon.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// People who connect, join a channel in which somebody talks, hear a little and quit, again and
/// again.
///
/// @param visitors how many of them there are at a time
/// @param residents who are in the channel all the time
record ChurnLoad(int visitors, int residents) implements Load {
  private static final String NAME = "#churn";
  private static final double MILLIS = 1000;

  ChurnLoad {
    if (visitors < 1 || residents < 2) {
      throw new BenchException("a churn load needs a visitor and two residents");
    }
  }

  @Override
  public String name() {
    return "churn";
  }

  @Override
  public Map<String, Object> parameters() {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("visitors", visitors);
    parameters.put("residents", residents);
    return parameters;
  }

  @Override
  public List<Figure> headlines() {
    return List.of(Figure.CYCLES_PER_SECOND, Figure.CPU_MILLIS_PER_CYCLE);
  }

  @Override
  public Result run(Run run) {
    try (var crowd = run.crowd()) {
      run.progress().say("connects");
      var all = crowd.connect(residents);
      crowd.join(all.stream().map(client -> new Crowd.Join(client, NAME)).toList());
      crowd.settle(all);
      var voice = new Voice(all.getFirst(), 0, NAME, residents - 1, 1);
      var talk = new ChurnTalk(crowd, List.of(voice), check(all), NAME, all);
      var result =
          new TalkRun(run, crowd, talk)
              .measure(
                  () -> {
                    talk.startClosed(1);
                    for (int i = 0; i < visitors; i++) {
                      talk.dial();
                    }
                  },
                  all);
      perCycle(result.figures());
      return result;
    }
  }

  private static void perCycle(Map<Figure, Double> figures) {
    double cycles = figures.getOrDefault(Figure.CYCLES_PER_SECOND, 0.0);
    var share = figures.get(Figure.SERVER_CPU);
    if (share != null && cycles > 0) {
      figures.put(Figure.CPU_MILLIS_PER_CYCLE, share / 100 * MILLIS / cycles);
    }
  }

  private Check check(List<Client> all) {
    var check = new Check(residents);
    for (var resident : all) {
      resident.firstStream = resident.index;
      resident.voices = 1;
      if (resident.index != 0) {
        check.open(resident.index, 0);
      }
    }
    return check;
  }
}
