package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.Aftermath;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Event.About;
import chat.salon.core.Event.ActivityChanged;
import chat.salon.core.Event.Added;
import chat.salon.core.Event.Asking;
import chat.salon.core.Event.Attached;
import chat.salon.core.Event.Described;
import chat.salon.core.Event.Detached;
import chat.salon.core.Event.Edited;
import chat.salon.core.Event.Fact;
import chat.salon.core.Event.Invited;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Kicked;
import chat.salon.core.Event.Later;
import chat.salon.core.Event.Left;
import chat.salon.core.Event.MarkedRead;
import chat.salon.core.Event.MetadataSet;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Event.Moved;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Event.Pinned;
import chat.salon.core.Event.Previewed;
import chat.salon.core.Event.Quit;
import chat.salon.core.Event.Reacted;
import chat.salon.core.Event.Redacted;
import chat.salon.core.Event.Renamed;
import chat.salon.core.Event.Returned;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Event.SettingsChanged;
import chat.salon.core.Event.Sighted;
import chat.salon.core.Event.Split;
import chat.salon.core.Event.TopicSet;
import chat.salon.core.Person;
import chat.salon.core.Previews;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.core.Stamp;
import chat.salon.store.Details.FactRow;
import chat.salon.store.Details.Somebody;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An event as a row of the log. Pure.
///
/// @param by who did it
/// @param target of what was said, as the speaker addressed it
/// @param body a text, a topic or a reason
/// @param least 0 for what everybody may read, else a bit of [Ranks]
record EventRow(
    Stamp stamp,
    Kind kind,
    Person by,
    @Nullable String target,
    @Nullable String body,
    Details details,
    int least) {

  /// @throws IllegalArgumentException for an event that is never kept
  static EventRow of(Event event) {
    return switch (event) {
      case Said said -> said(said);
      case Edited edited -> later(Kind.EDITED, edited, edited.text());
      case Redacted redacted -> later(Kind.REDACTED, redacted, redacted.reason());
      case Reacted reacted ->
          later(reacted.on() ? Kind.REACTED : Kind.UNREACTED, reacted, reacted.reaction());
      case Pinned pinned -> later(pinned.on() ? Kind.PINNED : Kind.UNPINNED, pinned, "");
      case Previewed previewed -> later(Kind.PREVIEWED, previewed, "");
      case Joined(var stamp, _, var who, var ranks, _) ->
          row(stamp, Kind.JOINED, who, null, joined(who, ranks));
      case Left(var stamp, _, var who, var reason) ->
          row(stamp, Kind.LEFT, who, reason, details(who, null, null, null));
      case Kicked(var stamp, _, var by, var who, var reason) ->
          row(stamp, Kind.KICKED, by, reason, details(by, who, null, null));
      case TopicSet(var stamp, _, var by, var text) ->
          row(stamp, Kind.TOPIC_SET, by, text, details(by, null, null, null));
      case Described(var stamp, _, var by, var text) ->
          row(stamp, Kind.DESCRIBED, by, text, details(by, null, null, null));
      case Added(var stamp, _, var by, var who) ->
          row(stamp, Kind.ADDED, by, null, details(by, who, null, null));
      case ModesChanged modes ->
          row(
              modes.stamp(),
              Kind.MODES_CHANGED,
              modes.by(),
              null,
              details(modes.by(), null, modes, null));
      case Quit(var stamp, _, var who, var reason, var fact) ->
          row(stamp, Kind.QUIT, who, reason, details(who, null, null, fact));
      case PersonChanged(var stamp, _, var before, var after, var fact) ->
          row(stamp, Kind.PERSON_CHANGED, before, null, details(before, after, null, fact));
      case Invited _,
          Asking _,
          MetadataSet _,
          Attached _,
          Sighted _,
          Split _,
          Returned _,
          Renamed _,
          Moved _,
          Detached _,
          MarkedRead _,
          ActivityChanged _,
          SettingsChanged _ ->
          throw new IllegalArgumentException("an event that is never kept");
    };
  }

  private static EventRow said(Said said) {
    var kind =
        switch (said.form()) {
          case MESSAGE -> Kind.MESSAGE;
          case NOTICE -> Kind.NOTICE;
          case TAGS -> Kind.TAGS;
        };
    var by = said.by();
    return new EventRow(
        said.stamp(),
        kind,
        by,
        said.target(),
        said.text(),
        Details.ofSaid(said.tags(), bot(by), name(by)),
        bit(said.least()));
  }

  private static @Nullable String name(Person by) {
    var name = by.displayName();
    return name.equals(by.nick().shown()) ? null : name;
  }

  private static Details joined(Person who, Ranks ranks) {
    var name = name(who);
    return new Details(
        null,
        bot(who),
        name,
        name == null ? who.realname() : null,
        ranks.isNone() ? null : ranks.letters(),
        null,
        null,
        null,
        null);
  }

  private static EventRow later(Kind kind, Later later, String body) {
    var by = later.by();
    var about = later.about();
    return new EventRow(
        later.stamp(),
        kind,
        by,
        about.target(),
        body,
        Details.ofMessage(about.id(), bot(by)),
        bit(about.least()));
  }

  private static int bit(@Nullable Rank least) {
    return least == null ? 0 : Ranks.of(least).bits();
  }

  private static EventRow row(
      Stamp stamp, Kind kind, Person by, @Nullable String body, Details details) {
    return new EventRow(stamp, kind, by, null, body, details, 0);
  }

  private static Details details(
      Person by, @Nullable Person other, @Nullable ModesChanged modes, @Nullable Fact fact) {
    return new Details(
        null,
        bot(by),
        null,
        null,
        null,
        other == null ? null : Somebody.of(other),
        modes == null ? null : modes.changes().stream().map(ModeRows::row).toList(),
        fact == null ? null : FactRow.of(fact),
        null);
  }

  private static @Nullable Boolean bot(Person person) {
    return person.standing().bot() ? true : null;
  }

  /// @param aftermath of a message
  /// @throws IllegalArgumentException when the row makes no event
  Event event(ConversationId<?> where, Aftermath aftermath) {
    return switch (kind) {
      case MESSAGE -> said(where, Form.MESSAGE, aftermath);
      case NOTICE -> said(where, Form.NOTICE, aftermath);
      case TAGS -> said(where, Form.TAGS, aftermath);
      case EDITED -> new Edited(stamp, where, by, about(), text());
      case REDACTED -> new Redacted(stamp, where, by, about(), text());
      case REACTED -> new Reacted(stamp, where, by, about(), text(), true);
      case UNREACTED -> new Reacted(stamp, where, by, about(), text(), false);
      case PINNED -> new Pinned(stamp, where, by, about(), true);
      case UNPINNED -> new Pinned(stamp, where, by, about(), false);
      case PREVIEWED -> new Previewed(stamp, where, by, about(), Previews.NONE);
      case JOINED -> new Joined(stamp, channel(where), by, ranks(), Set.of());
      case LEFT -> new Left(stamp, channel(where), by, text());
      case KICKED -> new Kicked(stamp, channel(where), by, other(), text());
      case TOPIC_SET -> new TopicSet(stamp, channel(where), by, text());
      case DESCRIBED -> new Described(stamp, channel(where), by, text());
      case ADDED -> new Added(stamp, channel(where), by, other());
      case MODES_CHANGED -> {
        var changes = details.changes();
        yield new ModesChanged(
            stamp,
            channel(where),
            by,
            changes == null ? List.of() : changes.stream().map(ModeRows::change).toList());
      }
      case QUIT -> new Quit(stamp, channel(where), by, text(), fact());
      case PERSON_CHANGED -> new PersonChanged(stamp, where, by, other(), fact());
    };
  }

  private Said said(ConversationId<?> where, Form form, Aftermath aftermath) {
    var tags = details.tags();
    return new Said(
        stamp,
        where,
        by,
        form,
        target == null ? "" : target,
        null,
        text(),
        tags == null ? Map.of() : tags,
        rank(),
        aftermath);
  }

  private About about() {
    var message = details.about();
    if (message == null) {
      throw new IllegalArgumentException("an event without the message that it is about");
    }
    return new About(message, target == null ? "" : target, rank());
  }

  private @Nullable Rank rank() {
    return least == 0 ? null : new Ranks(least).highest().orElse(Rank.FOUNDER);
  }

  private static ChannelName channel(ConversationId<?> where) {
    if (where instanceof ChannelName name) {
      return name;
    }
    throw new IllegalArgumentException("an event of a channel in a private conversation");
  }

  private Person other() {
    var other = details.other();
    if (other == null) {
      throw new IllegalArgumentException("an event without the person it happened to");
    }
    return other.person();
  }

  private Ranks ranks() {
    return details.ranks() == null ? Ranks.NONE : Ranks.ofLetters(details.ranks());
  }

  private Fact fact() {
    return details.fact() == null ? new Fact(stamp.id(), 1) : details.fact().fact();
  }

  private String text() {
    return body == null ? "" : body;
  }

  /// The person of a row.
  static Person person(
      String nick, String user, String host, @Nullable AccountName account, Details details) {
    return Somebody.person(
        nick, user, host, details.name(), details.realname(), account, details.bot());
  }
}
