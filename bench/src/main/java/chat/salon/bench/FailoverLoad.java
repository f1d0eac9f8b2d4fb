package chat.salon.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Channels in which one member on the first node talks to one on the second, a message at a time,
/// while the last node of the network is killed: about a third of three nodes' channels are its
/// own.
record FailoverLoad(int channels) implements Load {
  private static final Duration LEAST = Duration.ofSeconds(20);
  private static final long MICROS = 1000;

  @Override
  public String name() {
    return "failover";
  }

  @Override
  public Map<String, Object> parameters() {
    return Map.of("channels", channels);
  }

  @Override
  public List<Figure> headlines() {
    return List.of(Figure.RECOVERY_MILLIS);
  }

  @Override
  public int leastNodes() {
    return 3;
  }

  @Override
  public Result run(Run run) {
    int nodes = run.target().nodes();
    try (var crowd = run.crowd()) {
      run.progress().say("connects");
      var clients = crowd.connect(channels * nodes);
      var voices = new ArrayList<Voice>();
      var talking = new ArrayList<Client>();
      var joins = new ArrayList<Crowd.Join>();
      var check = new Check(channels);
      for (int channel = 0; channel < channels; channel++) {
        var speaker = clients.get(channel * nodes);
        var reader = clients.get(channel * nodes + 1);
        var name = "#bench" + channel;
        joins.add(new Crowd.Join(speaker, name));
        joins.add(new Crowd.Join(reader, name));
        talking.addAll(List.of(speaker, reader));
        voices.add(new Voice(speaker, channel, name, 1, 1));
        reader.firstVoice = channel;
        reader.firstStream = channel;
        reader.voices = 1;
        check.open(channel, 0);
      }
      crowd.join(joins);
      crowd.settle(clients);
      var talk = new Talk(crowd, voices, check);
      var result =
          new TalkRun(longEnough(run), crowd, talk)
              .measure(
                  () -> {
                    talk.startClosed(1);
                    killLater(run, crowd, clients);
                  },
                  talking);
      double longest = result.figures().getOrDefault(Figure.MAX_MICROS, 0.0);
      result.figures().put(Figure.RECOVERY_MILLIS, longest / MICROS);
      return result;
    }
  }

  private static Run longEnough(Run run) {
    var plan = run.plan();
    var measured = plan.measured().compareTo(LEAST) < 0 ? LEAST : plan.measured();
    return new Run(
        run.generator(),
        run.target(),
        new Plan(plan.warmUp(), measured, plan.patience()),
        run.progress());
  }

  // A second after the measurement has begun.
  private static void killLater(Run run, Crowd crowd, List<Client> clients) {
    int last = run.target().nodes() - 1;
    crowd
        .loop()
        .schedule(
            () -> {
              clients.stream()
                  .filter(client -> client.index % run.target().nodes() == last)
                  .forEach(Client::expectEnd);
              run.target().kill(last);
            },
            run.plan().warmUp().toSeconds() + 1,
            TimeUnit.SECONDS);
  }
}
