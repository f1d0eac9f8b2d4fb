package chat.salon.irc.channel;

import chat.salon.core.protect.Privilege;
import chat.salon.irc.Ears;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.wire.Line;
import chat.salon.wire.ModeString;
import java.util.ArrayList;

/// User modes `w` and `n`: what one connection hears of what is told to many.
final class HearingModes {
  private HearingModes() {}

  /// Changes them, and tells what has changed; nothing for other modes.
  ///
  /// @param letters what staff want to be told, after `+n`: all, when it is empty; one letter less
  ///   after a `-`
  static Reply change(IrcSession session, ModeString wanted, String letters) {
    var ears = session.ears();
    var changed = new StringBuilder();
    var lines = new ArrayList<Line>();
    for (var change : wanted.changes()) {
      if (change.mode() == 'w' && ears.wallops() != change.add()) {
        ears.wallops(change.add());
        changed.append(change.add() ? "+w" : "-w");
      } else if (change.mode() == 'n') {
        if (!session.door().staff().may(session, Privilege.WALLOPS)) {
          lines.add(session.numeric("481", "Permission denied: mode n is for operators"));
          continue;
        }
        var before = ears.letters();
        ears.topics(change.add() ? with(before, letters) : "");
        if (before.isEmpty() != ears.letters().isEmpty()) {
          changed.append(change.add() ? "+n" : "-n");
        }
        lines.add(session.numeric("008", "+" + ears.letters(), "Server notice mask"));
      }
    }
    if (!changed.isEmpty()) {
      lines.addFirst(Line.of(session.mask(), "MODE", session.nick(), changed.toString()));
    }
    return Reply.of(lines);
  }

  private static String with(String before, String letters) {
    if (letters.isEmpty()) {
      return Ears.LETTERS;
    }
    var now = new StringBuilder(before);
    boolean isMore = true;
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      if (letter == '+' || letter == '-') {
        isMore = letter == '+';
      } else if (isMore) {
        now.append(letter);
      } else {
        for (int at = now.indexOf(String.valueOf(letter)); at >= 0; ) {
          now.deleteCharAt(at);
          at = now.indexOf(String.valueOf(letter));
        }
      }
    }
    return now.toString();
  }
}
