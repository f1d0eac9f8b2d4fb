package chat.salon.irc;

import chat.salon.core.ChannelName;
import chat.salon.core.Event;
import chat.salon.core.Event.ActivityChanged;
import chat.salon.core.Event.Added;
import chat.salon.core.Event.Asking;
import chat.salon.core.Event.Attached;
import chat.salon.core.Event.Described;
import chat.salon.core.Event.Detached;
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
import chat.salon.core.Event.Quit;
import chat.salon.core.Event.Renamed;
import chat.salon.core.Event.Returned;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.SettingsChanged;
import chat.salon.core.Event.Sighted;
import chat.salon.core.Event.Split;
import chat.salon.core.Event.TopicSet;
import chat.salon.core.Guise;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.RelayTag;
import chat.salon.core.Stamp;
import chat.salon.irc.channel.UserMode;
import chat.salon.wire.Line;
import chat.salon.wire.Tags;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How events look as IRC lines. Pure, any thread.
public final class EventLines {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private EventLines() {}

  /// A moment as `server-time` and chathistory write it.
  public static String time(Instant moment) {
    return TIME.format(moment);
  }

  /// The lines that an event is for a reader; none when it is not for readers like this.
  public static List<Line> of(Event event, Reader reader) {
    return switch (event) {
      case Said said -> said(said, reader);
      case Joined(var stamp, var where, var who, _, _) -> joined(stamp, where, who, reader);
      case Attached(var stamp, var where, var who, _, _) -> joined(stamp, where, who, reader);
      case Later later -> LaterLines.of(later, reader);
      case Left(var stamp, var where, var who, var reason) ->
          tagged(stamp, who, reader, withReason(who, "PART", where.shown(), reason));
      case Kicked(var stamp, var where, var by, var who, var reason) ->
          tagged(
              stamp,
              by,
              reader,
              Line.of(
                  by.isServer() ? reader.server() : by.mask(),
                  "KICK",
                  where.shown(),
                  who.nick().shown(),
                  reason));
      case Sighted(var stamp, var where, var who, var on, _) ->
          on
              ? joined(stamp, where, who, reader)
              : tagged(stamp, who, reader, Line.of(who.mask(), "PART", where.shown()));
      case Quit(var stamp, _, var who, var reason, _) ->
          tagged(stamp, who, reader, Line.of(who.mask(), "QUIT", reason));
      case TopicSet(var stamp, var where, var by, var text) ->
          tagged(stamp, by, reader, Line.of(by.mask(), "TOPIC", where.shown(), text));
      case ModesChanged modes -> ModeLines.of(modes, reader);
      case Invited(var stamp, var where, var by, var who) ->
          reader.is(who.id()) || reader.has(Cap.INVITE_NOTIFY)
              ? tagged(
                  stamp,
                  by,
                  reader,
                  Line.of(by.mask(), "INVITE", who.nick().shown(), where.shown()))
              : List.of();
      case Asking asking -> AskingLines.of(asking, reader);
      case Added added -> added(added, reader);
      case PersonChanged changed -> changed(changed, reader);
      case Split split -> split(split, reader);
      case Returned returned -> returned(returned, reader);
      case Moved moved -> RenameLines.of(moved, reader);
      case Renamed _ -> List.of(); // shown when it has the new name
      // no line of IRC says it; ChanServ INFO does
      case Described _, Detached _ -> List.of();
      // only for who asked for it: see MetadataLines
      case MetadataSet _ -> List.of();
      // nor this; NickServ ACTIVITY does
      case ActivityChanged _, SettingsChanged _ -> List.of();
      case MarkedRead(_, _, _, var target, var upTo) ->
          reader.has(Cap.READ_MARKER) ? List.of(ReadMarkerLine.of(null, target, upTo)) : List.of();
    };
  }

  /// The person an event is about, to whom it may look different; null for none.
  static @Nullable PersonId subject(Event event) {
    return switch (event) {
      case Joined joined -> joined.who().id();
      case Attached attached -> attached.who().id();
      case Invited invited -> invited.who().id();
      case Asking asking -> asking.who().id();
      case PersonChanged changed -> changed.before().id();
      case Said _,
          Later _,
          Moved _,
          Renamed _,
          Added _,
          Left _,
          Kicked _,
          Quit _,
          Sighted _,
          Split _,
          Returned _,
          TopicSet _,
          Described _,
          MetadataSet _,
          ModesChanged _,
          Detached _,
          MarkedRead _,
          ActivityChanged _,
          SettingsChanged _ ->
          null;
    };
  }

