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
import java.util.TreeMap;

/// What happened in a run, in numbers.
///
/// @param silenceNanos for each channel, the longest time in which it acknowledged nothing, between
///   its first and its last acknowledgement
/// @param slowestNanos for each kind of fault, the longest time from it to the acknowledgement of
///   something that was said after it
public record Figures(
    int ops,
    int ok,
    int fail,
    int info,
    int heard,
    int replayed,
    int kicks,
    int claims,
    double seconds,
    Map<String, Integer> faults,
    Map<String, Long> silenceNanos,
    Map<String, Long> slowestNanos) {

  static Figures of(List<Entry> log) {
    var results = new HashMap<Result, Integer>();
    var faults = new TreeMap<String, Integer>();
    var acknowledged = new ArrayList<Sent>();
    int heard = 0;
    int replayed = 0;
    int kicks = 0;
    int claims = 0;
    for (var entry : log) {
      switch (entry) {
        case Sent sent -> {
          results.merge(sent.result(), 1, Integer::sum);
          if (sent.result() == Result.OK) {
            acknowledged.add(sent);
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
        results.values().stream().mapToInt(Integer::intValue).sum(),
        results.getOrDefault(Result.OK, 0),
        results.getOrDefault(Result.FAIL, 0),
        results.getOrDefault(Result.INFO, 0),
        heard,
        replayed,
        kicks,
        claims,
        log.isEmpty() ? 0 : (times.getMax() - times.getMin()) / 1e9,
        faults,
        silence(acknowledged),
        slowest(log, acknowledged));
  }

  /// With 95 % confidence, no more than this share of the acknowledged is lost where none was seen
  /// to be.
  public double lossBound() {
    return ok == 0 ? 1 : Math.min(1, 3.0 / ok);
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

  // From the last call to the first: the earliest answer to all that was said from there on.
  private static Map<String, Long> slowest(List<Entry> log, List<Sent> acknowledged) {
    var answers = new TreeMap<Long, Long>();
    acknowledged.sort(Comparator.comparingLong(Sent::called).reversed());
    long earliest = Long.MAX_VALUE;
    for (var sent : acknowledged) {
      earliest = Math.min(earliest, sent.returned());
      answers.put(sent.called(), earliest);
    }
    var slowest = new TreeMap<String, Long>();
    for (var entry : log) {
      if (entry instanceof Fault fault) {
        var answer = answers.higherEntry(fault.at());
        if (answer != null) {
          slowest.merge(fault.what(), answer.getValue() - fault.at(), Math::max);
        }
      }
    }
    return slowest;
  }
}
