package chat.salon.irc;

import chat.salon.core.ChannelState;
import chat.salon.core.Event;
import chat.salon.core.Event.MetadataSet;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Metadata;
import chat.salon.core.Person;
import chat.salon.core.request.Rights;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people and channels say of themselves, as clients are told: by METADATA those who know
/// draft/metadata-2, by 761 and 766 those who know draft/metadata-3.
public final class MetadataLines {
  private static final String BATCH = "metadata";

  private MetadataLines() {}

  /// Whether a client wants to be told by itself.
  public static boolean isAware(IrcSession session) {
    return session.has(Cap.METADATA_3) || session.has(Cap.METADATA_2);
  }

  /// 761 (RPL_KEYVALUE), or 766 (RPL_KEYNOTSET).
  ///
  /// @param value null for none
  public static Line numeric(
      IrcSession session, String target, String key, @Nullable String value) {
    return value == null
        ? session.numeric("766", target, key, "Key not set")
        : session.numeric("761", target, key, "*", value);
  }

  /// Some lines as the batch that both specifications ask for.
  public static Reply batch(IrcSession session, String target, List<Line> lines) {
    return Reply.batch(session, lines, BATCH, target);
  }

  /// All that somebody says of themselves, for themselves: when they are let in.
  public static Reply own(IrcSession session) {
    if (!isAware(session)) {
      return Reply.NONE;
    }
    var nick = session.nick();
    var lines = new ArrayList<Line>();
    session
        .metadata()
        .said()
        .values()
        .forEach((key, value) -> lines.add(told(session, nick, key, value)));
    return batch(session, nick, lines);
  }

  /// What is said of a channel that somebody has come into, and by those who are there; of a large
  /// one they are asked to ask for it: 774 (ERR_METADATASYNCLATER).
  public static Reply joined(IrcSession session, ChannelState channel) {
    if (!isAware(session) || (!session.has(Cap.METADATA_3) && !session.metadata().isSubscribed())) {
      return Reply.NONE;
    }
    var name = channel.name().shown();
    var settings = session.door().metadata();
    if (session.metadata().isSubscribed() && channel.size() > settings.syncMembers()) {
      return Reply.of(later(session, name, settings.syncSeconds()));
    }
    var lines = of(session, channel);
    return lines.isEmpty() && !session.has(Cap.METADATA_3)
        ? Reply.NONE
        : batch(session, name, lines);
  }

  /// 774: ask for it later.
  ///
  /// @param seconds to wait
  public static Line later(IrcSession session, String target, int seconds) {
    return session.numeric("774", target, String.valueOf(seconds), "Ask for the metadata by SYNC");
  }

  /// What somebody says of themselves under the keys that a client asked for.
  public static List<Line> of(IrcSession session, Person person) {
    return shown(session, person.nick().shown(), Metadata.of(person, session.door().now()));
  }

  /// The same of a channel, and of the members that the client may see.
  public static List<Line> of(IrcSession session, ChannelState channel) {
    var lines = new ArrayList<>(shown(session, channel.name().shown(), channel.metadata()));
    var directory = session.salon().people().directory();
    var actor = session.actor();
    boolean isInside = channel.has(actor.id());
    for (var member : channel.members()) {
      var person = directory.find(member.person().id()).orElse(member.person());
      if (Rights.maySee(actor, person, isInside)) {
        lines.addAll(of(session, person));
      }
    }
    return lines;
  }

  private static List<Line> shown(IrcSession session, String target, Metadata metadata) {
    var lines = new ArrayList<Line>();
    for (var key : session.metadata().keys()) {
      var value = metadata.get(key);
      if (value != null) {
        lines.add(told(session, target, key, value));
      }
    }
    return lines;
  }

  /// Whether a client that asked for keys may have to be told of an event.
  static boolean mayTell(Event event) {
    return switch (event) {
      case MetadataSet _ -> true;
      case PersonChanged(_, _, var before, var after, _) ->
          !before.metadata().equals(after.metadata())
              || !before.realname().equals(after.realname())
              || !before.standing().equals(after.standing());
      default -> false;
    };
  }

  /// What a client is told of an event: a line for each key that it asked for and that changed.
  static List<Line> of(IrcSession session, Event event) {
    var keys = session.metadata().keys();
    if (keys.isEmpty()) {
      return List.of();
    }
    return switch (event) {
      case MetadataSet(_, var where, _, var key, var value) ->
          keys.contains(key) ? List.of(told(session, where.shown(), key, value)) : List.<Line>of();
      case PersonChanged(_, _, var before, var after, _) -> {
        var now = session.door().now();
        var said = Metadata.of(after, now);
        yield Metadata.of(before, now).differences(said).stream()
            .filter(keys::contains)
            .map(key -> told(session, after.nick().shown(), key, said.get(key)))
            .toList();
      }
      default -> List.of();
    };
  }

  private static Line told(IrcSession session, String target, String key, @Nullable String value) {
    if (session.has(Cap.METADATA_3)) {
      return numeric(session, target, key, value);
    }
    return value == null
        ? Line.of(session.serverName(), "METADATA", target, key, "*")
        : Line.of(session.serverName(), "METADATA", target, key, "*", value);
  }
}
