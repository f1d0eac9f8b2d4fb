package chat.salon.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Voices that talk, and readers who check what they hear. Closed loop: each voice has so many
/// messages under way, and sends the next when all readers have one. Open loop: messages have their
/// times, whatever the server does, and a delay counts from then. On the event loop, but for what
/// says otherwise.
class Talk implements Ear {
  private static final long FULL_WAIT_NANOS = 100_000;

  protected final Crowd crowd;
  private final List<Voice> voices;
  protected final Check check;
  private final Delays delays = new Delays();

  private final Tally silence = new Tally("voices fell silent", 1);
  private boolean stopped;
  private boolean open;
  private int underWay;
  private long deliveries;
  private long completed;

  private long interval;
  private long due;
  private int nextVoice;
  private long late;

  Talk(Crowd crowd, List<Voice> voices, Check check) {
    this.crowd = crowd;
    this.voices = voices;
    this.check = check;
  }

  // ---- Talking ----

  /// Begins the closed loop.
  void startClosed(int inFlight) {
    for (var voice : voices) {
      for (int i = 0; i < inFlight; i++) {
        say(voice, System.nanoTime());
      }
    }
  }

  /// Begins the open loop: the voices take turns.
  ///
  /// @param rate messages a second, of all voices
  void startOpen(double rate) {
    open = true;
    interval = Math.round(TimeUnit.SECONDS.toNanos(1) / rate);
    due = System.nanoTime();
    tick();
  }

  private void tick() {
    if (stopped) {
      return;
    }
    long now = System.nanoTime();
    while (now - due >= 0) {
      var voice = voices.get(nextVoice);
      if (!voice.hasRoom()) {
        late++; // Waits here, and its delay goes on counting.
        crowd.loop().schedule(this::tick, FULL_WAIT_NANOS, TimeUnit.NANOSECONDS);
        return;
      }
      say(voice, due);
      due += interval;
      nextVoice = nextVoice + 1 == voices.size() ? 0 : nextVoice + 1;
    }
    long wait = Math.max(0, due - System.nanoTime());
    crowd.loop().schedule(this::tick, wait, TimeUnit.NANOSECONDS);
  }

  private void say(Voice voice, long at) {
    underWay++;
    voice.say(at);
  }

  /// Sends nothing more.
  ///
  /// @return counts to 1 when all that is under way has come
  Tally stop() {
    stopped = true;
    fallSilent();
    return silence;
  }

  boolean isStopped() {
    return stopped;
  }

  /// Whether nothing is under way but messages.
  boolean isQuiet() {
    return true;
  }

  /// Says so if all is over.
  void fallSilent() {
    if (stopped && underWay == 0 && isQuiet()) {
      silence.one();
    }
  }

  // ---- Hearing ----

  @Override
  public void delivered(Client reader, int voice, int number, long at) {
    int offset = voice - reader.firstVoice;
    int stream = offset >= 0 && offset < reader.voices ? reader.firstStream + offset : -1;
    int over = check.take(stream, number);
    if (over > 0) {
      count();
      var speaker = voices.get(voice);
      if (open) {
        delays.record(speaker.sentAt(number), at);
      }
      for (int n = number - over + 1; n <= number; n++) {
        if (speaker.arrived(n)) {
          completed(speaker, n, at);
        }
      }
    }
  }

  /// One more delivery that was as it should be.
  void count() {
    deliveries++;
  }

  private void completed(Voice voice, int number, long at) {
    completed++;
    underWay--;
    if (!open) {
      delays.record(voice.sentAt(number), at);
      if (!stopped && voice.hasRoom()) {
        say(voice, System.nanoTime());
      }
    }
    fallSilent();
  }

  // ---- Measuring ----

  /// How long messages take: in the closed loop until the last reader has one, in the open loop
  /// until each has it.
  Delays delays() {
    return delays;
  }

  /// What else it counted so far; the report shows its growth in a second.
  Map<Figure, Long> counts() {
    return Map.of();
  }

  long deliveries() {
    return deliveries;
  }

  long completed() {
    return completed;
  }

  /// How often a voice had to wait although it was time, as too much was under way.
  long late() {
    return late;
  }

  /// What was wrong, when everybody has everything: ends the check.
  Verdict verdict() {
    for (var reader : crowd.clients()) {
      for (int i = 0; i < reader.voices; i++) {
        check.close(reader.firstStream + i, voices.get(reader.firstVoice + i).sent());
      }
    }
    return check.verdict();
  }
}
