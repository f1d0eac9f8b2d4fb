package chat.salon.acceptance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Judges what became of one channel: what was sent, what its listeners heard, and what the history
/// says when all is over. Each listener was in the channel from the first to the last that it
/// heard.
final class HistoryChecker {
  private final Set<Sent> sent = new HashSet<>();
  private final Map<String, List<Message>> heard = new HashMap<>();

  /// A message as a client sees it.
  record Message(String msgid, String by, String text) {}

  private record Sent(String by, String text) {}

  /// Somebody tried to say this; texts are unique. Whether it was taken, only an echo says.
  synchronized void sent(String by, String text) {
    sent.add(new Sent(by, text));
  }

  /// A listener heard this, after what it heard before.
  synchronized void heard(String listener, Message message) {
    heard.computeIfAbsent(listener, _ -> new ArrayList<>()).add(message);
  }

  /// How many messages somebody heard.
  synchronized int count() {
    return (int) heard.values().stream().flatMap(List::stream).distinct().count();
  }

  /// What is wrong with a history; empty when nothing is.
  synchronized List<String> problems(List<Message> history) {
    var problems = new ArrayList<String>();
    var places = new HashMap<String, Integer>();
    var texts = new HashSet<String>();
    var last = "";
    for (int i = 0; i < history.size(); i++) {
      var message = history.get(i);
      if (message.msgid().compareTo(last) <= 0) {
        problems.add("ids go back: " + last + " before " + message);
      }
      last = message.msgid();
      if (!texts.add(message.text())) {
        problems.add("twice: " + message);
      }
      if (!sent.contains(new Sent(message.by(), message.text()))) {
        problems.add("invented: " + message);
      }
      places.put(message.msgid(), i);
    }
    heard.forEach((listener, messages) -> judge(listener, messages, history, places, problems));
    return problems;
  }

  private static void judge(
      String listener,
      List<Message> messages,
      List<Message> history,
      Map<String, Integer> places,
      List<String> problems) {
    int expected = -1;
    for (var message : messages) {
      var place = places.get(message.msgid());
      if (place == null) {
        problems.add("lost: " + message + ", which " + listener + " had heard");
        continue;
      }
      if (!history.get(place).equals(message)) {
        problems.add("changed: " + message + " into " + history.get(place));
      }
      if (expected >= 0 && place != expected) {
        problems.add(
            (place > expected ? "gap: " : "out of order: ")
                + listener
                + " heard "
                + message
                + ", but expected "
                + history.get(Math.min(expected, history.size() - 1)));
      }
      expected = place + 1;
    }
  }
}
