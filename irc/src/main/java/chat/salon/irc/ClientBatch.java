package chat.salon.irc;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.Cuts;
import chat.salon.wire.Line;
import chat.salon.wire.Tags;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The batch that a client has opened and not closed: a message of several lines (IRCv3
/// draft/multiline, on the framework of client-batch). Used on the session's turn, but for
/// [#isOverdue].
public final class ClientBatch {
  // A client may have to answer, or to go, whatever it is sending.
  private static final Set<String> AT_ANY_TIME = Set.of("BATCH", "PING", "PONG", "QUIT");
  private static final int LONGEST_REFERENCE = 64;
  private static final int MOST_BROKEN = 8;

  private final IrcSession session;
  private volatile long deadline; // of System.nanoTime(), while there is an open one
  private volatile @Nullable Open open;
  // Of batches that were refused, whose other lines are still to come; the last few.
  private final ArrayDeque<String> broken = new ArrayDeque<>();
  private @Nullable String labelOfBroken;

  /// What has been said so far.
  private static final class Open {
    final String reference;
    final String target;
    final Tags tags;
    final @Nullable String label;
    final StringBuilder text = new StringBuilder();
    final List<Integer> cuts = new ArrayList<>();
    int lines;
    int bytes;

    Open(String reference, String target, Tags tags, @Nullable String label) {
      this.reference = reference;
      this.target = target;
      this.tags = tags;
      this.label = label;
    }
  }

  /// A message that has been said as a whole.
  ///
  /// @param cuts see [Cuts]
  /// @param tags that the batch was opened with
  public record Whole(String target, String text, List<Integer> cuts, Tags tags) {}

  ClientBatch(IrcSession session) {
    this.session = session;
  }

  /// Whether a line belongs to a batch, or is in the way of the open one.
  boolean takes(Line line) {
    return session.has(Cap.MULTILINE)
        && (line.tags().has("batch") || (open != null && !AT_ANY_TIME.contains(line.command())));
  }

  /// Whether a line is in the way of the open batch and is to be done apart from it.
  static boolean isApart(Line line) {
    return !line.tags().has("batch");
  }

  /// Takes a line.
  ///
  /// @return what is wrong with it; null for nothing, or nothing new
  @Nullable Line add(Line line) {
    var now = open;
    var reference = Objects.requireNonNullElse(line.tags().get("batch"), "");
    if (now == null) {
      return broken.contains(reference) ? null : unknown(reference);
    }
    if (isApart(line)) {
      return invalid("A batch is open: what is not part of it has to wait for its end");
    }
    if (!reference.equals(now.reference)) {
      return invalid("Only the batch " + now.reference + " is open");
    }
    if (!line.command().equals("PRIVMSG")) {
      return invalid("A message of several lines consists of PRIVMSG, and of no other batch");
    }
    if (!line.param(0).equalsIgnoreCase(now.target)) {
      return fail(
          "MULTILINE_INVALID_TARGET",
          Words.named(now.target),
          Words.named(line.param(0)),
          "All lines of a message go where its batch does");
    }
    return add(now, line.param(1), line.tags().has(Cuts.TAG));
  }

  private @Nullable Line add(Open now, String piece, boolean goesOn) {
    var settings = session.door().messages();
    if (goesOn && piece.isEmpty()) {
      return invalid("A blank line has nothing to go on with");
    }
    boolean isJoined = goesOn || now.lines == 0;
    int most = settings.multilineBytes();
    now.bytes += piece.getBytes(UTF_8).length + (isJoined ? 0 : 1);
    if (++now.lines > settings.multilineLines()) {
      return fail(
          "MULTILINE_MAX_LINES",
          String.valueOf(settings.multilineLines()),
          "A message has at most " + settings.multilineLines() + " lines");
    }
    if (now.bytes > most) {
      return fail(
          "MULTILINE_MAX_BYTES", String.valueOf(most), "A message has at most " + most + " bytes");
    }
    if (!isJoined) {
      now.text.append('\n');
    } else if (now.lines > 1
        && !now.text.isEmpty()
        && now.text.charAt(now.text.length() - 1) != '\n') {
      now.cuts.add(now.text.length());
    }
    now.text.append(piece);
    return null;
  }

  /// The label with which a BATCH is answered: that of the message is given when it is whole.
  @Nullable String label(Line line, @Nullable String its) {
    var now = open;
    if (line.param(0).startsWith("+") && refusal(line) == null) {
      return null;
    }
    return its != null || now == null ? its : now.label;
  }

  /// The label of the batch that was given up last; null for none. It is given once.
  @Nullable String takeLabel() {
    var its = labelOfBroken;
    labelOfBroken = null;
    return its;
  }

  /// Opens a batch.
  ///
  /// @return why not; null when it is open
  public @Nullable Line open(Line line) {
    var refusal = refusal(line);
    if (refusal != null) {
      giveUp();
      forgive(line.param(0).substring(1));
      labelOfBroken = null; // this line was answered in its stead
      return refusal;
    }
    boolean isLabelled = session.has(Cap.LABELED_RESPONSE) && session.has(Cap.BATCH);
    var label = isLabelled ? line.tags().get("label") : null;
    var reference = line.param(0).substring(1);
    deadline =
        System.nanoTime() + TimeUnit.SECONDS.toNanos(session.door().messages().batchSeconds());
    open = new Open(reference, line.param(2), line.tags().clientOnly(), label);
    broken.clear();
    return null;
  }

  private @Nullable Line refusal(Line line) {
    var reference = line.param(0).substring(1);
    boolean isWord = Line.word(reference).equals(reference);
    if (!isWord || reference.length() > LONGEST_REFERENCE) {
      return line("INVALID_REFTAG", Words.named(reference), "That is no reference of a batch");
    }
    if (line.tags().has("batch")) {
      return line("MULTILINE_INVALID", "A batch cannot be opened within another");
    }
    if (!session.has(Cap.MULTILINE) || !line.param(1).equals(Pieces.BATCH_TYPE)) {
      return line(
          "UNKNOWN_TYPE",
          reference,
          Words.named(line.param(1)),
          "Clients open batches of the type "
              + Pieces.BATCH_TYPE
              + ", when they have negotiated it");
    }
    if (open != null) {
      return line("MULTILINE_INVALID", "A batch is open already: both are given up");
    }
    return line.param(2).isEmpty()
        ? line("MULTILINE_INVALID", "The batch does not say to whom it goes")
        : null;
  }

  /// What came of closing a batch.
  ///
  /// @param refusal null for none, or nothing new
  public record Closed(Optional<Whole> whole, @Nullable Line refusal) {}

  /// Closes the batch.
  public Closed close(Line line) {
    var reference = line.param(0).substring(1);
    var now = open;
    if (now == null) {
      boolean isKnown = broken.remove(reference);
      return new Closed(
          Optional.empty(),
          isKnown
              ? null
              : line(
                  "INVALID_REFTAG", Words.named(reference), "No batch of this reference is open"));
    }
    if (!reference.equals(now.reference)) {
      return refused("Only the batch " + now.reference + " is open");
    }
    if (now.text.chars().allMatch(c -> c == '\n')) {
      return refused("The batch says nothing");
    }
    open = null;
    return new Closed(
        Optional.of(new Whole(now.target, now.text.toString(), List.copyOf(now.cuts), now.tags)),
        null);
  }

  private Closed refused(String why) {
    var refusal = invalid(why);
    labelOfBroken = null; // this line was answered in its stead
    return new Closed(Optional.empty(), refusal);
  }

  /// Whether a batch is open.
  boolean isOpen() {
    return open != null;
  }

  /// Whether a batch has been open for too long. Any thread.
  boolean isOverdue(long nanoTime) {
    return open != null && deadline - nanoTime < 0;
  }

  /// Gives up a batch that has been open for too long.
  ///
  /// @return what the client is told; null when it has been closed meanwhile
  @Nullable Line expire() {
    var now = open;
    return now == null || !isOverdue(System.nanoTime())
        ? null
        : fail("TIMEOUT", now.reference, "The batch was open for too long, and is given up");
  }

  private Line invalid(String text) {
    return fail("MULTILINE_INVALID", text);
  }

  private Line unknown(String reference) {
    forgive(reference);
    return line("INVALID_REFTAG", Words.named(reference), "No batch of this reference is open");
  }

  // The batch is given up: what else comes of it is not answered again.
  private Line fail(String... codeAndText) {
    giveUp();
    return line(codeAndText);
  }

  private void giveUp() {
    var now = open;
    if (now != null) {
      forgive(now.reference);
      labelOfBroken = now.label;
    }
    open = null;
  }

  private void forgive(String reference) {
    if (broken.size() == MOST_BROKEN) {
      broken.removeFirst();
    }
    broken.add(reference);
  }

  private Line line(String... codeAndText) {
    var params = new ArrayList<>(List.of("BATCH"));
    params.addAll(List.of(codeAndText));
    return Line.of(session.serverName(), "FAIL", params.toArray(String[]::new));
  }
}
