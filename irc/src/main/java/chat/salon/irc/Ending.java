package chat.salon.irc;

import chat.salon.core.Account;
import chat.salon.core.HangUp;
import chat.salon.core.Person;
import chat.salon.core.Refusal.Hindered;
import chat.salon.irc.channel.Missed;
import chat.salon.wire.Line;
import io.netty.channel.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// How one session ends, once: with a goodbye, without a word, or because the other side has gone.
/// What it was leaves the chat at the end of its last turn, or before the goodbye at QUIT.
public final class Ending {
  private final IrcSession session;
  private final Pulse pulse;
  private final Channel channel;
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile @Nullable Instant knewUntil;
  private volatile boolean hasLeft;

  Ending(IrcSession session, Pulse pulse, Channel channel) {
    this.session = session;
    this.pulse = pulse;
    this.channel = channel;
  }

  /// Leaves the chat, and then says goodbye: who hears it finds the nick free. For QUIT.
  public void quit(String reason) {
    var host = hostForError();
    var loop = session.loop();
    loop.run(() -> loop.remove(session)); // nothing is asked of it or told to it any more
    session.awaiting(() -> {
      leave(reason);
      return true;
    });
    close(reason, host);
  }

  /// Says goodbye and closes. Any thread; the second time does nothing.
  void close(String reason) {
    close(reason, hostForError());
  }

  private void close(String reason, String host) {
    if (begun.compareAndSet(false, true)) {
      knewUntil = pulse.isDoubtful() ? lastHeard() : session.door().now();
      session.inbox().abort(new IrcSession.Input.Ended(reason));
      var goodbye = "Closing link: (" + host + ") [" + reason + "]";
      var outbox = session.outbox();
      session
          .loop()
          .run(() -> {
            outbox.uncork();
            outbox.send(List.of(Line.of(null, "ERROR", goodbye)), false);
            outbox.flush();
            hangUp();
          });
    }
  }

  /// Says why they may not be here, and closes. Any thread; does nothing when the end has begun.
  void shutOut(Hindered why) {
    if (!begun.get()) {
      var text = ProtectionWords.text(why.why());
      session.tell(List.of(session.numeric("465", text)));
      close(text);
    }
  }

  /// Ends it when it is one of those that are to end. Any thread; never waits.
  void ifMeant(HangUp what) {
    var now = session.presenceOrNull();
    var before = session.account();
    var its =
        now == null
            ? Optional.ofNullable(before).map(Account::name)
            : session
                .salon()
                .people()
                .directory()
                .find(now.id())
                .flatMap(person -> Optional.ofNullable(person.account()));
    if (what.means(its.orElse(null), session.id(), session.tokenId())) {
      close(what.reason());
    }
  }

  /// Ends it when it is one of those that were to end after so many [HangUps].
  public void ifMeant(long since) {
    session
        .door()
        .hangUps()
        .since(since)
        .ifPresentOrElse(
            all -> all.forEach(this::ifMeant), () -> close("This took too long: log in again"));
  }

  /// Closes without a word: the client does not read. On the event loop.
  void cutOff(String reason) {
    if (begun.compareAndSet(false, true)) {
      knewUntil = lastHeard();
      session.inbox().abort(new IrcSession.Input.Ended(reason));
      session.loop().run(this::hangUp);
    }
  }

  /// The other side has gone; what it said before that still counts. On the event loop.
  void gone(String reason) {
    if (begun.compareAndSet(false, true)) {
      knewUntil = lastHeard();
      session.inbox().finish(new IrcSession.Input.Ended(reason));
      hangUp();
    }
  }

  private void hangUp() {
    session.outbox().close();
    session.loop().remove(session);
    channel.close();
  }

  private String hostForError() {
    var now = session.presenceOrNull();
    return now == null
        ? session.address()
        : session
            .salon()
            .people()
            .directory()
            .find(now.id())
            .map(Person::host)
            .orElseGet(session::address);
  }

  /// Leaves the chat; the end of the session's last turn.
  void depart(String reason) {
    try {
      if (!leave(reason) && !hasLeft) {
        session.door().unregistered().decrementAndGet();
      }
    } finally {
      session.door().live().ended();
    }
  }

  // Whether there was anything to leave.
  private boolean leave(String reason) {
    var now = session.presenceOrNull();
    session.monitored().clear();
    if (now == null) {
      return false;
    }
    Missed.leaving(session);
    hasLeft = true; // before it is nobody: its event loop asks
    session.forgetPresence();
    session.salon().people().depart(now, session, reason);
    return true;
  }

  /// Whether it has been somebody and is nobody any more, while it may still be open.
  boolean hasLeft() {
    return hasLeft;
  }

  private Instant lastHeard() {
    return session.door().now().minusNanos(pulse.silence());
  }

  /// Until when the client has surely been shown what happened: of one that went without a word,
  /// until it last said something.
  public Instant knewUntil() {
    var ended = knewUntil;
    return ended == null ? session.door().now() : ended;
  }

  /// Whether the session is on its way out, so that there is no point in slowing it down.
  boolean hasBegun() {
    return begun.get();
  }
}
