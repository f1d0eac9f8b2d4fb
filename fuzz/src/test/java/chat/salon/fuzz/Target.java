package chat.salon.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.cluster.MessageTarget;
import chat.salon.core.account.PlainTarget;
import chat.salon.irc.channel.ModeTarget;
import chat.salon.irc.login.SaslTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// What is fuzzed. Each has its class and, by its name in lower case, its file in the corpus.
enum Target {
  LINE(LineTarget.class, LineTarget::fuzzerTestOneInput),
  SPLITTER(SplitterTarget.class, SplitterTarget::fuzzerTestOneInput),
  TAGS(TagsTarget.class, TagsTarget::fuzzerTestOneInput),
  ENCODER(EncoderTarget.class, EncoderTarget::fuzzerTestOneInput),
  RELAY(RelayTarget.class, RelayTarget::fuzzerTestOneInput),
  GLOB(GlobTarget.class, GlobTarget::fuzzerTestOneInput),
  NAMES(NamesTarget.class, NamesTarget::fuzzerTestOneInput),
  MODES(ModeTarget.class, ModeTarget::fuzzerTestOneInput),
  TEXTSPLIT(TextSplitTarget.class, TextSplitTarget::fuzzerTestOneInput),
  PLAIN(PlainTarget.class, PlainTarget::fuzzerTestOneInput),
  SCRAM(ScramTarget.class, ScramTarget::fuzzerTestOneInput),
  SASL(SaslTarget.class, SaslTarget::fuzzerTestOneInput),
  SEARCH(SearchTarget.class, SearchTarget::fuzzerTestOneInput),
  MESSAGE(MessageTarget.class, MessageTarget::fuzzerTestOneInput);

  private static final Path CORPUS = Path.of("corpus");

  private final Class<?> type;

  @SuppressWarnings("ImmutableEnumChecker") // a static method
  private final Consumer<byte[]> run;

  Target(Class<?> type, Consumer<byte[]> run) {
    this.type = type;
    this.run = run;
  }

  /// One input of the corpus.
  ///
  /// @param line where it stands, counted from 1
  /// @param text as it is written, see [Escaped]
  record Seed(int line, String text) {
    byte[] bytes() {
      return Escaped.read(text);
    }
  }

  Class<?> type() {
    return type;
  }

  /// Throws when one input breaks what has to hold.
  void run(byte[] input) {
    run.accept(input);
  }

  Path corpus() {
    return CORPUS.resolve(name().toLowerCase(Locale.ROOT) + ".txt");
  }

  /// The inputs that everybody starts from: one a line, but for empty lines and comments.
  List<Seed> seeds() {
    try {
      var lines = Files.readAllLines(corpus(), UTF_8);
      return IntStream.range(0, lines.size())
          .mapToObj(i -> new Seed(i + 1, lines.get(i)))
          .filter(seed -> !seed.text().isEmpty() && !seed.text().startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
