package chat.salon.acceptance.history;

import chat.salon.acceptance.history.Entry.Began;
import chat.salon.acceptance.history.Entry.CaughtUp;
import chat.salon.acceptance.history.Entry.Ended;
import chat.salon.acceptance.history.Entry.Fault;
import chat.salon.acceptance.history.Entry.Heard;
import chat.salon.acceptance.history.Entry.Held;
import chat.salon.acceptance.history.Entry.Kept;
import chat.salon.acceptance.history.Entry.Kicked;
import chat.salon.acceptance.history.Entry.Result;
import chat.salon.acceptance.history.Entry.Run;
import chat.salon.acceptance.history.Entry.Sent;
import chat.salon.acceptance.history.Entry.Settled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What happened in a run, in numbers.
///
/// @param unknown of how many messages nobody knows what became of them, by what was said instead
/// @param silenceNanos for each channel, the longest time in which it acknowledged nothing, between
///   its first and its last acknowledgement
/// @param slowestNanos for each kind of fault, the longest time in any channel from it to the
///   answer of its owner, an acknowledgement or a numeric, to something that was said there after
///   it
public record Figures(
    int ops,
    int ok,
    int fail,
    Map<String, Integer> unknown,
    int heard,
    int replayed,
    int kicks,
    int claims,
    double seconds,
    Map<String, Integer> faults,
    Map<String, Long> silenceNanos,
    Map<String, Long> slowestNanos) {

  static Figures of(List<Entry> log) {
    var unknown = new TreeMap<String, Integer>();
    var faults = new TreeMap<String, Integer>();
    var acknowledged = new ArrayList<Sent>();
    var answered = new ArrayList<Sent>();
    int ops = 0;
    int fail = 0;
    int heard = 0;
    int replayed = 0;
    int kicks = 0;
    int claims = 0;
    for (var entry : log) {
      switch (entry) {
        case Sent sent -> {
          ops++;
          if (isAnswered(sent)) {
            answered.add(sent);
          }
          switch (sent.result()) {
            case OK -> acknowledged.add(sent);
            case INFO ->
                unknown.merge(sent.why() == null ? "no answer" : sent.why(), 1, Integer::sum);
            case FAIL -> fail++;
          }
        }
        case Heard one -> {
          heard++;
          replayed += one.replayed() ? 1 : 0;
        }
        case Fault fault -> faults.merge(fault.what(), 1, Integer::sum);
        case Kicked _ -> kicks++;
        case Held _ -> claims++;
        case Run _, Began _, CaughtUp _, Ended _, Settled _, Kept _ -> {}
      }
    }
    var times = log.stream().mapToLong(Entry::at).summaryStatistics();
    return new Figures(
        ops,
        acknowledged.size(),
        fail,
        unknown,
        heard,
        replayed,
        kicks,
        claims,
        log.isEmpty() ? 0 : (times.getMax() - times.getMin()) / 1e9,
        faults,
        silence(acknowledged),
        slowest(log, answered));
  }

  /// With 95 % confidence, no more than this share of the acknowledged is lost where none was seen
  /// to be.
  public double lossBound() {
    return ok == 0 ? 1 : Math.min(1, 3.0 / ok);
  }

  private static boolean isAnswered(Sent sent) {
    var why = sent.why();
    return why == null ? sent.result() == Result.OK : Character.isDigit(why.charAt(0));
  }

  private static Map<String, Long> silence(List<Sent> acknowledged) {
    var last = new HashMap<String, Long>();
    var longest = new TreeMap<String, Long>();
    acknowledged.sort(Comparator.comparingLong(Sent::returned));
    for (var sent : acknowledged) {
      var before = last.put(sent.channel(), sent.returned());
      longest.merge(sent.channel(), before == null ? 0 : sent.returned() - before, Math::max);
    }
    return longest;
  }

  // What is begun while an earlier fault is still not over in a channel is put down to that one.
  private static Map<String, Long> slowest(List<Entry> log, List<Sent> answered) {
    var faults =
        log.stream()
            .filter(Fault.class::isInstance)
            .map(Fault.class::cast)
            .sorted(Comparator.comparingLong(Fault::at))
            .toList();
    var slowest = new TreeMap<String, Long>();
    for (var answers : answers(answered).values()) {
      long over = Long.MIN_VALUE;
      for (var fault : faults) {
        var answer = answers.higherEntry(fault.at());
        if (answer != null && fault.at() >= over) {
          over = answer.getValue();
          slowest.merge(fault.what(), over - fault.at(), Math::max);
        }
      }
    }
    return slowest;
  }

  // For each channel, the earliest answer to all that was begun to be said from a time on.
  private static Map<String, NavigableMap<Long, Long>> answers(List<Sent> answered) {
    var answers = new HashMap<String, NavigableMap<Long, Long>>();
    answered.sort(Comparator.comparingLong(Sent::called).reversed());
    for (var sent : answered) {
      var ofChannel = answers.computeIfAbsent(sent.channel(), _ -> new TreeMap<>());
      long later = ofChannel.isEmpty() ? Long.MAX_VALUE : ofChannel.firstEntry().getValue();
      ofChannel.put(sent.called(), Math.min(later, sent.returned()));
    }
    return answers;
  }
}
