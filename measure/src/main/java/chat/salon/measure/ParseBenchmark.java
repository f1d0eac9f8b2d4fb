package chat.salon.measure;

import chat.salon.wire.Line;
import chat.salon.wire.LineSplitter;
import chat.salon.wire.Parsed;
import java.nio.charset.StandardCharsets;
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

/// From bytes to a line, and back.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ParseBenchmark {
  private static final int LINES = 16;

  /// What a client sends.
  public enum Input {
    PING("PING :12345"),
    MESSAGE("PRIVMSG #channel :" + Crowd.TEXT.substring(0, 80)),
    TAGGED(
        "@label=a1b2;+draft/reply=0123456789abc;+typing=done PRIVMSG #channel :"
            + Crowd.TEXT.substring(0, 80));

    private final String text;

    Input(String text) {
      this.text = text;
    }
  }

  @Param public Input input = Input.MESSAGE;

  private byte[] bytes = {};
  private byte[] chunk = {};
  private Line line = Line.of(null, "PING");
  private final LineSplitter splitter = LineSplitter.ofClient();

  /// Makes what is read.
  @Setup
  public void prepare() {
    var text = input.text;
    bytes = text.getBytes(StandardCharsets.UTF_8);
    chunk = (text + "\r\n").repeat(LINES).getBytes(StandardCharsets.UTF_8);
    if (Line.parse(text) instanceof Parsed.Ok(var good)) {
      line = good;
    }
  }

  /// One line.
  @Benchmark
  public Parsed parse() {
    return Line.parse(bytes, 0, bytes.length);
  }

  /// 16 lines that came at once.
  @Benchmark
  public void splitAndParse16(Blackhole hole) {
    splitter.feed(chunk, 0, chunk.length, hole::consume);
  }

  /// One line to bytes, tags included.
  @Benchmark
  public byte[] encode() {
    return line.bytes();
  }
}
