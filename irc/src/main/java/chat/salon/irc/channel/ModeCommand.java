package chat.salon.irc.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.ListKind;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Forwarded;
import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.request.Action.SeeList;
import chat.salon.core.request.ChangeModes;
import chat.salon.core.request.Forwards;
import chat.salon.core.request.Rights;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.ModeLines;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// MODE: tells or changes the modes of a channel, or of oneself.
final class ModeCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            "MODE",
            1,
            "MODE <channel or nick> [<modes> [<parameter> …]]: tells or changes modes. MODE <channel> b:"
                + " tells who is banned.")
        .from("Modern IRC, MODE message; account-extban for masks");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    if (!line.param(0).startsWith("#")) {
      return UserMode.run(session, line);
    }
    return session
        .salon()
        .channelName(line.param(0))
        .map(name ->
            line.size() == 1
                ? tell(session, name)
                : change(session, name, line.params().subList(1, line.size())))
        .orElseGet(() -> session.refuse(new BadChannelName(line.param(0))));
  }

  private static Reply tell(IrcSession session, ChannelName name) {
    return session
        .look(name)
        .map(channel -> tell(session, channel))
        .orElseGet(() -> session.refuse(new NoSuchChannel(name.shown())));
  }

  private static Reply tell(IrcSession session, ChannelState channel) {
    var shown = channel.name().shown();
    var modes = new ArrayList<>(List.of(shown));
    modes.addAll(ModeLines.of(channel, channel.has(session.presence().id())));
    return Reply.of(
        session.numeric("324", modes.toArray(String[]::new)),
        session.numeric("329", shown, String.valueOf(channel.created().getEpochSecond())));
  }

  private static Reply change(IrcSession session, ChannelName name, List<String> params) {
    var wanted =
        ModeRequest.parse(
            params, session.settings().maxModes(), session.salon().limits().keyLength());
    var reply = change(session, name, wanted);
    for (var list : wanted.lists()) {
      reply = reply.and(seen(session, name, list, channel -> list(session, channel, list)));
    }
    return reply;
  }

  /// Asks for the changes, and tells what could not be understood of them.
  static Reply change(IrcSession session, ChannelName name, ModeRequest wanted) {
    var problems = problems(session, name, wanted);
    return wanted.changes().isEmpty()
        ? problems
        : problems.and(ask(session, name, wanted.changes()));
  }

  // Who may not send people on changes the rest.
  private static Reply ask(IrcSession session, ChannelName name, List<ModeChange> changes) {
    var refusal = Forwards.refusal(session.actor(), name, changes, session::look);
    var allowed =
        refusal.isEmpty()
            ? changes
            : changes.stream().filter(change -> !(change instanceof Forwarded)).toList();
    var told = refusal.map(session::refuse).orElse(Reply.NONE);
    return allowed.isEmpty()
        ? told
        : told.and(session.answer(session.ask(name, new ChangeModes(allowed))));
  }

  /// What could not be understood of a change.
  static Reply problems(IrcSession session, ChannelName name, ModeRequest wanted) {
    return Reply.of(
        wanted.problems().stream().map(problem -> line(session, name, problem)).toList());
  }

  private static Line line(IrcSession session, ChannelName name, ModeRequest.Problem problem) {
    return switch (problem) {
      case ModeRequest.Unknown(var letter) ->
          session.numeric("472", Words.named(letter), "is unknown mode char to me");
      case ModeRequest.BadParameter(var letter, var given, var why) ->
          session.numeric("696", name.shown(), String.valueOf(letter), Words.named(given), why);
      case ModeRequest.NoNick(var given) -> Numerics.line(session, new NoSuchNick(given));
    };
  }

  /// What a list of a channel is, for who may see it.
  static Reply seen(
      IrcSession session, ChannelName name, ListKind list, Function<ChannelState, Reply> told) {
    var channel = session.look(name);
    if (channel.isEmpty()) {
      return session.refuse(new NoSuchChannel(name.shown()));
    }
    return Rights.refusal(session.actor(), new SeeList(list), channel.get())
        .map(session::refuse)
        .orElseGet(() -> told.apply(channel.get()));
  }

  private static Reply list(IrcSession session, ChannelState channel, ListKind list) {
    var shown = channel.name().shown();
    var lines = new ArrayList<Line>();
    for (var entry : channel.list(list)) {
      var at = String.valueOf(entry.at().getEpochSecond());
      lines.add(session.numeric(entryNumeric(list), shown, entry.mask().pattern(), entry.by(), at));
    }
    lines.add(
        switch (list) {
          case BAN -> session.numeric("368", shown, "End of channel ban list");
          case EXCEPTION -> session.numeric("349", shown, "End of channel exception list");
          case INVITE_EXCEPTION ->
              session.numeric("347", shown, "End of channel invite exception list");
        });
    return Reply.of(lines);
  }

  private static String entryNumeric(ListKind list) {
    return switch (list) {
      case BAN -> "367";
      case EXCEPTION -> "348";
      case INVITE_EXCEPTION -> "346";
    };
  }
}
