package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Person;
import chat.salon.core.PrivateState;
import chat.salon.core.Stamp;
import java.util.Map;

/// Says something to one person.
///
/// @param to as they were when the actor wrote
/// @param tags client-only tags, with their `+`
public record SayPrivately(Person to, Form form, String text, Map<String, String> tags)
    implements Request<PrivateState> {
  @Override
  public Outcome decide(PrivateState conversation, Actor actor, Stamp stamp) {
    return Done.of(
        new Said(
            Say.isPassing(form, tags) ? stamp.unkept() : stamp,
            conversation.id(),
            actor.person(),
            form,
            to.nick().shown(),
            to.id(),
            text,
            tags,
            null));
  }
}
