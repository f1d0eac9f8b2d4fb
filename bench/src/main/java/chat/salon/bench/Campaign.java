package chat.salon.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Several rounds of several loads against several servers. In a round, each load goes to each
/// server in turn, so that whatever else the machine does troubles all of them alike.
///
/// @param each hears of every trial when it has ended
record Campaign(
    List<Load> loads,
    List<? extends Software> servers,
    int rounds,
    Generator generator,
    Plan plan,
    Progress progress,
    Consumer<Trial> each) {

  List<Trial> run() {
    var trials = new ArrayList<Trial>();
    for (int round = 1; round <= rounds; round++) {
      for (var load : loads) {
        for (var server : servers) {
          if (server.nodes() >= load.leastNodes()) {
            var trial = run(round, load, server);
            trials.add(trial);
            each.accept(trial);
          }
        }
      }
    }
    return trials;
  }

  private Trial run(int round, Load load, Software server) {
    var title = "[%d/%d] %s, %s".formatted(round, rounds, server.name(), load.title());
    progress.begin(title);
    progress.say("starts");
    try (var running = server.start()) {
      var result = load.run(new Run(generator, running.target(), plan, progress));
      if (!result.verdict().isClean()) {
        progress.note(title + ": " + result.verdict());
      }
      return new Trial(round, load, server.name(), result, null);
    } catch (BenchException e) {
      progress.note(title + ": " + e.getMessage());
      return new Trial(round, load, server.name(), null, e.getMessage());
    }
  }
}