  /// Whether the session that asked for an event is shown it.
  static boolean isShownToItsOrigin(Event event, Caps caps) {
    return switch (event) {
      // under another name it is nothing that a client would show by itself
      case Said said -> caps.has(Cap.ECHO_MESSAGE) || Guise.isPlayed(said.by().nick());
      case Later _ -> caps.has(Cap.ECHO_MESSAGE);
      case Invited _, Asking _, MarkedRead _, ActivityChanged _, SettingsChanged _ ->
          false; // told by 341, 711, ChanServ and MARKREAD
      case Joined _,
          Attached _,
          Moved _,
          Renamed _,
          Added _,
          Left _,
          Kicked _,
          Quit _,
          Sighted _,
          Split _,
          Returned _,
          TopicSet _,
          Described _,
          MetadataSet _,
          ModesChanged _,
          PersonChanged _,
          Detached _ ->
          true;
    };
  }

  /// Whether somebody said it to themselves: then it comes to them too, apart from any echo.
  static boolean isSaidToOneself(Event event) {
    return switch (event) {
      case Said said -> said.by().id().equals(said.to());
      case Later later -> later.where() instanceof Pair(var one, var other) && one.equals(other);
      default -> false;
    };
  }

  private static List<Line> said(Said said, Reader reader) {
    if (said.aftermath().isRedacted()) {
      return List.of();
    }
    var command =
        switch (said.form()) {
          case MESSAGE -> "PRIVMSG";
          case NOTICE -> "NOTICE";
          case TAGS -> "TAGMSG";
        };
    if (said.form() == Said.Form.TAGS) {
      return reader.has(Cap.MESSAGE_TAGS)
          ? tagged(said, reader, Line.of(said.by().mask(), command, said.target()))
          : List.of();
    }
    return tagged(said, reader, Line.of(said.by().mask(), command, said.target(), said.text()));
  }

  // IRC has no line for who may not even be connected: the service says it.
  private static List<Line> added(Added added, Reader reader) {
    var source = "ChanServ!ChanServ@" + Voice.host(reader.server());
    var text = added.by().nick().shown() + " added " + added.who().nick().shown();
    var line = Line.of(source, "NOTICE", added.where().shown(), text);
    return tagged(added.stamp(), Person.SERVER, reader, line);
  }

  private static List<Line> tagged(Said said, Reader reader, Line line) {
    var tags = tags(said.stamp(), said.by(), reader);
    var relay = said.tags().get(RelayTag.NAME);
    if (relay != null && reader.has(Cap.RELAYMSG)) {
      tags = tags.with(RelayTag.NAME, relay);
    }
    if (reader.has(Cap.MESSAGE_TAGS)) {
      tags = tags.with("msgid", said.stamp().msgid());
      for (var tag : said.tags().entrySet()) {
        if (tag.getKey().startsWith("+")) { // others are our own
          tags = tags.with(tag.getKey(), tag.getValue());
        }
      }
    }
    return List.of(line.with(tags));
  }

  private static List<Line> joined(Stamp stamp, ChannelName where, Person who, Reader reader) {
    var account = who.account() == null ? "*" : who.account().shown();
    var join =
        reader.has(Cap.EXTENDED_JOIN)
            ? Line.of(who.mask(), "JOIN", where.shown(), account, who.realname())
            : Line.of(who.mask(), "JOIN", where.shown());
    var lines = new ArrayList<>(tagged(stamp, who, reader, join));
    if (who.isAway() && reader.has(Cap.AWAY_NOTIFY) && !reader.is(who.id())) {
      lines.addAll(tagged(stamp.unkept(), who, reader, away(who)));
    }
    return lines;
  }

  // IRCv3 batch type "netsplit": https://ircv3.net/specs/batches/netsplit
  private static List<Line> split(Split split, Reader reader) {
    var lines = new ArrayList<Line>();
    var reason = split.near() + ' ' + split.far();
    for (var who : split.gone()) {
      lines.addAll(tagged(split.stamp(), who, reader, Line.of(who.mask(), "QUIT", reason)));
    }
    var reference = "split" + split.stamp().msgid();
    return batch(lines, reference, "netsplit", split.near(), split.far(), reader);
  }

