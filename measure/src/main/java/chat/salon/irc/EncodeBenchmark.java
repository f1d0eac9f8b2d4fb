package chat.salon.irc;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.Delivery;
import chat.salon.core.Event;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Nick;
import chat.salon.core.Origin;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.PersonId;
import chat.salon.core.Ranks;
import chat.salon.core.Stamp;
import chat.salon.core.Stamps;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// From events to bytes: what an event loop does once for each class of its readers, and what it
/// does for the one who asked. Buffers outside of the heap are not in the bytes allocated.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EncodeBenchmark {
  private static final String SERVER = "one.example";
  private static final int LINE_BYTES = 512;
  private static final int SEVERAL = 16;
  private static final Caps NONE = new Caps(0);
  private static final Caps TIME = NONE.with(Cap.SERVER_TIME);
  private static final Caps TAGS = TIME.with(Cap.MESSAGE_TAGS).with(Cap.ACCOUNT_TAG);
  private static final Caps ALL =
      TAGS.with(Cap.ACCOUNT_NOTIFY)
          .with(Cap.AWAY_NOTIFY)
          .with(Cap.CHGHOST)
          .with(Cap.ECHO_MESSAGE)
          .with(Cap.EXTENDED_JOIN)
          .with(Cap.LABELED_RESPONSE)
          .with(Cap.SETNAME);

  /// What happened.
  public enum What {
    MESSAGE,
    JOIN
  }

  /// The classes of readers, by what they have negotiated.
  public enum Readers {
    BARE,
    TAGGED,
    FOUR_CLASSES;

    private List<Caps> classes() {
      return switch (this) {
        case BARE -> List.of(NONE);
        case TAGGED -> List.of(TAGS);
        case FOUR_CLASSES -> List.of(NONE, TIME, TAGS, ALL);
      };
    }
  }

  @Param public What what = What.MESSAGE;
  @Param public Readers readers = Readers.BARE;

  private List<Caps> classes = List.of();
  private List<Delivery> one = List.of();
  private List<Delivery> several = List.of();

  /// Makes the events.
  @Setup
  public void prepare() {
    classes = readers.classes().stream().map(Caps::shaping).toList();
    var stamps = new Stamps(InstantSource.system(), 0);
    var by =
        new Person(
            new PersonId(stamps.next()),
            Nick.trusted("somebody"),
            "~user",
            "d34db33f.cloak.example",
            "Somebody",
            AccountName.trusted("somebody"),
            null,
            Standing.PLAIN);
    several = new ArrayList<>();
    for (int i = 0; i < SEVERAL; i++) {
      var event = event(new Stamp(stamps.next(), i + 1), by);
      several.add(new Delivery(event, new Origin(1, "label"), null));
    }
    one = Collections.singletonList(several.getFirst());
  }

  private Event event(Stamp stamp, Person by) {
    var where = ChannelName.trusted("#channel");
    var text = "the kettle is on, the cups are warm and somebody asked again whether milk is first";
    return switch (what) {
      case MESSAGE ->
          new Said(stamp, where, by, Form.MESSAGE, "#channel", null, text, Map.of(), null);
      case JOIN -> new Joined(stamp, where, by, Ranks.NONE, Set.of(0));
    };
  }

  /// A turn with one event, for all the classes.
  @Benchmark
  public void one(Blackhole hole) {
    encode(one, hole);
  }

  /// A turn with 16 events, for all the classes.
  @Benchmark
  public void sixteen(Blackhole hole) {
    encode(several, hole);
  }

  private void encode(List<Delivery> deliveries, Blackhole hole) {
    for (var caps : classes) {
      var encoded = Encoded.of(deliveries, caps, SERVER, LINE_BYTES);
      hole.consume(encoded);
      encoded.release();
    }
  }

  /// The labelled echo of one event to who asked for it.
  @Benchmark
  public void echo(Blackhole hole) {
    var event = one.getFirst().event();
    for (var caps : classes) {
      for (var line : EventLines.of(event, new Reader(caps, new PersonId(1), SERVER))) {
        hole.consume(line.with("label", "a1b2").bytes(LINE_BYTES));
      }
    }
  }
}
