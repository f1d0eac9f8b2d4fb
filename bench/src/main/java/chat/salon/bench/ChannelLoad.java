package chat.salon.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One channel in which some members talk and all others read.
///
/// @param senders how many of the members talk
record ChannelLoad(int members, int senders, Pace pace) implements Load {
  private static final String NAME = "#bench";

  ChannelLoad {
    if (members < 2 || senders < 1 || senders > members) {
      throw new BenchException("a channel load needs two members, and no more senders than these");
    }
  }

  @Override
  public String name() {
    return "channel";
  }

  @Override
  public Map<String, Object> parameters() {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("members", members);
    parameters.put("senders", senders);
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
      var clients = crowd.connect(members);
      run.progress().say("joins");
      crowd.join(clients.stream().map(client -> new Crowd.Join(client, NAME)).toList());
      crowd.settle(clients);
      var talk = new Talk(crowd, voices(clients), check(clients));
      return new TalkRun(run, crowd, talk).measure(() -> pace.start(talk), clients);
    }
  }

  private List<Voice> voices(List<Client> clients) {
    var voices = new ArrayList<Voice>();
    for (int i = 0; i < senders; i++) {
      voices.add(new Voice(clients.get(i), i, NAME, members - 1, pace.window()));
    }
    return voices;
  }

  /// Everybody hears every voice but their own.
  private Check check(List<Client> clients) {
    var check = new Check(members * senders);
    for (var client : clients) {
      client.firstStream = client.index * senders;
      client.voices = senders;
      for (int voice = 0; voice < senders; voice++) {
        if (client.index != voice) {
          check.open(client.firstStream + voice, 0);
        }
      }
    }
    return check;
  }
}
