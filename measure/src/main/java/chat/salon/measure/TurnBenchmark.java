package chat.salon.measure;

import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Limits;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Outlet;
import chat.salon.core.Salon;
import chat.salon.core.Stamps;
import chat.salon.core.request.Join;
import chat.salon.core.request.Leave;
import chat.salon.core.request.Request;
import chat.salon.core.request.Say;
import chat.salon.store.Store;
import chat.salon.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// A channel's turn, from asking until it is answered: decided, stored, published and handed to two
/// outlets with the sessions of all members. Everything runs on virtual threads over one carrier
/// thread: what is asked before somebody waits is in one turn, and nothing waits for a processor to
/// wake up.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    jvmArgsAppend = {
      "-Djmh.executor=VIRTUAL",
      "-Djdk.virtualThreadScheduler.parallelism=1",
      "-Djdk.virtualThreadScheduler.maxPoolSize=1"
    })
public class TurnBenchmark {
  private static final int SEVERAL = 16;
  private static final ChannelName WHERE = ChannelName.trusted("#channel");
  private static final Request<ChannelState> SAY =
      new Say(Form.MESSAGE, Crowd.TEXT.substring(0, 80), Map.of(), null);
  private static final Request<ChannelState> JOIN = new Join(null);
  private static final Request<ChannelState> LEAVE = new Leave("");

  /// Where it is stored.
  public enum Log {
    NONE,
    DISK
  }

  @Param("1000")
  public int members = 1000;

  @Param public Log log = Log.NONE;

  private final List<Seat> seats = new ArrayList<>();
  private final List<Seat> visitors = new ArrayList<>();
  private @Nullable Path folder;
  private @Nullable Store store;
  private int turn;

  /// Opens the channel and has everybody join it.
  @Setup
  public void prepare() throws IOException {
    var salon = open();
    var crowd = new Crowd(members + SEVERAL);
    if (store != null) {
      crowd.register(store.accounts());
    }
    var outlets = List.of(Seat.counting(), Seat.counting());
    for (int i = 0; i < members + SEVERAL; i++) {
      Outlet outlet = outlets.get(i % 2);
      (i < members ? seats : visitors).add(new Seat(salon, outlet, crowd.get(i)));
    }
    all(seats, JOIN);
  }

  private Salon open() throws IOException {
    var stamps = new Stamps(InstantSource.system(), 0);
    if (log == Log.NONE) {
      var none = new Forgetful();
      return Salon.alone(none, none, none, none, stamps, Limits.DEFAULT, false);
    }
    folder = Files.createTempDirectory("salon-turns-");
    store = Store.open(StoreSettings.DEFAULT, folder);
    return Salon.alone(
        store.messageLog(),
        store.conversations(),
        store.nicks(),
        store.readMarkers(),
        stamps,
        Limits.DEFAULT,
        false);
  }

  /// Looks whether everybody was shown the same, and deletes what was stored.
  @TearDown
  public void finish() throws IOException {
    long least = seats.stream().mapToLong(Seat::shown).min().orElse(0);
    long last = seats.getLast().shown();
    if (store != null) {
      store.close();
    }
    if (folder != null) {
      Folders.delete(folder);
    }
    if (least == 0 || least != last) {
      throw new IllegalStateException("some were shown " + least + " events, some " + last);
    }
  }

  /// A turn with one message.
  @Benchmark
  public Outcome say() {
    return done(nextSeat().ask(WHERE, SAY));
  }

  /// A turn with the messages of 16 people.
  @Benchmark
  public void say16() {
    var answers = new ArrayList<CompletableFuture<Outcome>>(SEVERAL);
    for (int i = 0; i < SEVERAL; i++) {
      answers.add(nextSeat().ask(WHERE, SAY));
    }
    answers.forEach(TurnBenchmark::done);
  }

  /// Two turns: somebody joins, and leaves.
  @Benchmark
  public Outcome joinAndLeave() {
    var visitor = visitors.getFirst();
    done(visitor.ask(WHERE, JOIN));
    return done(visitor.ask(WHERE, LEAVE));
  }

  /// Two turns: 16 people join, and leave.
  @Benchmark
  public void joinAndLeave16() {
    all(visitors, JOIN);
    all(visitors, LEAVE);
  }

  private Seat nextSeat() {
    turn = (turn + 1) % seats.size();
    return seats.get(turn);
  }

  private static void all(List<Seat> some, Request<ChannelState> request) {
    some.stream().map(seat -> seat.ask(WHERE, request)).toList().forEach(TurnBenchmark::done);
  }

  private static Outcome done(CompletableFuture<Outcome> answer) {
    var outcome = Salon.await(answer);
    if (outcome instanceof Refused(var why)) {
      throw new IllegalStateException("refused: " + why);
    }
    return outcome;
  }
}
