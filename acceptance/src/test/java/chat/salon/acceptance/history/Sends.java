package chat.salon.acceptance.history;

import static chat.salon.acceptance.history.Invariant.N1;
import static chat.salon.acceptance.history.Invariant.N11;
import static chat.salon.acceptance.history.Invariant.N2;
import static chat.salon.acceptance.history.Invariant.N3;

import chat.salon.acceptance.history.Entry.Heard;
import chat.salon.acceptance.history.Entry.Result;
import chat.salon.acceptance.history.Entry.Sent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What was said against what was seen: nothing lost, refused and yet seen, doubled, changed or
/// invented.
final class Sends {
  private final Sightings sightings;
  private final Map<String, Order> orders;
  private final Findings findings;
  private final Map<String, Entry> byMsgid = new HashMap<>();

  Sends(Sightings sightings, Map<String, Order> orders, Findings findings) {
    this.sightings = sightings;
    this.orders = orders;
    this.findings = findings;
  }

  void judge() {
    sightings.attempts().forEach(this::judge);
    for (var one : sightings.seen()) {
      one.forEach(this::judge);
    }
  }

  private void judge(String text, List<Sent> attempts) {
    var seen = sightings.seen(text);
    for (var attempt : attempts) {
      if (attempt.result() == Result.OK && isLost(attempt)) {
        findings.add(N1, "lost: “" + text + "” was acknowledged", attempt, first(seen));
        break;
      }
    }
    if (!seen.isEmpty() && attempts.stream().allMatch(a -> a.result() == Result.FAIL)) {
      findings.add(N2, "refused, but seen: “" + text + "”", attempts.getLast(), seen.getFirst());
    }
    judgeIds(text, attempts, seen);
  }

  private boolean isLost(Sent acknowledged) {
    var order = orders.get(acknowledged.channel());
    return order == null
        || acknowledged.msgid() == null
        || order.place(acknowledged.msgid()) == Order.NOWHERE;
  }

  private void judgeIds(String text, List<Sent> attempts, List<Entry> seen) {
    var ids = new TreeSet<String>();
    seen.forEach(entry -> ids.add(message(entry).msgid()));
    for (var attempt : attempts) {
      if (attempt.msgid() != null) {
        ids.add(attempt.msgid());
      }
    }
    if (ids.size() > 1) {
      findings.add(
          N3,
          "doubled: “" + text + "” has the ids " + ids,
          attempts.getFirst(),
          seen.isEmpty() ? null : seen.getFirst(),
          seen.isEmpty() ? null : seen.getLast());
    }
  }

  private void judge(Entry entry) {
    var message = message(entry);
    var other = byMsgid.putIfAbsent(message.msgid(), entry);
    if (other != null && !message(other).equals(message)) {
      findings.add(N3, "two messages have the id " + message.msgid(), other, entry);
    }
    var attempts = sightings.attempts(message);
    if (attempts.isEmpty()) {
      findings.add(N11, "invented: nobody said “" + message.text() + "”", entry);
    } else if (attempts.stream().noneMatch(a -> a.channel().equals(message.channel()))) {
      var said = attempts.getFirst();
      findings.add(N11, "leaked from " + said.channel() + " to " + message.channel(), said, entry);
    } else if (attempts.stream().noneMatch(a -> a.author().equals(message.author()))) {
      findings.add(N11, "forged: not said by " + message.author(), attempts.getFirst(), entry);
    } else if (entry instanceof Heard heard && heard.at() < sightings.called(message)) {
      findings.add(N11, "heard before it was said", entry, attempts.getFirst());
    }
  }

  private static @Nullable Entry first(List<Entry> entries) {
    return entries.isEmpty() ? null : entries.getFirst();
  }

  private static Message message(Entry entry) {
    return Objects.requireNonNull(Sightings.message(entry));
  }
}
