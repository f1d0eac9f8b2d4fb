package chat.salon.web;

import chat.salon.core.Availability;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Event.ActivityChanged;
import chat.salon.core.Event.Added;
import chat.salon.core.Event.Asking;
import chat.salon.core.Event.Attached;
import chat.salon.core.Event.Described;
import chat.salon.core.Event.Detached;
import chat.salon.core.Event.Edited;
import chat.salon.core.Event.Invited;
import chat.salon.core.Event.JoinAnswered;
import chat.salon.core.Event.JoinAsked;
import chat.salon.core.Event.JoinWithdrawn;
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
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Ranks;
import chat.salon.core.Stamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How events look as frames. Pure, any thread.
public final class EventFrames {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /// Who does what nobody asked for, and tells everybody something.
  static final String SERVER = "Salon";

  private EventFrames() {}

  /// A moment as frames write it.
  public static String time(Instant moment) {
    return TIME.format(moment);
  }

  /// The frames that an event is for everybody; none when no program needs it.
  public static List<ObjectNode> of(Event event) {
    return switch (event) {
      case Said said -> SaidFrames.of(said);
      case Joined joined -> List.of(joined(joined));
      case Added(var stamp, var where, var by, var who) ->
          List.of(
              stamped(
                  stamp,
                  Json.object()
                      .put("added", nick(who))
                      .put("account", account(who))
                      .put("display_name", who.displayName())
                      .put("channel", where.shown())
                      .put("user", nick(by))));
      case Left(var stamp, var where, var who, var reason) ->
          List.of(in(stamp, where, who, Json.object().put("left", where.shown()), reason));
      case Sighted(var stamp, var where, var who, var on, _) ->
          List.of(
              on
                  ? joined(new Joined(stamp, where, who, Ranks.NONE, Set.of()))
                  : in(stamp, where, who, Json.object().put("left", where.shown()), ""));
      case Kicked(var stamp, var where, var by, var who, var reason) ->
          List.of(
              stamped(
                  stamp,
                  Json.object()
                      .put("kicked", nick(who))
                      .put("user", nick(by))
                      .put("channel", where.shown())
                      .put("reason", reason)));
      case Quit(var stamp, _, var who, var reason, _) ->
          List.of(
              Json.object()
                  .put("quit", nick(who))
                  .put("reason", reason)
                  .put("time", time(stamp.time())));
      case TopicSet(var stamp, var where, var by, var text) ->
          List.of(in(stamp, where, by, Json.object().put("topic", text), null));
      case Described(var stamp, var where, var by, var text) ->
          List.of(in(stamp, where, by, Json.object().put("description", text), null));
      case ModesChanged(var stamp, var where, var by, var changes) ->
          List.of(in(stamp, where, by, Json.object().put("modes", ModeWords.of(changes)), null));
      case Invited(var stamp, var where, var by, var who) ->
          List.of(
              Json.object()
                  .put("invited", nick(who))
                  .put("channel", where.shown())
                  .put("user", nick(by))
                  .put("time", time(stamp.time())));
      case JoinAsked asked ->
          List.of(
              asking(asked, "asked_to_join")
                  .put("account", account(asked.who()))
                  .put("display_name", asked.who().displayName())
                  .put("status", status(asked.who()))
                  .put("message", asked.message()));
      case JoinWithdrawn withdrawn -> List.of(asking(withdrawn, "request_withdrawn"));
      case JoinAnswered answered -> List.of(answered(answered));
      case PersonChanged changed -> changed(changed);
      case Split(_, var where, var gone, _, _) ->
          List.of(list("split", where, gone.stream().map(EventFrames::nick).toList()));
      case Returned(_, var where, var back, _, _) ->
          List.of(
              list("returned", where, back.stream().map(joined -> nick(joined.who())).toList()));
      case Edited(_, _, _, var about, var text) ->
          List.of(
              later(
                  (Event.Later) event,
                  Json.object().put("edited", about.msgid()).put("text", text)));
      case Redacted(_, _, _, var about, var reason) ->
          List.of(
              later(
                  (Event.Later) event,
                  Json.object().put("deleted", about.msgid()).put("reason", reason)));
      case Reacted(_, _, _, var about, var reaction, var on) ->
          List.of(
              later(
                  (Event.Later) event,
                  Json.object()
                      .put(on ? "reacted" : "unreacted", reaction)
                      .put("to", about.msgid())));
      case Pinned(_, _, _, var about, var on) ->
          List.of(
              later(
                  (Event.Later) event,
                  Json.object().put(on ? "pinned" : "unpinned", about.msgid())));
      case Previewed(_, _, _, var about, var previews) ->
          List.of(
              later(
                  (Event.Later) event,
                  Json.object()
                      .put("previewed", about.msgid())
                      .set("previews", PreviewJson.of(previews.shown()))));
      case Moved moved -> moved(moved);
      case Renamed _ -> List.of(); // shown when it has the new name
      // what a marker means to somebody follows: see Sequel
      case MetadataSet _ -> List.of(); // clients of this protocol have names and descriptions
      case MarkedRead _, ActivityChanged _, SettingsChanged _, Attached _, Detached _ -> List.of();
    };
  }

  /// The frames that an event is for one reader, who may be mentioned in it.
  public static List<ObjectNode> of(Event event, Person reader) {
    var frames = of(event);
    if (Mentioning.of(event).mentions(reader)) {
      frames.forEach(Mentioning::mark);
    }
    return frames;
  }

