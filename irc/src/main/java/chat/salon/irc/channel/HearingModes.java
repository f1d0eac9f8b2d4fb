package chat.salon.irc.channel;

import chat.salon.core.protect.Privilege;
import chat.salon.irc.Cap;
import chat.salon.irc.Ears;
import chat.salon.irc.IrcSession;
import chat.salon.irc.ModeLines;
import chat.salon.irc.Reply;
import chat.salon.wire.Line;
import chat.salon.wire.ModeString;
import chat.salon.wire.ModeString.Change;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// User modes `w` and `n`: what one connection hears of what is told to many.
final class HearingModes {
  private HearingModes() {}

  /// Changes them, and tells what has changed; nothing for other modes.
  static Reply change(IrcSession session, ModeString wanted) {
    var ears = session.ears();
    var changed = new ArrayList<Change>();
    var lines = new ArrayList<Line>();
    var all = new ArrayList<>(wanted.changes());
    all.addAll(wanted.missing()); // +n without letters is for all
    for (var change : all) {
      if (change.mode() == 'w' && ears.wallops() != change.add()) {
        ears.wallops(change.add());
        changed.add(change);
      } else if (change.mode() == 'n') {
        if (!session.door().staff().may(session, Privilege.WALLOPS)) {
          lines.add(session.numeric("481", "Permission denied: mode n is for operators"));
          continue;
        }
        var before = ears.letters();
        ears.topics(change.add() ? with(before, change.arg()) : "");
        if (before.isEmpty() != ears.letters().isEmpty()) {
          changed.add(after(ears));
        }
        lines.add(session.numeric("008", "+" + ears.letters(), "Server notice mask"));
      }
    }
    if (!changed.isEmpty()) {
      lines.addAll(
          0,
          ModeLines.ofPerson(
              session.has(Cap.NAMED_MODES), session.mask(), session.nick(), changed));
    }
    return Reply.of(lines);
  }

  // By letter it has no parameter, as 221 has none: what is told is in 008.
  private static Change after(Ears ears) {
    return new Change(!ears.letters().isEmpty(), 'n', null);
  }

  // What staff want to be told, after +n: all without letters; one letter less after a minus.
  private static String with(String before, @Nullable String letters) {
    if (letters == null || letters.isEmpty()) {
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
