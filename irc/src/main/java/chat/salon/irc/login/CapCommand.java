package chat.salon.irc.login;

import chat.salon.irc.Cap;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.MetadataLines;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// CAP: negotiates capabilities (IRCv3 capability negotiation 302). Registration waits from LS or
/// REQ to END.
final class CapCommand implements Command {
  static final int WITH_VALUES = 302;

  @Override
  public Spec spec() {
    return Spec.always(
            "CAP", 1, "CAP LS [302] | LIST | REQ :<capabilities> | END: negotiates capabilities.")
        .from("IRCv3 capability negotiation 302");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    return switch (line.param(0).toUpperCase(Locale.ROOT)) {
      case "LS" -> offered(session, line.param(1));
      case "LIST" ->
          lines(session, "LIST", session.caps().list().stream().map(Cap::title).toList());
      case "REQ" -> request(session, line.param(1));
      case "END" -> {
        session.registration().negotiating(false);
        yield session.registration().advance();
      }
      default ->
          Reply.of(session.numeric("410", Words.named(line.param(0)), "Invalid CAP command"));
    };
  }

  private static Reply offered(IrcSession session, String version) {
    var registration = session.registration();
    registration.negotiating(true);
    int spoken = number(version);
    registration.capVersion(spoken);
    if (spoken >= WITH_VALUES) {
      session.caps(session.caps().with(Cap.CAP_NOTIFY));
    }
    return spoken >= WITH_VALUES
        ? lines(session, "LS", Offer.list(session, true), true)
        : inOneLine(session);
  }

  // Older clients take no second line: they are offered as much as fits, what is ratified first.
  private static Reply inOneLine(IrcSession session) {
    var words = new ArrayList<>(Offer.list(session, false));
    words.sort(Comparator.comparing(word -> word.indexOf('/') >= 0));
    return Reply.of(lines(session, "LS", words, false).lines().getFirst());
  }

  private static Reply request(IrcSession session, String list) {
    session.registration().negotiating(true);
    var words = Arrays.stream(list.split(" +")).filter(word -> !word.isEmpty()).toList();
    var caps = session.caps();
    for (var word : words) {
      boolean isOff = word.startsWith("-");
      var cap = Cap.named(isOff ? word.substring(1) : word);
      if (cap.isEmpty() || !mayChange(session, cap.get(), !isOff)) {
        return lines(session, "NAK", words, false);
      }
      caps = isOff ? caps.without(cap.get()) : caps.with(cap.get());
    }
    if (caps.list().containsAll(List.of(Cap.METADATA_2, Cap.METADATA_3))) {
      return lines(session, "NAK", words, false); // draft/metadata-3: never both
    }
    session.send(lines(session, "ACK", words, false));
    boolean wasAware = MetadataLines.isAware(session);
    session.caps(caps);
    return metadata(session, wasAware);
  }

  // Who asks for it later is told at once what they say of themselves, as others are at first.
  private static Reply metadata(IrcSession session, boolean wasAware) {
    boolean isAware = MetadataLines.isAware(session) && session.has(Cap.BATCH);
    if (!isAware) {
      session.metadata().unsubscribeAll();
    }
    return isAware && !wasAware && session.isRegistered() ? MetadataLines.own(session) : Reply.NONE;
  }

  private static boolean mayChange(IrcSession session, Cap cap, boolean isOn) {
    return isOn
        ? session.has(cap) || Offer.has(session, cap)
        : cap != Cap.CAP_NOTIFY || session.registration().capVersion() < WITH_VALUES;
  }

  private static Reply lines(IrcSession session, String subcommand, List<String> words) {
    return lines(session, subcommand, words, session.registration().capVersion() >= WITH_VALUES);
  }

  /// @param isMarked all lines but the last say `*` before their list, so that clients wait
  private static Reply lines(
      IrcSession session, String subcommand, List<String> words, boolean isMarked) {
    var texts = session.onLines(words, line(session, subcommand, true, ""));
    if (texts.isEmpty()) {
      return Reply.of(line(session, subcommand, false, ""));
    }
    var lines = new ArrayList<Line>();
    for (int i = 0; i < texts.size(); i++) {
      lines.add(line(session, subcommand, isMarked && i < texts.size() - 1, texts.get(i)));
    }
    return Reply.of(lines);
  }

  private static Line line(IrcSession session, String subcommand, boolean hasMore, String list) {
    return hasMore
        ? Line.of(session.serverName(), "CAP", session.nick(), subcommand, "*", list)
        : Line.of(session.serverName(), "CAP", session.nick(), subcommand, list);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
