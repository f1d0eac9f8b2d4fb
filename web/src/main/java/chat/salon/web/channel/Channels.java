package chat.salon.web.channel;

import chat.salon.core.ChannelName;
import chat.salon.web.Answer;
import chat.salon.web.Json;
import chat.salon.web.Overview;
import chat.salon.web.WebSession;
import tools.jackson.databind.node.ObjectNode;

/// What is told of one channel.
final class Channels {
  private Channels() {}

  /// The channel as its member sees it in the list of conversations.
  static Answer shown(WebSession session, ChannelName name) {
    return Answer.ok(conversation(session, name, Json.object()));
  }

  /// The same of a group that was just made: its name is news.
  static Answer made(WebSession session, ChannelName group) {
    return Answer.ok(conversation(session, group, Json.object().put("group", group.shown())));
  }

  private static ObjectNode conversation(WebSession session, ChannelName name, ObjectNode answer) {
    var channel = session.look(name);
    channel.ifPresent(
        state -> answer.set("conversation", session.apart(() -> Overview.of(session, state))));
    return answer;
  }
}
