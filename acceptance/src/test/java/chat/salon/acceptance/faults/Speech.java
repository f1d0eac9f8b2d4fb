package chat.salon.acceptance.faults;

import chat.salon.acceptance.IrcClient;
import chat.salon.acceptance.IrcClient.Gone;
import chat.salon.acceptance.faults.Member.Habit;
import chat.salon.acceptance.history.Entry.Result;
import chat.salon.acceptance.history.Entry.Sent;
import chat.salon.acceptance.history.Message;
import chat.salon.wire.Line;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// What one session says, and what becomes of it. The echo is the acknowledgement; what has none
/// when the session ends may be there or not.
final class Speech {
  private static final Set<String> INDETERMINATE = Set.of("INTERNAL_ERROR", "UNCONFIRMED");
  private static final int MOST_OPEN = 4;
  private static final int MOST_FILLING = 40;
  private static final int MOST_QUIET_NANOS = 6_000_000;

  private final Member member;
  private final IrcClient irc;
  private final String session;
  private final Random random;
  private final Semaphore room = new Semaphore(MOST_OPEN);
  private final Map<String, Attempt> open = new ConcurrentHashMap<>();
  private boolean hasBegun;
  private boolean hasEnded;
  private volatile boolean isSilent;

  private record Attempt(String channel, String text, long called) {}

  Speech(Member member, IrcClient irc, String session, long seed) {
    this.member = member;
    this.irc = irc;
    this.session = session;
    this.random = new Random(seed);
    this.isSilent = !member.habit().talks();
  }

  /// Talks from now on, on a thread of its own.
  void begin() {
    if (!hasBegun) {
      hasBegun = true;
      Thread.ofVirtual().name(session).start(this::talk);
    }
  }

  private void talk() {
    try {
      while (!isSilent) {
        LockSupport.parkNanos(random.nextInt(MOST_QUIET_NANOS)); // how fast it talks
        if (room.tryAcquire(IrcClient.PATIENCE_MILLIS, TimeUnit.MILLISECONDS) && !isSilent) {
          utter(
              true, channel(), member.nextText() + " " + "x".repeat(random.nextInt(MOST_FILLING)));
        }
      }
    } catch (Gone _) {
      // as is noted when the session ends
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  // Who can tell a refusal by its label now and then tries what is not allowed.
  private String channel() {
    boolean tries = hasLabels() && random.nextInt(30) == 0;
    return tries ? FaultRun.HUSH : FaultRun.TALK.get(random.nextInt(FaultRun.TALK.size()));
  }

  /// Says something, be it silent otherwise. Any thread.
  void say(String channel, String text) {
    utter(false, channel, text);
  }

  private void utter(boolean unlessSilent, String channel, String text) {
    synchronized (open) {
      if (hasEnded || (unlessSilent && isSilent)) {
        return;
      }
      open.put(text, new Attempt(channel, text, Recorder.now()));
    }
    irc.send(
        (hasLabels() ? "@label=" + label(text) + " " : "") + "PRIVMSG " + channel + " :" + text);
  }

  /// One's own message came back: it is said.
  void echoed(Message message, @Nullable String label) {
    var attempt = open.remove(message.text());
    if (attempt == null) {
      return; // said by an earlier session
    }
    if (hasLabels() && isWrong(label, message)) {
      member.recorder().trouble(session + " got an echo with the label " + label + ": " + message);
    }
    note(attempt, Result.OK, message.msgid(), null);
    room.release();
  }

  // Of what was stored when its owner died, a network no longer knows the label.
  private boolean isWrong(@Nullable String label, Message message) {
    return label == null ? !member.isInNetwork() : !label(message.text()).equals(label);
  }

  /// Something was refused.
  ///
  /// @return whether it was something said
  boolean refused(Line line) {
    var label = line.tags().get("label");
    if (label == null) {
      boolean isSpeech = line.param(0).equals("PRIVMSG") || line.command().equals("404");
      if (isSpeech) {
        irc.close(); // nobody knows which it was
      }
      return isSpeech;
    }
    open.values().stream()
        .filter(attempt -> label(attempt.text()).equals(label))
        .findAny()
        .ifPresent(attempt -> refused(attempt, line));
    return true;
  }

  private void refused(Attempt attempt, Line line) {
    open.remove(attempt.text());
    boolean isKnown = !INDETERMINATE.contains(line.param(1));
    var why = line.command().equals("FAIL") ? line.param(1) : line.command();
    note(attempt, isKnown ? Result.FAIL : Result.INFO, null, why);
    room.release();
  }

  /// Nothing more will be heard.
  void end() {
    isSilent = true;
    synchronized (open) {
      hasEnded = true;
    }
    open.values().forEach(attempt -> note(attempt, Result.INFO, null, null));
    room.release(MOST_OPEN);
  }

  /// Talks no more: when this returns, all that was said of its own accord is [#isAnswered] or not.
  void fallSilent() {
    synchronized (open) {
      isSilent = true;
    }
  }

  boolean isAnswered() {
    return open.isEmpty();
  }

  private boolean hasLabels() {
    return member.habit() == Habit.TALKS_WITH_LABELS;
  }

  // The first word: unlike any other's.
  private static String label(String text) {
    int end = text.indexOf(' ');
    return end < 0 ? text : text.substring(0, end);
  }

  private void note(Attempt attempt, Result result, @Nullable String msgid, @Nullable String why) {
    member
        .recorder()
        .note(
            new Sent(
                member.name(),
                session,
                attempt.channel(),
                attempt.text(),
                attempt.called(),
                Recorder.now(),
                result,
                msgid,
                why));
  }
}
