package chat.salon.irc;

import chat.salon.core.Arrivals.Ticket;
import chat.salon.core.Inbox;
import chat.salon.core.NetworkException;
import chat.salon.core.StoreException;
import chat.salon.irc.IrcSession.Input;
import chat.salon.irc.Speech.Pending;
import chat.salon.wire.Line;
import chat.salon.wire.Parsed;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The turn of one session: takes its lines one after the other, checks what all commands have in
/// common, runs them, and sends their replies in that order. On the session's virtual thread.
final class Turn implements Inbox.Handler<Input> {
  private static final Logger LOG = LoggerFactory.getLogger(Turn.class);
  private static final int MOST_PENDING = 64;
  private static final double OF_A_MESSAGE = 0.25; // a line of several that are one message

  private final IrcSession session;
  private final ArrayDeque<Open> open = new ArrayDeque<>(2);
  private final Flood flood;
  private @Nullable Ticket ticket;
  private @Nullable String label;
  private String command = "*";
  private long taken;
  private double cost = 1; // of the line, see Flood

  /// Speech whose answer is still to come.
  private record Open(Pending pending, String command, Ticket ticket, boolean isLast) {}

  Turn(IrcSession session) {
    this.session = session;
    this.flood = new Flood(session);
  }

  @Override
  public void take(Input input, Ticket its) {
    ticket = its;
    taken++;
    switch (input) {
      case Input.Heard(Parsed.Ok(var line)) -> take(line, its);
      case Input.Heard(Parsed.Bad(var reason, var near)) -> {
        finishOpen();
        answer(labelOf(near), () -> Reply.of(Numerics.badLine(session, reason, near)));
        its.settled();
      }
      case Input.Overdue() -> {
        finishOpen();
        tellOfBatch(session.batch().expire());
        its.settled();
      }
      case Input.Ended(var reason) -> {
        finishOpen();
        session.awaiting(() -> {
          session.ending().depart(reason);
          return true;
        });
        its.settled();
      }
    }
    flood.count(cost);
    cost = 1;
  }

  @Override
  public void caughtUp() {
    finishOpen();
  }

  @Nullable String label() {
    return label;
  }

  /// Whether nothing was taken before what is being taken.
  boolean isFirst() {
    return taken == 1;
  }

  String command() {
    return command;
  }

  void placed() {
    if (ticket != null) {
      ticket.placed();
    }
  }

  void settled() {
    if (ticket != null) {
      ticket.settled();
      ticket = null; // it has left the order, so there is nothing to wait for any more
    }
  }

  void awaitEffects() {
    if (ticket != null) {
      ticket.awaitEffects();
    }
  }

  private void take(Line line, Ticket its) {
    if (session.isRegistered() && session.batch().takes(line)) {
      finishOpen();
      var refusal = session.batch().add(line);
      tellOfBatch(refusal);
      if (!ClientBatch.isApart(line)) {
        cost = session.batch().isOpen() ? OF_A_MESSAGE : 1;
        its.settled();
        return;
      }
    }
    var found = session.door().commands().find(line.command());
    var itsLabel = labelOf(line);
    if (found instanceof Speech speech
        && itsLabel == null
        && session.isRegistered()
        && Checks.refusal(session, found, line) == null
        && speech.onlyAsks(session, line)) {
      begin(speech, line, its);
      return;
    }
    finishOpen();
    command = name(found);
    session.door().usage().count(found);
    try {
      answer(itsLabel, () -> run(found, line));
    } finally {
      its.settled();
    }
  }

  private void tellOfBatch(@Nullable Line refusal) {
    if (refusal != null) {
      command = "BATCH";
      answer(session.batch().takeLabel(), () -> Reply.of(refusal));
    }
  }

  // Null when there is none, or the client could not make out the answer to it.
  private @Nullable String labelOf(@Nullable Line line) {
    if (line == null || !session.has(Cap.LABELED_RESPONSE) || !session.has(Cap.BATCH)) {
      return null;
    }
    var its = line.tags().get("label");
    return line.command().equals("BATCH") ? session.batch().label(line, its) : its;
  }

  private void answer(@Nullable String itsLabel, Supplier<Reply> work) {
    label = itsLabel;
    if (itsLabel != null) {
      session.loop().run(() -> session.outbox().cork(itsLabel));
    }
    try {
      session.send(work.get());
    } finally {
      if (itsLabel != null) {
        session.loop().run(() -> session.outbox().uncork());
      }
      label = null;
    }
  }

  private Reply run(@Nullable Command command, Line line) {
    if (command == null) {
      return Reply.of(Checks.unknown(session, line));
    }
    var refusal = Checks.refusal(session, command, line);
    if (refusal != null) {
      return Reply.of(refusal);
    }
    try {
      return command.run(session, line);
    } catch (RuntimeException e) {
      return fault(e);
    }
  }

  private void begin(Speech speech, Line line, Ticket its) {
    if (open.size() >= MOST_PENDING) {
      finishOpen();
    }
    command = name(speech);
    session.door().usage().count(speech);
    List<Pending> pending;
    try {
      pending = speech.begin(session, line);
    } catch (RuntimeException e) {
      pending = List.of(Pending.of(fault(e)));
    }
    its.placed();
    if (pending.isEmpty()) {
      its.settled();
    }
    int left = pending.size();
    for (var one : pending) {
      left--;
      open.add(new Open(one, command, its, left == 0));
    }
  }

  private void finishOpen() {
    for (var next = open.poll(); next != null; next = open.poll()) {
      var one = next;
      command = one.command();
      try {
        session.send(one.pending().reply().apply(session.await(one.pending().answer())));
      } catch (RuntimeException e) {
        session.send(fault(e));
      } finally {
        if (one.isLast()) {
          one.ticket().settled();
        }
      }
    }
  }

  private static String name(@Nullable Command command) {
    return command == null ? "*" : command.spec().name();
  }

  private Reply fault(RuntimeException e) {
    if (e instanceof NetworkException network) {
      LOG.warn("command={} {}", command, e.getMessage());
      return session.refuse(network.why());
    }
    var reference = Long.toString(session.id() ^ System.nanoTime(), Character.MAX_RADIX);
    LOG.error("fault={} command={}", reference, command, e);
    return Reply.of(
        session.standardReply(
            "FAIL",
            command,
            e instanceof StoreException ? "TEMPORARILY_UNAVAILABLE" : "INTERNAL_ERROR",
            "Something went wrong here, and nothing was changed. The administrator finds it in the"
                + " log under "
                + reference));
  }

  /// Slows down who sends faster than allowed: a bucket that holds a burst and fills by the second.
  private static final class Flood {
    private final IrcSession session;
    private long tokensAt = System.nanoTime();
    private double tokens;

    Flood(IrcSession session) {
      this.session = session;
      this.tokens = session.settings().floodBurst();
    }

    void count(double cost) {
      var settings = session.settings();
      if (settings.floodBurst() == 0 || !session.isRegistered() || session.ending().hasBegun()) {
        return;
      }
      long now = System.nanoTime();
      double perSecond = settings.floodLinesPerSecond();
      double earned = (now - tokensAt) / 1e9 * perSecond;
      tokens = Math.min(settings.floodBurst(), tokens + earned) - cost;
      tokensAt = now;
      if (tokens < 0) {
        session.inbox().pause();
        session
            .loop()
            .events()
            .schedule(
                session.inbox()::resume, (long) (-tokens / perSecond * 1e9), TimeUnit.NANOSECONDS);
      }
    }
  }
}
