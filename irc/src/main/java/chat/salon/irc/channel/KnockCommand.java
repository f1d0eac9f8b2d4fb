package chat.salon.irc.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Joined;
import chat.salon.core.Flag;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.request.AskToJoin;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import java.util.Optional;

/// KNOCK: asks to come into a channel that people enter by invitation.
final class KnockCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            "KNOCK",
            1,
            "KNOCK <channel> [<message>]: asks the operators of a +i channel to let you in.")
        .from("InspIRCd and UnrealIRCd, KNOCK; numerics 480, 710, 711");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    return session
        .salon()
        .channelName(line.param(0))
        .map(name -> knock(session, name, line.param(1)))
        .orElseGet(() -> session.refuse(new BadChannelName(line.param(0))));
  }

  private static Reply knock(IrcSession session, ChannelName name, String message) {
    var channel = find(session, name);
    if (channel.isEmpty()) {
      return session.refuse(new NoSuchChannel(name.shown()));
    }
    if (channel.get().has(session.presence().id())) {
      return Reply.of(session.numeric("714", name.shown(), "You're already on that channel."));
    }
    return channel.get().has(Flag.INVITE_ONLY)
        ? told(session, name, session.ask(name, new AskToJoin(message)))
        : Reply.of(session.numeric("713", name.shown(), "Channel is open: JOIN it."));
  }

  // Nobody of its members may be connected: they find the request when they come.
  private static Optional<ChannelState> find(IrcSession session, ChannelName name) {
    return session
        .look(name)
        .or(() -> session.apart(() -> session.salon().find(session.actor(), name)));
  }

  private static Reply told(IrcSession session, ChannelName name, Outcome outcome) {
    return switch (outcome) {
      // who needs no answer is let in at once
      case Done(var events, _) when events.stream().anyMatch(Joined.class::isInstance) ->
          JoinReplies.of(session, name);
      case Done _ ->
          Reply.of(session.numeric("711", name.shown(), "Your KNOCK has been delivered."));
      case Refused _ -> session.answer(outcome);
    };
  }
}
