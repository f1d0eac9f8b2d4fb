package chat.salon.web.channel;

import chat.salon.core.ChannelName;
import chat.salon.web.Answer;
import chat.salon.web.Json;
import chat.salon.web.Overview;
import chat.salon.web.WebSession;

/// What is told of one channel.
final class Channels {
  private Channels() {}

  /// The channel as its member sees it in the list of conversations.
  static Answer shown(WebSession session, ChannelName name) {
    var answer = Json.object();
    var channel = session.look(name);
    channel.ifPresent(
        state -> answer.set("conversation", session.apart(() -> Overview.of(session, state))));
    return Answer.ok(answer);
  }
}
