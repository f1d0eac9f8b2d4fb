package chat.salon.acceptance.history;

import static chat.salon.acceptance.history.Invariant.N4;
import static chat.salon.acceptance.history.Invariant.N5;
import static chat.salon.acceptance.history.Invariant.N6;
import static chat.salon.acceptance.history.Invariant.N7;
import static chat.salon.acceptance.history.Invariant.N9;

import chat.salon.acceptance.history.Entry.Heard;
import chat.salon.acceptance.history.Entry.Kicked;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What one session heard in one channel, against the order that the channel has.
final class Listening {
  private final Span span;
  private final Order order;
  private final Sightings sightings;
  private final Findings findings;
  private final int after;

  Listening(Span span, Order order, Sightings sightings, Findings findings) {
    this.span = span;
    this.order = order;
    this.sightings = sightings;
    this.findings = findings;
    var before = span.began.after();
    this.after = before == null ? Order.NOWHERE : order.place(before);
  }

  void judge(List<Kicked> kicks) {
    judgeOrder(span.live);
    judgeOrder(span.replayed);
    judgeGaps();
    judgeReading();
    judgeAuthority(kicks);
  }

  // ---- In order and once ----

  private void judgeOrder(List<Heard> heard) {
    var ids = new HashSet<String>();
    Heard last = null;
    for (var one : heard) {
      int place = place(one);
      if (!ids.add(one.message().msgid())) {
        findings.add(N6, one.session() + " was told twice", one);
      } else if (place == Order.NOWHERE) {
        findings.add(N4, one.session() + " heard it, but the history does not have it", one);
      } else if (place <= after) {
        findings.add(
            N6, one.session() + " was told again of what it knew", span.began, one, kept(after));
      } else if (last != null && place < place(last)) {
        findings.add(N4, one.session() + " heard another order", last, one, kept(place));
      } else {
        last = one;
      }
    }
  }

  // ---- Without gaps ----

  private void judgeGaps() {
    var live = places(span.live);
    var replayed = places(span.replayed);
    if (span.caughtUp != null) {
      live.addAll(replayed);
    } else if (!replayed.isEmpty()) {
      // what was asked for before a kick comes in after the return, from wherever it then is
      judgeGaps(replayed, after == Order.NOWHERE ? replayed.first() - 1 : after);
    }
    boolean goesOn = span.caughtUp != null && after != Order.NOWHERE;
    if (!live.isEmpty()) {
      judgeGaps(live, goesOn ? after : live.first() - 1);
      if (!goesOn) {
        judgeBeginning(live.first());
      }
    }
    judgeEnd(live);
  }

  private void judgeGaps(NavigableSet<Integer> places, int from) {
    int last = from;
    for (int place : places) {
      if (place > last + 1) {
        missed(last + 1, place);
      }
      last = Math.max(last, place);
    }
  }

  // What was begun to be said when it was there already cannot have come before.
  private void judgeBeginning(int first) {
    if (order.latestCalledBefore(first) > span.began.at()) {
      int from = first;
      while (order.latestCalledBefore(from) > span.began.at()) {
        from--;
      }
      missed(from, first);
    }
  }

  private void judgeEnd(NavigableSet<Integer> places) {
    if (span.settled == null) {
      return;
    }
    int end = order.place(span.settled.upTo());
    int last = Math.max(after, places.isEmpty() ? Order.NOWHERE : places.last());
    if (last < end) {
      if (last != Order.NOWHERE) {
        missed(last + 1, end + 1);
      } else {
        judgeBeginning(end + 1);
      }
    }
  }

  private void missed(int from, int to) {
    findings.add(
        N5,
        to - from,
        span.began.session() + " missed " + (to - from) + " from " + order.message(from).msgid(),
        span.began,
        kept(from - 1),
        kept(from),
        heard(to),
        span.caughtUp);
  }

  // ---- Reading ----

  private void judgeReading() {
    if (span.caughtUp == null) {
      return;
    }
    var covered = places(span.live.subList(0, span.heardWhenCaughtUp));
    covered.addAll(places(span.replayed));
    int end = Math.max(after, covered.isEmpty() ? Order.NOWHERE : covered.last());
    if (end == Order.NOWHERE || order.earliestKnownFrom(end + 1) >= span.caughtUp.at()) {
      return;
    }
    int stale = end + 1;
    while (sightings.known(order.message(stale)) >= span.caughtUp.at()) {
      stale++;
    }
    findings.add(
        N7,
        span.began.session() + " asked when it was known already, and did not get it",
        order.kept(stale),
        sightings.attempts(order.message(stale)).stream().findFirst().orElse(null),
        span.caughtUp);
  }

  // ---- Authority ----

  private void judgeAuthority(List<Kicked> kicks) {
    Kicked earliest = null;
    for (var kick : kicks) {
      if (kick.called() > span.began.at()
          && (earliest == null || kick.returned() < earliest.returned())) {
        earliest = kick;
      }
    }
    for (var heard : span.all()) {
      if (earliest != null && sightings.called(heard.message()) > earliest.returned()) {
        findings.add(N9, heard.session() + " heard what was said after its kick", earliest, heard);
      }
    }
  }

  private int place(Heard heard) {
    return order.place(heard.message().msgid());
  }

  private NavigableSet<Integer> places(List<Heard> heard) {
    var places = new TreeSet<Integer>();
    heard.forEach(one -> places.add(place(one)));
    places.remove(Order.NOWHERE);
    return places;
  }

  private @Nullable Entry kept(int place) {
    return place >= 0 && place < order.size() ? order.kept(place) : null;
  }

  private @Nullable Entry heard(int place) {
    return span.all().stream().filter(one -> place(one) == place).findFirst().orElse(null);
  }
}
