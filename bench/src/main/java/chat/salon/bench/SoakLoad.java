package chat.salon.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/// A mixed load at a steady rate for a long time, with people who come, open channels, close them
/// and go, while somebody looks at the server now and then. For the thread that runs it.
///
/// @param mixed the channels and those who stay; its pace finds the maximum
/// @param pairs of people who stay and talk privately
/// @param couples of new people that come in a second
/// @param share of the maximum that the voices say
/// @param time of the whole soak
/// @param every so often the server is looked at
record SoakLoad(
    MixedLoad mixed, int pairs, double couples, double share, Duration time, Duration every) {
  private static final double NANOS_PER_HOUR = Duration.ofHours(1).toNanos();

  /// One look at the server, and what had happened until then.
  record Look(Vitals vitals, SoakTalk.Counts counts, Verdict deliveries) {}

  /// What a soak came to.
  ///
  /// @param grown bytes by which the live objects of a class grew since the warm-up, the most first
  record Ended(
      List<Look> looks, SoakTalk.Counts counts, Verdict deliveries, Map<String, Long> grown) {
    SoakVerdict growth() {
      return SoakVerdict.of(looks.stream().map(Look::vitals).toList());
    }
  }

  /// Finds out how many messages a second of the channels are the most.
  ///
  /// @throws BenchException if anything was wrong with the deliveries
  double findMost(Run run) {
    var most = mixed.run(run);
    if (!most.verdict().isClean()) {
      throw new BenchException("at the maximum: " + most.verdict());
    }
    return most.figures().getOrDefault(Figure.MESSAGES_PER_SECOND, 0.0);
  }

  /// Runs it.
  ///
  /// @param most what the server can bear, in messages of the channels a second
  /// @param each hears of every look
  Ended run(Run run, double most, Consumer<Look> each) {
    var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(MixedLoad.SEED);
    var steady = atSteadyPace(most * share);
    var zipf = new Zipf(steady.channels());
    int settled = steady.clients() + 2 * pairs;
    try (var crowd = run.crowd()) {
      run.progress().say("connects");
      var everybody = crowd.connect(settled);
      int residents = steady.clients() - steady.movers();
      var membership = steady.memberships(residents, zipf, chance);
      crowd.join(steady.joins(everybody, membership));
      crowd.settle(everybody);
      var check = steady.check(everybody.subList(0, residents), membership);
      var voices = new ArrayList<>(steady.voices(everybody, membership));
      addPairs(everybody.subList(steady.clients(), settled), voices, check, steady.pace().window());
      var talk =
          new SoakTalk(crowd, voices, check, steady.names(), settled, () -> zipf.choose(chance));
      double rate = most * share * voices.size() / steady.channels();
      crowd.call(() -> {
        crowd.listen(talk);
        everybody.subList(residents, steady.clients()).forEach(talk::wander);
        talk.startOpen(Math.max(1, rate));
        talk.startCouples(couples);
        return talk;
      });
      return watch(run, crowd, talk, everybody, each);
    }
  }

  private MixedLoad atSteadyPace(double rate) {
    return new MixedLoad(mixed.clients(), mixed.channels(), mixed.movers(), new Pace.Open(rate));
  }

  /// Both of each pair talk to the other.
  private static void addPairs(List<Client> people, List<Voice> voices, Check check, int window) {
    for (int i = 0; i < people.size(); i++) {
      var speaker = people.get(i);
      var reader = people.get(i ^ 1);
      reader.firstVoice = voices.size();
      reader.voices = 1;
      reader.firstStream = check.add();
      check.open(reader.firstStream, 0);
      voices.add(new Voice(speaker, voices.size(), reader.nick, 1, window));
    }
  }

  private Ended watch(
      Run run, Crowd crowd, SoakTalk talk, List<Client> everybody, Consumer<Look> each) {
    var looks = new ArrayList<Look>();
    var heaps = new Heaps(run);
    long began = System.nanoTime();
    for (long next = every.toNanos(); next <= time.toNanos(); next += every.toNanos()) {
      pass(run, crowd, talk, began + next);
      holdCouples(run, crowd, talk);
      var heap = heaps.read(looks.size() == warmUp());
      double hours = (System.nanoTime() - began) / NANOS_PER_HOUR;
      var vitals = Vitals.of(pid(run), hours, heap);
      var look =
          crowd.call(() -> {
            talk.goOn();
            return new Look(vitals, talk.soFar(), talk.wrong());
          });
      looks.add(look);
      each.accept(look);
    }
    holdCouples(run, crowd, talk);
    run.progress().say("checks");
    var silence = crowd.call(talk::stop);
    try {
      crowd.await(silence);
      crowd.settle(everybody);
    } catch (BenchException e) {
      run.progress().note("After the end: " + e.getMessage());
    }
    return new Ended(
        List.copyOf(looks), crowd.call(talk::soFar), crowd.call(talk::verdict), heaps.growth());
  }

  private int warmUp() {
    return SoakVerdict.warmUp((int) (time.toNanos() / every.toNanos()));
  }

  private void pass(Run run, Crowd crowd, SoakTalk talk, long until) {
    long before = crowd.call(talk::deliveries);
    for (long left; (left = until - System.nanoTime()) > 0; ) {
      long step = Math.min(left, Duration.ofSeconds(1).toNanos());
      crowd.pause(Duration.ofNanos(step));
      long now = crowd.call(talk::deliveries);
      run.progress().say("%,d deliveries/s".formatted(now - before));
      before = now;
    }
  }

  /// Waits until only those are there who stay, so that every look finds the same.
  private static void holdCouples(Run run, Crowd crowd, SoakTalk talk) {
    try {
      crowd.await(crowd.call(talk::hold));
    } catch (BenchException e) {
      var who = crowd.call(talk::abandon);
      if (who.isEmpty()) {
        throw e;
      }
      run.progress().note("Gave up " + String.join("; ", who));
    }
  }

  private static long pid(Run run) {
    return run.target()
        .pid()
        .orElseThrow(() -> new BenchException("a soak needs the process of the server: --pid"));
  }

  /// Reads the heap, as long as it can be read.
  private static final class Heaps {
    private static final int SHOWN = 12;

    private final Run run;
    private @Nullable LiveHeap first;
    private @Nullable LiveHeap last;
    private boolean failed;

    Heaps(Run run) {
      this.run = run;
      read(
          false); // The first attaching starts a thread and opens a socket in the server, for good.
    }

    /// @param remember whether growth is to count from here
    OptionalLong read(boolean remember) {
      if (failed) {
        return OptionalLong.empty();
      }
      try {
        last = LiveHeap.of(pid(run));
        first = remember ? last : first;
        return OptionalLong.of(last.bytes());
      } catch (BenchException e) {
        failed = true;
        run.progress().note("THE HEAP CANNOT BE READ: " + e.getMessage());
        return OptionalLong.empty();
      }
    }

    Map<String, Long> growth() {
      return first == null || last == null ? Map.of() : last.growthSince(first, SHOWN);
    }
  }
}
