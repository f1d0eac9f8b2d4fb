package chat.salon.cluster;

import chat.salon.cluster.Message.Answer;
import chat.salon.cluster.Message.Ask;
import chat.salon.cluster.Message.Carry;
import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.ChannelName;
import chat.salon.core.Delivery;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.IdempotencyKey;
import chat.salon.core.Nick;
import chat.salon.core.Origin;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.PersonId;
import chat.salon.core.Role;
import chat.salon.core.Stamp;
import chat.salon.core.Stamps;
import chat.salon.core.request.Say;
import java.time.InstantSource;
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

/// Messages between nodes, to bytes and back: what a message to a channel costs beside the network,
/// once to its owner, once from there to each node, and once for the answer.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {
  private static final String TEXT =
      "the kettle is on, the cups are warm and somebody asked again whether milk is first";

  /// What is sent.
  public enum Sent {
    ASK_SAY,
    CARRY_SAID,
    ANSWER
  }

  @Param public Sent sent = Sent.ASK_SAY;

  private Message message = new Answer(1, null);
  private byte[] bytes = {};

  /// Makes the message.
  @Setup
  public void prepare() {
    message = message();
    bytes = Codec.encode(message);
  }

  private Message message() {
    var stamps = new Stamps(InstantSource.system(), 1);
    var where = ChannelName.trusted("#channel");
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
    var origin = new Origin(stamps.next(), "a1b2");
    var said =
        new Said(
            new Stamp(stamps.next(), 1234),
            where,
            by,
            Form.MESSAGE,
            "#channel",
            null,
            TEXT,
            Map.of(),
            null);
    return switch (sent) {
      case ASK_SAY ->
          new Ask(
              123_456,
              1,
              where,
              new Actor(by, Set.of(1), "192.0.2.7", Role.MEMBER, 3, stamps.next()),
              new Say(Form.MESSAGE, TEXT, Map.of(), null),
              origin,
              IdempotencyKey.of(stamps.next()));
      case CARRY_SAID -> new Carry(7, List.of(new Delivery(said, origin, null)));
      case ANSWER -> new Answer(123_456, Done.of(said));
    };
  }

  /// To bytes.
  @Benchmark
  public byte[] encode() {
    return Codec.encode(message);
  }

  /// From bytes, with all that is checked.
  @Benchmark
  public Object decode() {
    return Codec.decode(bytes);
  }

  /// There and back.
  @Benchmark
  public Object roundTrip() {
    return Codec.decode(Codec.encode(message));
  }
}
