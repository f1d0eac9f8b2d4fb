package chat.salon.measure;

import chat.salon.core.ChannelName;
import chat.salon.core.Pair;
import chat.salon.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Many conversations, talked in as Zipf says: channels and private ones in turn.
final class Script {
  // Messages that are there at once, as on a busy server: those of one conversation are one batch.
  private static final int ROUND = 4096;

  private final Crowd crowd = new Crowd(1000);
  private final List<Dialogue> dialogues = new ArrayList<>();
  private final Zipf zipf;
  private final SplittableRandom random = new SplittableRandom(1);

  Script(int conversations) {
    this(conversations, random -> Crowd.TEXT.substring(0, random.nextInt(20, 101)));
  }

  /// @param texts what is said
  Script(int conversations, Function<RandomGenerator, String> texts) {
    zipf = new Zipf(conversations);
    for (int i = 0; i < conversations; i++) {
      dialogues.add(
          new Dialogue(
              i % 2 == 0 ? ChannelName.trusted("#channel" + i) : Pair.of("~left" + i, "~right" + i),
              crowd,
              texts));
    }
  }

  /// Somewhere; most likely where most is said.
  Dialogue pick() {
    return dialogues.get(zipf.pick(random));
  }

  /// Some of the conversations, large and small.
  List<Dialogue> some(int count) {
    int step = dialogues.size() / count;
    return IntStream.range(0, count).mapToObj(i -> dialogues.get(i * step)).toList();
  }

  /// How many messages there are.
  long size() {
    return dialogues.stream().mapToLong(Dialogue::size).sum();
  }

  SplittableRandom random() {
    return random;
  }

  /// Has so many messages stored, in rounds.
  ///
  /// @param done told after each round how many there are so far
  void play(Store store, long messages, LongConsumer done) throws InterruptedException {
    crowd.register(store.accounts());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long so = 0; so < messages; done.accept(so)) {
        int round = (int) Math.min(ROUND, messages - so);
        playRound(store, round, threads);
        so += round;
      }
    }
  }

  private void playRound(Store store, int messages, ExecutorService threads)
      throws InterruptedException {
    var counts = new TreeMap<Integer, Integer>();
    for (int i = 0; i < messages; i++) {
      counts.merge(zipf.pick(random), 1, Integer::sum);
    }
    var appends = new ArrayList<Future<?>>();
    counts.forEach((number, count) -> {
      var batch = dialogues.get(number).next(count, random);
      appends.add(threads.submit(() -> store.messageLog().append(batch)));
    });
    for (var append : appends) {
      await(append);
    }
  }

  static void await(Future<?> work) throws InterruptedException {
    try {
      work.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the store failed: " + e.getCause(), e.getCause());
    }
  }
}
