package chat.salon.irc.login;

import chat.salon.irc.Cap;
import chat.salon.irc.IrcSession;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What has changed of the offered capabilities, for who wants to know (IRCv3 cap-notify): `CAP
/// NEW`, with the value for who speaks version 302, and `CAP DEL`.
public final class OfferNews {
  private static final Set<String> NEVER_TAKEN_BACK = Set.of("sts"); // IRCv3 sts asks for that

  private OfferNews() {}

  /// The lines; none when nothing has changed. On the session's event loop.
  ///
  /// @param before what [Offer#list] said, with values
  public static List<Line> since(IrcSession session, List<String> before) {
    if (!session.has(Cap.CAP_NOTIFY)) {
      return List.of();
    }
    var now = Offer.list(session, true);
    var names = now.stream().map(OfferNews::name).collect(Collectors.toSet());
    var gone =
        before.stream()
            .map(OfferNews::name)
            .filter(name -> !names.contains(name) && !NEVER_TAKEN_BACK.contains(name))
            .toList();
    boolean withValues = session.registration().speaks302();
    var fresh =
        now.stream()
            .filter(word -> !before.contains(word))
            .map(word -> withValues ? word : name(word))
            .toList();
    var lines = new ArrayList<Line>(lines(session, "DEL", gone));
    lines.addAll(lines(session, "NEW", fresh));
    return lines;
  }

  private static List<Line> lines(IrcSession session, String subcommand, List<String> words) {
    return session.onLines(words, line(session, subcommand, "")).stream()
        .map(text -> line(session, subcommand, text))
        .toList();
  }

  private static Line line(IrcSession session, String subcommand, String list) {
    return Line.of(session.serverName(), "CAP", session.nick(), subcommand, list);
  }

  private static String name(String word) {
    int value = word.indexOf('=');
    return value < 0 ? word : word.substring(0, value);
  }
}
