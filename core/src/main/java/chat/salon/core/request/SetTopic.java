package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.TopicSet;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Stamp;
import chat.salon.core.Topic;

/// Sets the topic, or takes it away when the text is empty.
public record SetTopic(String text) implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    return Rights.refusal(actor, new Action.SetTopic(), channel)
        .<Outcome>map(Refused::new)
        .orElseGet(() ->
            isSaid(channel)
                ? Done.NOTHING
                : Done.of(new TopicSet(stamp, channel.name(), actor.person(), text)));
  }

  // Modern IRC, TOPIC message: who changes nothing is not shown to have changed it.
  private boolean isSaid(ChannelState channel) {
    return channel.topic().map(Topic::text).orElse("").equals(text);
  }
}
