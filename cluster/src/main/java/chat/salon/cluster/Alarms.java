package chat.salon.cluster;

import chat.salon.cluster.Message.Ask;
import chat.salon.core.Person;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells those who run the network that a node says what it may not: once a minute for each node,
/// and never what people said. Any thread; nothing waits.
final class Alarms {
  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
  private static final long BETWEEN = Duration.ofMinutes(1).toNanos();
  private static final int MOST_NODES = 256;

  private final Map<String, Long> told = new HashMap<>();
  private long count;

  /// @param node who said it, for people
  /// @param what it said, and what is wrong with it
  void raise(String node, String what) {
    if (isNews(node)) {
      LOG.error(
          "{} says what it may not, and it was dropped: {}. No node of Salon does that: find out who"
              + " runs it, stop it, and take its key away (salon cluster rotate).",
          node,
          what);
    }
  }

  private synchronized boolean isNews(String node) {
    count++;
    long now = System.nanoTime();
    var before = told.get(node);
    if (before != null ? now - before < BETWEEN : told.size() >= MOST_NODES) {
      return false;
    }
    told.put(node, now);
    return true;
  }

  /// How often it happened.
  synchronized long count() {
    return count;
  }

  /// Somebody, for the log.
  static String shown(Person person) {
    var account = person.account();
    return person.nick().shown()
        + (account == null ? " (no account)" : " (account " + account.shown() + ")");
  }

  /// A request, for the log.
  static String shown(Ask ask) {
    return ask.request().getClass().getSimpleName()
        + " in "
        + ask.where()
        + " by "
        + shown(ask.actor().person());
  }
}
