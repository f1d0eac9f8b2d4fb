package chat.salon.irc;

import chat.salon.wire.Line;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What waits to be sent to one client. Lives on its event loop: only that thread calls it. Writes
/// of one round are flushed together; a client that does not read is cut off at its limit.
final class Outbox {
  private final Channel channel;
  private final Loop loop;
  private final IrcSession session;
  private @Nullable Cork cork;
  private @Nullable String answering; // the batch of a labelled answer that is under way
  private long heldBytes;
  private boolean isClosed;
  private boolean isDirty;
  private final List<CompletableFuture<Boolean>> waiting = new ArrayList<>();

  /// Lines held back until it is known how many of them answer a labelled command. Without a label
  /// they are held back only until something has been done.
  private record Cork(@Nullable String label, List<Held> held) {}

  private record Held(Line line, boolean isAnswer) {}

  Outbox(Channel channel, Loop loop, IrcSession session) {
    this.channel = channel;
    this.loop = loop;
    this.session = session;
  }

  /// Holds everything back until [#uncork].
  void cork(@Nullable String label) {
    cork = new Cork(label, new ArrayList<>());
    heldBytes = 0;
  }

  /// Whether lines are held back, or are part of a labelled answer.
  boolean isCorked() {
    return cork != null || answering != null;
  }

  /// Sends what was held back, in its order, with the answers framed as labeled-response asks: one
  /// bears the label, several are a batch, none is an ACK.
  void uncork() {
    endBatch();
    var corked = cork;
    cork = null;
    if (corked == null) {
      return;
    }
    var label = corked.label();
    if (label == null) {
      flushHeld(corked.held());
      return;
    }
    long answers = corked.held().stream().filter(Held::isAnswer).count();
    if (isOneMessage(corked.held())) {
      var held = corked.held();
      held.set(0, new Held(held.getFirst().line().with("label", label), true));
      flushHeld(held);
    } else if (answers == 0) {
      flushHeld(corked.held());
      write(Line.of(session.serverName(), "ACK").with("label", label));
    } else if (answers == 1) {
      for (var held : corked.held()) {
        write(held.isAnswer() ? held.line().with("label", label) : held.line());
      }
    } else {
      batch(corked, label, answers);
    }
  }

  /// A long answer is being given: when that much is held back, it is sent now, and what follows as
  /// it comes. Under a label the batch of labeled-response is open from then on, until [#uncork].
  void stream(int most) {
    var corked = cork;
    if (corked == null || corked.held().size() < most) {
      return;
    }
    cork = null;
    var label = corked.label();
    if (label != null) {
      answering = beginBatch(label);
    }
    corked.held().forEach(this::write);
  }

  private void write(Held held) {
    var batch = answering;
    write(batch != null && held.isAnswer() ? inBatch(held.line(), batch) : held.line());
  }

  private String beginBatch(String label) {
    var reference = session.nextBatch();
    write(
        Line.of(session.serverName(), "BATCH", "+" + reference, "labeled-response")
            .with("label", label));
    return reference;
  }

  private void endBatch() {
    var batch = answering;
    answering = null;
    if (batch != null) {
      endBatch(batch);
    }
  }

  private void endBatch(String reference) {
    write(Line.of(session.serverName(), "BATCH", "-" + reference));
  }

  private static Line inBatch(Line line, String reference) {
    return line.tags().has("batch") ? line : line.with("batch", reference);
  }

  // One in several lines is a batch of its own, which bears the label (IRCv3 draft/multiline,
  // "Labeled response with echo-message").
  private static boolean isOneMessage(List<Held> held) {
    if (held.size() < 2 || !held.stream().allMatch(Held::isAnswer)) {
      return false;
    }
    var first = held.getFirst().line();
    var last = held.getLast().line();
    return first.command().equals("BATCH")
        && last.command().equals("BATCH")
        && first.param(1).equals(Pieces.BATCH_TYPE)
        && last.param(0).substring(1).equals(first.param(0).substring(1));
  }

  private void batch(Cork corked, String label, long answers) {
    var reference = "";
    long left = answers;
    for (var held : corked.held()) {
      if (!held.isAnswer()) {
        write(held.line());
        continue;
      }
      if (left == answers) {
        reference = beginBatch(label);
      }
      write(inBatch(held.line(), reference));
      if (--left == 0) {
        endBatch(reference);
      }
    }
  }

  private void flushHeld(List<Held> held) {
    held.forEach(one -> write(one.line()));
  }

  /// Sends lines.
  ///
  /// @param areAnswer whether they answer the command that is being run
  void send(List<Line> lines, boolean areAnswer) {
    var corked = cork;
    for (var line : lines) {
      var dated = session.view().dated(line);
      var one = new Held(dated, areAnswer);
      if (corked == null) {
        write(one);
      } else {
        hold(corked, one);
      }
    }
  }

  // What is held back waits for the client as well, and counts.
  private void hold(Cork corked, Held line) {
    heldBytes += line.line().bodySize() + line.line().tags().encodedSize();
    if (heldBytes > session.settings().sendQueueBytes()) {
      corked.held().clear();
      overflow();
    } else if (!isClosed) {
      corked.held().add(line);
    }
  }

  private void overflow() {
    if (!isClosed) {
      isClosed = true;
      session.ending().cutOff("SendQ exceeded");
    }
  }

  /// Sends bytes that readers share. Takes the reference that it is given.
  void write(ByteBuf bytes) {
    var outbound = channel.unsafe().outboundBuffer();
    if (isClosed || outbound == null) {
      bytes.release();
      return;
    }
    long waiting = outbound.totalPendingWriteBytes() + bytes.readableBytes();
    if (waiting > session.settings().sendQueueBytes()) {
      bytes.release();
      overflow();
      return;
    }
    channel.write(bytes, channel.voidPromise());
    session.door().counters().sent().increment();
    if (!isDirty) {
      isDirty = true;
      loop.flushLater(this);
    }
  }

  /// Completes when little waits to be sent, or nothing more will be. What is held back does not
  /// count.
  void whenTaken(CompletableFuture<Boolean> taken) {
    waiting.add(taken);
    taken();
  }

  /// The client has taken something.
  void taken() {
    if (isClosed || channel.isWritable()) {
      waiting.forEach(one -> one.complete(true));
      waiting.clear();
    }
  }

  /// Nothing more is sent; what is written already still goes out when the client reads.
  void close() {
    isClosed = true;
    taken();
  }

  void flush() {
    isDirty = false;
    channel.flush();
  }

  private void write(Line line) {
    var bytes = line.bytes(session.settings().lineBytes());
    write(channel.alloc().directBuffer(bytes.length).writeBytes(bytes));
  }
}
