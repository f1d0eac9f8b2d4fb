package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Guise;
import chat.salon.core.Nick;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.PersonId;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.CannotSend;
import chat.salon.core.RelayTag;
import chat.salon.core.Stamp;
import java.util.Map;
import java.util.Optional;

/// Says something in a channel under a name that is nobody's nick: a program for somebody who is
/// elsewhere, or a player for their character. Who really did it goes with the message.
///
/// @param name as it is shown, see [Guise#nick]
public record SpeakAs(Guise guise, Nick name, String text) implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    return Rights.refusal(actor, new Action.SpeakAs(guise), channel)
        .or(() -> unheard(channel, actor))
        .or(() -> Say.againstModes(Form.MESSAGE, text, channel, actor, stamp))
        .or(() -> Say.tooFast(channel, actor, stamp))
        .<Outcome>map(Refused::new)
        .orElseGet(() -> Done.of(said(channel, actor, stamp)));
  }

  // Whom the team alone would hear: nobody plays for them.
  private static Optional<Refusal> unheard(ChannelState channel, Actor actor) {
    return Rights.isForTeam(actor, channel)
        ? Optional.of(new CannotSend(channel.name()))
        : Optional.empty();
  }

  private Said said(ChannelState channel, Actor actor, Stamp stamp) {
    var by = guise.person(name, actor, new PersonId(stamp.id()));
    var tags =
        guise == Guise.RELAYED
            ? Map.of(RelayTag.NAME, actor.nick().shown())
            : Map.<String, String>of();
    var where = channel.name();
    return new Said(stamp, where, by, Form.MESSAGE, where.shown(), null, text, tags, null);
  }
}
