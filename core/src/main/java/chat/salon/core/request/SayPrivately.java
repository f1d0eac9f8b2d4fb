package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.ModeBar.AccountToWrite;
import chat.salon.core.ModeBar.NoCtcpTo;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Person;
import chat.salon.core.PrivateState;
import chat.salon.core.Rank;
import chat.salon.core.Refusal;
import chat.salon.core.Stamp;
import java.util.Map;
import java.util.Optional;

/// Says something to one person. When they do not want to hear it, it is kept and shown as ever, to
/// its author alone.
///
/// @param to as they were when the actor wrote
/// @param tags client-only tags, with their `+`
public record SayPrivately(Person to, Form form, String text, Map<String, String> tags)
    implements Request<PrivateState> {
  // Of a private message, any rank says that nobody but its author reads it.
  private static final Rank AUTHOR_ONLY = Rank.FOUNDER;

  @Override
  public Outcome decide(PrivateState conversation, Actor actor, Stamp stamp) {
    var refusal = refusal(actor);
    if (refusal.isPresent()) {
      return form == Form.TAGS ? Done.NOTHING : new Refused(refusal.get());
    }
    return Done.of(
        new Said(
            Say.isPassing(form, tags) ? stamp.unkept() : stamp,
            conversation.id(),
            actor.person(),
            form,
            to.nick().shown(),
            to.isAbsent() ? null : to.id(),
            text,
            tags,
            actor.isHeardBy(to) ? null : AUTHOR_ONLY));
  }

  private Optional<Refusal> refusal(Actor actor) {
    var shield = to.standing().shield();
    if (actor.id().equals(to.id())) {
      return Optional.empty();
    }
    if (!shield.admits(actor.person())) {
      return Optional.of(new AccountToWrite(to.nick()).refusal());
    }
    return shield.noCtcp() && Say.isRestrictedCtcp(form, text)
        ? Optional.of(new NoCtcpTo(to.nick()).refusal())
        : Optional.empty();
  }
}
