package chat.salon.irc.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.ModeChange;
import chat.salon.fuzz.Check;
import chat.salon.fuzz.Texts;
import chat.salon.irc.Features;
import chat.salon.wire.Line;
import chat.salon.wire.ModeString;
import chat.salon.wire.ModeString.Change;
import chat.salon.wire.ModeString.Kinds;
import java.util.ArrayList;
import java.util.List;

/// The parameters of MODE, separated by spaces: every letter is a change, unknown or without its
/// argument; changes are written and read back the same, on lines that fit.
public final class ModeTarget {
  private static final Kinds CHANNEL =
      Kinds.parse(Features.CHANMODES, "(" + Features.RANK_LETTERS + ")" + Features.RANK_PREFIXES);
  private static final int MOST_WITH_PARAMETER = 20;
  private static final int KEY_BYTES = 23;
  private static final int BODY = 512;
  private static final int FRAME = 60;

  private ModeTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    var params = Texts.parts(input, " ").stream().filter(param -> !param.isEmpty()).toList();
    for (var kinds : List.of(CHANNEL, Kinds.ofFlags(UserMode.LETTERS))) {
      read(params, ModeString.parse(params, kinds), kinds);
    }
    asked(params);
  }

  private static void read(List<String> params, ModeString modes, Kinds kinds) {
    int found = modes.changes().size() + modes.unknown().size() + modes.missing().size();
    int letters = 0;
    for (var param : params) letters += param.codePointCount(0, param.length());
    Check.that(found <= letters, "more than there are letters");
    var args = new ArrayList<>(params);
    for (var change : modes.changes()) {
      Check.that(kinds.has(change.mode()), "no such mode");
      while (change.arg() != null && !args.isEmpty() && !args.getFirst().equals(change.arg())) {
        args.removeFirst();
      }
      Check.that(change.arg() == null || !args.isEmpty(), "an argument from nowhere");
      if (change.arg() != null) args.removeFirst();
    }
    var made = modes.changes().stream().filter(change -> !isQuestion(change, kinds)).toList();
    written(made, kinds);
  }

  // A question has no argument, and takes that of a later mode when it is written.
  private static boolean isQuestion(Change change, Kinds kinds) {
    return kinds.isList(change.mode()) && change.arg() == null;
  }

  private static void written(List<Change> changes, Kinds kinds) {
    same(changes, ModeString.encode(changes), kinds);
    for (int most : new int[] {1, 4, MOST_WITH_PARAMETER}) {
      var again = new ArrayList<Change>();
      for (var params : ModeString.lines(changes, most, FRAME)) {
        var some = ModeString.parse(params, kinds).changes();
        same(some, params, kinds);
        int bytes = String.join(" ", params).getBytes(UTF_8).length;
        Check.that(some.size() == 1 || (some.size() <= most && bytes <= BODY - FRAME), "too long");
        again.addAll(some);
      }
      Check.same(changes, again, "on lines");
    }
  }

  private static void same(List<Change> changes, List<String> params, Kinds kinds) {
    Check.same(
        new ModeString(changes, List.of(), List.of()),
        ModeString.parse(params, kinds),
        "read back");
  }

  private static void asked(List<String> params) {
    var request = ModeRequest.parse(params, MOST_WITH_PARAMETER, KEY_BYTES);
    int withParameter = 0;
    for (var change : request.changes()) {
      var word =
          switch (change) {
            case ModeChange.Flagged _ -> null;
            case ModeChange.Limited(int limit) -> limit == 0 ? null : Integer.toString(limit);
            case ModeChange.Slowed(int seconds) -> seconds == 0 ? null : Integer.toString(seconds);
            case ModeChange.Forwarded(var to) -> to == null ? null : to.shown();
            case ModeChange.Metered(_, var quota) -> quota.isNone() ? null : quota.toString();
            case ModeChange.Keyed(var key) -> key;
            case ModeChange.Listed(_, var mask, _, _, _) -> mask.pattern();
            case ModeChange.Ranked(var nick, _, _, _) -> nick.shown();
          };
      if (word == null) continue;
      if (change instanceof ModeChange.Listed listed) takenAway(listed);
      Check.that(++withParameter <= MOST_WITH_PARAMETER, "more than allowed");
      if (Check.isWhole(word))
        Check.readBack(Line.of("irc.test", "MODE", "#tea", "+x", word, "x").bytes());
      Check.that(change instanceof ModeChange.Limited || !word.isEmpty(), "empty");
    }
  }

  // As it is shown, so must it be understood.
  private static void takenAway(ModeChange.Listed listed) {
    var params = List.of("-" + listed.list().letter(), listed.mask().pattern());
    var off = new ModeChange.Listed(listed.list(), listed.mask(), false);
    var changes = ModeRequest.parse(params, MOST_WITH_PARAMETER, KEY_BYTES).changes();
    Check.same(List.of(off), changes, "taken away");
  }
}