  // The batch type "netjoin" of the same specification.
  private static List<Line> returned(Returned returned, Reader reader) {
    var lines = new ArrayList<Line>();
    returned.back().forEach(joined -> lines.addAll(of(joined, reader)));
    var reference = "join" + returned.stamp().msgid();
    return batch(lines, reference, "netjoin", returned.near(), returned.far(), reader);
  }

  private static List<Line> batch(
      List<Line> lines, String reference, String type, String near, String far, Reader reader) {
    if (!reader.has(Cap.BATCH)) {
      return lines;
    }
    lines.replaceAll(line -> line.with("batch", reference));
    lines.addFirst(Line.of(near, "BATCH", '+' + reference, type, near, far));
    lines.addLast(Line.of(near, "BATCH", '-' + reference));
    return lines;
  }

  private static List<Line> changed(PersonChanged changed, Reader reader) {
    var before = changed.before();
    var after = changed.after();
    var lines = new ArrayList<Line>();
    var stamp = changed.stamp();
    if (!before.nick().shown().equals(after.nick().shown())) {
      lines.addAll(
          tagged(stamp, before, reader, Line.of(before.mask(), "NICK", after.nick().shown())));
      before = before.withNick(after.nick());
    }
    stamp = stamp.unkept();
    boolean isElsewhere =
        !before.host().equals(after.host()) || !before.user().equals(after.user());
    if (isElsewhere && reader.has(Cap.CHGHOST)) {
      var line = Line.of(before.mask(), "CHGHOST", after.user(), after.host());
      lines.addAll(tagged(stamp, before, reader, line));
    }
    if (!Objects.equals(before.account(), after.account()) && reader.has(Cap.ACCOUNT_NOTIFY)) {
      var account = after.account() == null ? "*" : after.account().shown();
      // the tag still bears the account before, as account-tag has it
      lines.addAll(tagged(stamp, before, reader, Line.of(after.mask(), "ACCOUNT", account)));
    }
    if (!before.realname().equals(after.realname()) && reader.has(Cap.SETNAME)) {
      lines.addAll(
          tagged(stamp, after, reader, Line.of(after.mask(), "SETNAME", after.realname())));
    }
    var modes = UserMode.changes(before.standing(), after.standing());
    if (!modes.isEmpty() && reader.is(after.id())) {
      var nick = after.nick().shown();
      for (var line : ModeLines.ofPerson(reader.has(Cap.NAMED_MODES), after.mask(), nick, modes)) {
        lines.addAll(tagged(stamp.unkept(), after, reader, line));
      }
    }
    if (!Objects.equals(before.awayText(), after.awayText())
        && reader.has(Cap.AWAY_NOTIFY)
        && !reader.is(after.id())) {
      lines.addAll(tagged(stamp, after, reader, away(after)));
    }
    return lines;
  }

  private static Line away(Person who) {
    var text = who.awayText();
    return text == null ? Line.of(who.mask(), "AWAY") : Line.of(who.mask(), "AWAY", text);
  }

  private static Line withReason(Person who, String command, String where, String reason) {
    return reason.isEmpty()
        ? Line.of(who.mask(), command, where)
        : Line.of(who.mask(), command, where, reason);
  }

  /// The line with the tags that every event bears. Only what is kept has a msgid, and only one
  /// line of it, so that no two lines have the same.
  static List<Line> tagged(Stamp stamp, Person by, Reader reader, Line line) {
    return List.of(line.with(tags(stamp, by, reader)));
  }

  private static Tags tags(Stamp stamp, Person by, Reader reader) {
    var tags = Tags.EMPTY;
    if (reader.has(Cap.SERVER_TIME)) {
      tags = tags.with("time", time(stamp.time()));
    }
    if (reader.has(Cap.MESSAGE_TAGS) && stamp.seq() > 0) {
      tags = tags.with("msgid", stamp.msgid());
    }
    if (reader.has(Cap.ACCOUNT_TAG) && by.account() != null) {
      tags = tags.with("account", by.account().shown());
    }
    if (reader.has(Cap.OPER_TAG) && by.standing().oper()) {
      tags = tags.with("draft/oper", by.account() == null ? "" : by.account().shown());
    }
    if (reader.has(Cap.MESSAGE_TAGS) && by.standing().bot()) {
      tags = tags.with("bot", "");
    }
    return tags;
  }
}
