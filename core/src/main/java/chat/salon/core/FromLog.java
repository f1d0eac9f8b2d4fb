package chat.salon.core;

import chat.salon.core.Event.ActivityChanged;
import chat.salon.core.Event.Added;
import chat.salon.core.Event.Asking;
import chat.salon.core.Event.Attached;
import chat.salon.core.Event.Described;
import chat.salon.core.Event.Detached;
import chat.salon.core.Event.Edited;
import chat.salon.core.Event.Invited;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Kicked;
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
import chat.salon.core.Event.SettingsChanged;
import chat.salon.core.Event.Sighted;
import chat.salon.core.Event.Split;
import chat.salon.core.Event.TopicSet;
import org.jspecify.annotations.Nullable;

/// The log knows people by their nicks; this gives them back who they are. Pure.
final class FromLog {
  private FromLog() {}

  /// An event as it was when it was stored.
  ///
  /// @param by whose request led to it
  static Event by(Person by, Event event) {
    return switch (event) {
      case Said said -> said(said, by, said.to());
      case Edited(var stamp, var where, _, var about, var text) ->
          new Edited(stamp, where, by, about, text);
      case Redacted(var stamp, var where, _, var about, var reason) ->
          new Redacted(stamp, where, by, about, reason);
      case Reacted(var stamp, var where, _, var about, var reaction, var on) ->
          new Reacted(stamp, where, by, about, reaction, on);
      case Pinned(var stamp, var where, _, var about, var on) ->
          new Pinned(stamp, where, by, about, on);
      case Previewed(var stamp, var where, _, var about, var previews) ->
          new Previewed(stamp, where, by, about, previews);
      case TopicSet(var stamp, var where, _, var text) -> new TopicSet(stamp, where, by, text);
      case Described(var stamp, var where, _, var text) -> new Described(stamp, where, by, text);
      case ModesChanged(var stamp, var where, _, var changes) ->
          new ModesChanged(stamp, where, by, changes);
      case Added(var stamp, var where, _, var who) -> new Added(stamp, where, by, who);
      case Left(var stamp, var where, _, var reason) -> new Left(stamp, where, by, reason);
      case Kicked(var stamp, var where, _, var who, var reason) ->
          new Kicked(stamp, where, by, absent(who, stamp), reason);
      case Joined _,
          Quit _,
          PersonChanged _,
          Invited _,
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
          event;
    };
  }

  /// Somebody who need not be here any more: an id that nobody has.
  static Person absent(Person who, Stamp stamp) {
    return who.withId(new PersonId(stamp.id()));
  }

  /// What was said.
  ///
  /// @param to null for nobody who is here
  static Said said(Said said, Person by, @Nullable PersonId to) {
    return new Said(
        said.stamp(),
        said.where(),
        by,
        said.form(),
        said.target(),
        to,
        said.text(),
        said.tags(),
        said.least(),
        said.aftermath());
  }
}
