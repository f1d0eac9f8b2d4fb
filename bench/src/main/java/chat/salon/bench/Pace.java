package chat.salon.bench;

import java.util.Map;

/// How fast the voices of a talk speak.
sealed interface Pace {
  /// Begins to talk, on the event loop.
  void start(Talk talk);

  /// How many messages of one voice may be under way.
  int window();

  void describe(Map<String, Object> parameters);

  /// Each voice has so many messages under way, and sends the next when one is complete.
  record Closed(int inFlight) implements Pace {
    @Override
    public void start(Talk talk) {
      talk.startClosed(inFlight);
    }

    @Override
    public int window() {
      return inFlight;
    }

    @Override
    public void describe(Map<String, Object> parameters) {
      parameters.put("inFlight", inFlight);
    }
  }

  /// So many messages a second of all voices together, whatever the server does.
  record Open(double rate) implements Pace {
    private static final int MOST = 1024;

    @Override
    public void start(Talk talk) {
      talk.startOpen(rate);
    }

    @Override
    public int window() {
      return MOST;
    }

    @Override
    public void describe(Map<String, Object> parameters) {
      parameters.put("rate", Math.round(rate));
    }
  }
}