  /// The frames that an event is for a session which asked for it, or whom it is about.
  ///
  /// @param id of the frame that asked; null for none
  static List<ObjectNode> to(Event event, @Nullable String id) {
    var frames = of(event);
    if (id != null) {
      frames.forEach(frame -> frame.put("id", id));
    }
    return frames;
  }

  /// The person an event is about, to whom it may look different; null for none.
  static @Nullable PersonId subject(Event event) {
    return event instanceof Joined joined ? joined.who().id() : null;
  }

  // Programs are told that all have left the one channel and come into the other.
  private static List<ObjectNode> moved(Moved event) {
    var frames = new ArrayList<ObjectNode>();
    if (!event.from().equals(event.where())) {
      var stamp = event.stamp();
      for (var member : event.as().members()) {
        frames.addAll(of(new Left(stamp, event.from(), member.person(), event.reason())));
      }
      for (var member : event.as().members()) {
        var who = member.person();
        frames.addAll(of(new Joined(stamp, event.where(), who, member.ranks(), member.nodes())));
      }
    }
    return frames;
  }

  private static ObjectNode asking(Asking event, String key) {
    return Json.object()
        .put(key, nick(event.who()))
        .put("channel", event.where().shown())
        .put("time", time(event.stamp().time()));
  }

  // Not by whom: the asker sees it, too.
  private static ObjectNode answered(JoinAnswered event) {
    var answer = event.answer();
    var until = answer.until();
    return asking(event, "request_answered")
        .put("accepted", answer.accepted())
        .put("reason", answer.reason())
        .put("until", until == null ? null : time(until));
  }

  private static ObjectNode later(Event.Later later, ObjectNode frame) {
    frame.put("user", nick(later.by()));
    place(later.where(), later.about().target(), frame);
    return stamped(later.stamp(), frame);
  }

  /// Says in a frame where it is about.
  ///
  /// @param target as it was addressed, perhaps with a rank before a channel
  static ObjectNode place(ConversationId<?> where, String target, ObjectNode frame) {
    return switch (where) {
      case ChannelName name -> frame.put("channel", name.shown());
      case Pair _ -> frame.put("other_user", target);
    };
  }

  private static ObjectNode joined(Joined joined) {
    var who = joined.who();
    var frame = Json.object().put("joined", joined.where().shown()).put("user", nick(who));
    frame.put("account", account(who)).put("display_name", who.displayName());
    frame.put("rank", rank(joined.ranks())).put("status", status(who));
    return stamped(joined.stamp(), frame);
  }

  private static List<ObjectNode> changed(PersonChanged changed) {
    var before = changed.before();
    var after = changed.after();
    var frames = new ArrayList<ObjectNode>();
    if (!before.nick().shown().equals(after.nick().shown())) {
      frames.add(
          Json.object()
              .put("renamed", nick(after))
              .put("user", nick(before))
              .put("time", time(changed.stamp().time())));
    }
    if (!status(before).equals(status(after))) {
      frames.add(Json.object().put("status", status(after)).put("user", nick(after)));
    }
    if (!before.displayName().equals(after.displayName())
        || !Objects.equals(before.account(), after.account())
        || !Objects.equals(before.away(), after.away())
        || before.standing().bot() != after.standing().bot()
        || !Objects.equals(before.standing().says(), after.standing().says())) {
      frames.add(person(after));
    }
    return frames;
  }

  private static ObjectNode person(Person who) {
    return Json.object()
        .put("person", nick(who))
        .put("display_name", who.displayName())
        .put("account", account(who))
        .put("away", who.away())
        .set("custom_status", customStatus(who))
        .put("bot", who.standing().bot());
  }

  /// What somebody says that they are doing; null for nothing. It may be over.
  static JsonNode customStatus(Person who) {
    var says = who.standing().says();
    if (says == null) {
      return Json.object().nullNode();
    }
    var until = says.until();
    return Json.object().put("text", says.text()).put("until", until == null ? null : time(until));
  }

  private static ObjectNode in(
      Stamp stamp, ChannelName where, Person who, ObjectNode frame, @Nullable String reason) {
    frame.put("user", nick(who));
    if (!frame.has("left")) {
      frame.put("channel", where.shown());
    }
    if (reason != null) {
      frame.put("reason", reason);
    }
    return stamped(stamp, frame);
  }

  private static ObjectNode list(String key, ChannelName where, List<String> nicks) {
    var frame = Json.object();
    frame.set(key, Json.texts(nicks));
    return frame.put("channel", where.shown());
  }

  /// Says in a frame when and where in its conversation something happened.
  static ObjectNode stamped(Stamp stamp, ObjectNode frame) {
    frame.put("time", time(stamp.time()));
    return stamp.seq() > 0 ? frame.put("seq", stamp.seq()).put("msgid", stamp.msgid()) : frame;
  }

  static String nick(Person who) {
    return who.isServer() ? SERVER : who.nick().shown();
  }

  /// The account of somebody; null for guests.
  public static @Nullable String account(Person who) {
    var account = who.account();
    return account == null ? null : account.shown();
  }

  /// The highest of some ranks as a word; null for none.
  public static @Nullable String rank(Ranks ranks) {
    return ranks.highest().map(rank -> rank.name().toLowerCase(Locale.ROOT)).orElse(null);
  }

  /// How present somebody is who is connected.
  public static String status(Person who) {
    return word(who.availability());
  }

  /// As frames write it.
  public static String word(Availability availability) {
    return availability.name().toLowerCase(Locale.ROOT);
  }
}
