package chat.salon.measure;

import chat.salon.core.port.MessageLog;
import chat.salon.core.port.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.ConcurrentHistogram;

/// How long pages of history take, each read checked against what was written.
final class Paging {
  static final int LIMIT = 50;
  // Between two marks so far apart there are 47 messages.
  private static final int APART = 3;

  private final MessageLog log;
  private final Script script;

  Paging(MessageLog log, Script script) {
    this.log = log;
    this.script = script;
  }

  /// What people ask for.
  enum Kind {
    NEWEST,
    BEFORE,
    AFTER,
    BETWEEN
  }

  /// A page and what has to be on it.
  ///
  /// @param first the number of its first message
  /// @param count of its messages
  record Question(Page page, long first, int count) {
    void ask(MessageLog log) {
      var events = log.read(page);
      boolean isRight = events.size() == count;
      for (int i = 0; isRight && i < count; i++) {
        isRight = events.get(i).stamp().seq() == first + i;
      }
      if (!isRight) {
        throw new IllegalStateException(
            "asked for " + count + " messages from number " + first + ", got " + events);
      }
    }
  }

  /// Asks so many questions, from so many readers at once.
  SequencedMap<String, Object> measure(Kind kind, int readers, int questions)
      throws InterruptedException {
    run(questions(kind, questions / 4 + 1), readers, new ConcurrentHistogram(3)); // warms up
    var latencies = new ConcurrentHistogram(3);
    var asked = questions(kind, questions);
    long cpu = Machine.cpuNanos();
    long begin = System.nanoTime();
    run(asked, readers, latencies);
    double seconds = (System.nanoTime() - begin) / 1e9;
    double cpuMicros = (Machine.cpuNanos() - cpu) / 1e3;

    var figures = new LinkedHashMap<String, Object>();
    figures.put("messages", script.size());
    figures.put("kind", kind.name().toLowerCase(Locale.ROOT));
    figures.put("readers", readers);
    figures.put("pages_a_s", Math.round(questions / seconds));
    Latency.add(figures, latencies);
    figures.put("cpu_us_a_page", cpuMicros / questions);
    return figures;
  }

  List<Question> questions(Kind kind, int count) {
    var questions = new ArrayList<Question>(count);
    while (questions.size() < count) {
      var where = script.pick();
      if (where.size() > 0) {
        questions.add(question(kind, where, script.random().nextInt(where.marks())));
      }
    }
    return questions;
  }

  private static Question question(Kind kind, Dialogue where, int mark) {
    long at = 1 + (long) mark * Dialogue.STRIDE;
    long id = where.id(mark);
    return switch (kind) {
      case NEWEST -> last(where, Long.MAX_VALUE, where.size());
      case BEFORE -> last(where, id, at - 1);
      case AFTER -> {
        int count = (int) Math.min(LIMIT, where.size() - at);
        yield new Question(page(where, id, Long.MAX_VALUE, false), at + 1, count);
      }
      case BETWEEN -> {
        int end = Math.min(mark + APART, where.marks() - 1);
        int count = Math.max(0, (end - mark) * Dialogue.STRIDE - 1);
        yield new Question(page(where, id, where.id(end), false), at + 1, count);
      }
    };
  }

  private static Question last(Dialogue where, long below, long to) {
    int count = (int) Math.min(LIMIT, to);
    return new Question(page(where, 0, below, true), to - count + 1, count);
  }

  private static Page page(Dialogue where, long above, long below, boolean newest) {
    return new Page(where.where(), above, below, LIMIT, newest, true, null);
  }

  private void run(List<Question> questions, int readers, ConcurrentHistogram latencies)
      throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < readers; i++) {
        int from = i;
        running.add(
            threads.submit(() -> {
              for (int q = from; q < questions.size(); q += readers) {
                long begin = System.nanoTime();
                questions.get(q).ask(log);
                latencies.recordValue(System.nanoTime() - begin);
              }
            }));
      }
      for (var one : running) {
        Script.await(one);
      }
    }
  }
}
