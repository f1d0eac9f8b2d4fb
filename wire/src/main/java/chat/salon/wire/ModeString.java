package chat.salon.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parameters of MODE after its target, read (Modern IRC, "MODE message"; RFC 2812, section
/// 3.2.3; draft-hardy-irc-isupport-00, section 4.3).
///
/// @param changes what is asked for, in order
/// @param unknown the letters that are no mode, each once for each time it stands there: 472 or 501
/// @param missing changes that need an argument and have none: 461 or 696, or silence
public record ModeString(List<Change> changes, List<String> unknown, List<Change> missing) {

  /// One mode set (`add`) or unset. A change of a list (type A) without argument asks for the list.
  public record Change(boolean add, char mode, @Nullable String arg) {}

  /// Which letters are modes, by what argument they take: the four groups of CHANMODES and the
  /// ranks of PREFIX.
  ///
  /// @param lists A: an argument always; without one a question
  /// @param always B: an argument always
  /// @param whenSet C: an argument only when set
  /// @param flags D: never an argument
  /// @param ranks the letters of PREFIX, highest first: a nick always
  public record Kinds(String lists, String always, String whenSet, String flags, String ranks) {

    /// User modes of which none takes an argument.
    public static Kinds ofFlags(String flags) {
      return new Kinds("", "", "", flags, "");
    }

    /// Reads the values of CHANMODES (`b,k,l,imnpst`) and PREFIX (`(ov)@+`), as a client gets them.
    public static Kinds parse(String chanmodes, String prefix) {
      var groups = chanmodes.split(",", -1);
      int close = prefix.indexOf(')');
      var ranks = prefix.startsWith("(") && close > 0 ? prefix.substring(1, close) : "";
      return new Kinds(
          group(groups, 0), group(groups, 1), group(groups, 2), group(groups, 3), ranks);
    }

    private static String group(String[] groups, int i) {
      return i < groups.length ? groups[i] : "";
    }

    /// The value of CHANMODES.
    public String chanmodes() {
      return String.join(",", lists, always, whenSet, flags);
    }

    /// Whether the letter is one of these modes.
    public boolean has(char mode) {
      return isList(mode) || flags.indexOf(mode) >= 0 || takesArg(mode, true);
    }

    /// Whether the mode is a list, as bans are.
    public boolean isList(char mode) {
      return lists.indexOf(mode) >= 0;
    }

    /// Whether a change of the mode has an argument; a list without one is a question.
    public boolean takesArg(char mode, boolean add) {
      return isList(mode)
          || always.indexOf(mode) >= 0
          || ranks.indexOf(mode) >= 0
          || (add && whenSet.indexOf(mode) >= 0);
    }
  }

  /// Takes its own copies.
  public ModeString {
    changes = List.copyOf(changes);
    unknown = List.copyOf(unknown);
    missing = List.copyOf(missing);
  }

  /// Reads `+ov-l alice bob`. Arguments go to the modes that take one, in order; when those before
  /// are served, a word with a sign begins anew (RFC 2812: `+o alice -v bob`), any other is
  /// ignored.
  public static ModeString parse(List<String> params, Kinds kinds) {
    return new ModeParser(params, kinds).parse();
  }

  /// The changes as parameters: letters with a sign only where it changes, then the arguments.
  /// Empty for no changes.
  public static List<String> encode(List<Change> changes) {
    if (changes.isEmpty()) return List.of();
    var letters = new StringBuilder();
    var params = new ArrayList<String>();
    params.add("");
    for (int i = 0; i < changes.size(); i++) {
      var change = changes.get(i);
      if (i == 0 || change.add() != changes.get(i - 1).add())
        letters.append(change.add() ? '+' : '-');
      letters.append(change.mode());
      if (change.arg() != null) params.add(change.arg());
    }
    params.set(0, letters.toString());
    return List.copyOf(params);
  }

  /// The changes as the parameters of as many lines as it takes: at most `mostModes` in each, and
  /// within 512 bytes when everything else on the line, spaces and CR LF included, takes
  /// `otherBytes`. A change that is too long by itself gets a line of its own.
  public static List<List<String>> lines(List<Change> changes, int mostModes, int otherBytes) {
    int room = Limits.DEFAULT.bodyBytes() - otherBytes;
    var lines = new ArrayList<List<String>>();
    int from = 0;
    int size = 0;
    for (int i = 0; i < changes.size(); i++) {
      int more = size(changes, i, from);
      if (i > from && (i - from == mostModes || size + more > room)) {
        lines.add(encode(changes.subList(from, i)));
        from = i;
        size = 0;
        more = size(changes, i, from);
      }
      size += more;
    }
    if (from < changes.size()) lines.add(encode(changes.subList(from, changes.size())));
    return List.copyOf(lines);
  }

  private static int size(List<Change> changes, int i, int from) {
    var change = changes.get(i);
    boolean sign = i == from || change.add() != changes.get(i - 1).add();
    var arg = change.arg();
    int letter = Utf8.size(String.valueOf(change.mode())) + (sign ? 1 : 0);
    return letter + (arg == null ? 0 : 1 + Math.max(1, Utf8.size(arg)));
  }
}
