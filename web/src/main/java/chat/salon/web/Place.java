package chat.salon.web;

import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Nick;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import tools.jackson.databind.node.ObjectNode;

/// Where a frame is about.
public sealed interface Place {
  /// In a channel.
  record InChannel(ChannelName name) implements Place {}

  /// With one person.
  record With(Nick nick, Pair pair) implements Place {
    static With of(Nick nick, Person self, String party) {
      return new With(nick, Pair.of(Pair.party(self), party));
    }
  }

  /// The conversation.
  default ConversationId<?> conversation() {
    return switch (this) {
      case InChannel(var name) -> name;
      case With(_, var pair) -> pair;
    };
  }

  /// As the session addressed it.
  default String target() {
    return switch (this) {
      case InChannel(var name) -> name.shown();
      case With(var nick, _) -> nick.shown();
    };
  }

  /// Says in a frame where it is about.
  default ObjectNode put(ObjectNode frame) {
    return switch (this) {
      case InChannel(var name) -> frame.put("channel", name.shown());
      case With(var nick, _) -> frame.put("other_user", nick.shown());
    };
  }
}
