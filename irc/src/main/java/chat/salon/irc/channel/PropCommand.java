package chat.salon.irc.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.ListKind;
import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.ModeLines;
import chat.salon.irc.ModeNames;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import chat.salon.wire.ModeString;
import chat.salon.wire.ModeString.Change;
import java.util.ArrayList;
import java.util.List;

/// PROP: MODE with names in place of letters.
final class PropCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            "PROP",
            1,
            "PROP <channel or nick> [+<mode>[=<parameter>] | -<mode>[=<parameter>] …]: tells or"
                + " changes modes by their names. PROP <channel> ban: tells who is banned.")
        .from("IRCv3 proposal 484, named-modes");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var asked = Asked.of(line);
    if (!line.param(0).startsWith("#")) {
      return ofNick(session, line.param(0), asked);
    }
    return session
        .salon()
        .channelName(line.param(0))
        .map(name -> ofChannel(session, name, asked))
        .orElseGet(() -> session.refuse(new BadChannelName(line.param(0))));
  }

  private static Reply ofChannel(IrcSession session, ChannelName name, Asked asked) {
    if (asked.isNothing()) {
      return session
          .look(name)
          .map(channel -> tell(session, channel))
          .orElseGet(() -> session.refuse(new NoSuchChannel(name.shown())));
    }
    var wanted =
        ModeRequest.of(
            asked.modes(ModeNames.CHANNEL),
            session.settings().maxModes(),
            session.salon().limits().keyLength());
    var reply = ModeCommand.change(session, name, wanted);
    for (var list : wanted.lists()) {
      reply =
          reply.and(ModeCommand.seen(session, name, list, channel -> tell(session, channel, list)));
    }
    return reply;
  }

  private static Reply ofNick(IrcSession session, String nick, Asked asked) {
    return UserMode.own(
        session,
        nick,
        () ->
            asked.isNothing()
                ? set(session, session.nick(), ModeNames.USER, UserMode.set(session))
                : UserMode.change(session, asked.modes(ModeNames.USER)));
  }

  private static Reply tell(IrcSession session, ChannelState channel) {
    boolean showsKey = channel.has(session.presence().id());
    return set(
        session, channel.name().shown(), ModeNames.CHANNEL, ModeLines.set(channel, showsKey));
  }

  // 961 (RPL_PROPLIST) and 960 (RPL_ENDOFPROPLIST)
  private static Reply set(IrcSession session, String target, ModeNames names, List<Change> modes) {
    var words = modes.stream().map(mode -> names.item(mode).substring(1)).toList();
    return Reply.of(ModeNames.lines(session.numeric("961", target), words))
        .and(session.numeric("960", target, "End of mode list"));
  }

  // 963 (RPL_LISTPROPLIST) and 962 (RPL_ENDOFLISTPROPLIST)
  private static Reply tell(IrcSession session, ChannelState channel, ListKind list) {
    var shown = channel.name().shown();
    var mode = ModeNames.CHANNEL.of(list.letter());
    var lines = new ArrayList<Line>();
    for (var entry : channel.list(list)) {
      var at = String.valueOf(entry.at().getEpochSecond());
      lines.add(session.numeric("963", shown, mode, entry.mask().pattern(), entry.by(), at));
    }
    lines.add(session.numeric("962", shown, mode, "End of list"));
    return Reply.of(lines);
  }

  /// What stands behind the target.
  private record Asked(List<String> words) {
    static Asked of(Line line) {
      var words = String.join(" ", line.params().subList(1, line.size())).split(" ");
      return new Asked(List.of(words).stream().filter(word -> !word.isEmpty()).toList());
    }

    boolean isNothing() {
      return words.isEmpty();
    }

    /// As MODE would have it: a name without a sign asks what is on a list.
    ModeString modes(ModeNames names) {
      var changes = new ArrayList<Change>();
      var missing = new ArrayList<Change>();
      var unknown = new ArrayList<String>();
      for (var word : words) {
        var item = word.startsWith("+") || word.startsWith("-") ? word.substring(1) : word;
        int equals = item.indexOf('=');
        var name = equals < 0 ? item : item.substring(0, equals);
        var letter = names.letter(name);
        if (letter.isEmpty()) {
          unknown.add(name);
          continue;
        }
        char mode = letter.get();
        boolean isSet = !word.startsWith("-");
        boolean takes = names.kinds().takesArg(mode, isSet);
        var change =
            new Change(isSet, mode, takes && equals >= 0 ? item.substring(equals + 1) : null);
        (takes && equals < 0 && !names.kinds().isList(mode) ? missing : changes).add(change);
      }
      return new ModeString(changes, unknown, missing);
    }
  }
}
