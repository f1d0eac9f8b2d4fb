package chat.salon.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Pairs of people of whom one sends private messages to the other.
record PairsLoad(int pairs, Pace pace) implements Load {
  @Override
  public String name() {
    return "pairs";
  }

  @Override
  public Map<String, Object> parameters() {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("pairs", pairs);
    pace.describe(parameters);
    return parameters;
  }

  @Override
  public List<Figure> headlines() {
    return List.of(Figure.DELIVERIES_PER_CPU_SECOND);
  }

  @Override
  public Result run(Run run) {
    try (var crowd = run.crowd()) {
      run.progress().say("connects");
      var clients = crowd.connect(pairs * 2);
      crowd.settle(clients);
      var check = new Check(pairs);
      var voices = new ArrayList<Voice>();
      for (int pair = 0; pair < pairs; pair++) {
        var reader = clients.get(2 * pair + 1);
        voices.add(new Voice(clients.get(2 * pair), pair, reader.nick, 1, pace.window()));
        reader.firstVoice = pair;
        reader.firstStream = pair;
        reader.voices = 1;
        check.open(pair, 0);
      }
      var talk = new Talk(crowd, voices, check);
      return new TalkRun(run, crowd, talk).measure(() -> pace.start(talk), clients);
    }
  }
}
