package chat.salon.irc.query;

import chat.salon.core.ChannelState;
import chat.salon.core.Metadata;
import chat.salon.core.Person;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Sight;

/// Whom METADATA is about.
sealed interface MetadataTarget {
  /// Who asks, also before they are let in.
  record Oneself() implements MetadataTarget {}

  /// Somebody else who is here.
  record Other(Person person) implements MetadataTarget {}

  /// A channel that who asks may know of.
  record OfChannel(ChannelState channel) implements MetadataTarget {}

  /// Nobody, or nobody of whom who asks may know.
  record Nobody() implements MetadataTarget {}

  static MetadataTarget of(IrcSession session, String asked) {
    if (asked.equals("*")) {
      return new Oneself();
    }
    if (!session.isRegistered()) {
      return new Nobody();
    }
    var channel = session.salon().channelName(asked);
    if (channel.isPresent()) {
      return session.look(channel.get()).<MetadataTarget>map(OfChannel::new).orElse(new Nobody());
    }
    return Sight.find(session, asked)
        .<MetadataTarget>map(person ->
            person.id().equals(session.presence().id()) ? new Oneself() : new Other(person))
        .orElse(new Nobody());
  }

  /// As answers name it.
  default String name(IrcSession session) {
    return switch (this) {
      case Oneself _ -> session.nick();
      case Other(var person) -> person.nick().shown();
      case OfChannel(var channel) -> channel.name().shown();
      case Nobody _ -> "*";
    };
  }

  /// All that it says of itself.
  default Metadata metadata(IrcSession session) {
    return switch (this) {
      case Oneself _ -> session.metadata().said();
      case Other(var person) -> Metadata.of(person, session.door().now());
      case OfChannel(var channel) -> channel.metadata();
      case Nobody _ -> Metadata.NONE;
    };
  }
}
