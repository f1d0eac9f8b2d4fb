package chat.salon.cluster;

import chat.salon.core.Event;
import chat.salon.core.Event.ActivityChanged;
import chat.salon.core.Event.Added;
import chat.salon.core.Event.Attached;
import chat.salon.core.Event.Described;
import chat.salon.core.Event.Detached;
import chat.salon.core.Event.Edited;
import chat.salon.core.Event.Fact;
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
import chat.salon.core.Stamp;
import java.util.HashSet;

/// What happened: its number, its stamp, where it was, and then what belongs to its kind.
final class EventCodec {
  private static final int SAID = 1;
  private static final int JOINED = 2;
  private static final int LEFT = 3;
  private static final int KICKED = 4;
  private static final int TOPIC_SET = 5;
  private static final int MODES_CHANGED = 6;
  private static final int INVITED = 7;
  private static final int QUIT = 8;
  private static final int PERSON_CHANGED = 9;
  private static final int ATTACHED = 10;
  private static final int DETACHED = 11;
  private static final int SPLIT = 12;
  private static final int EDITED = 13;
  private static final int REDACTED = 14;
  private static final int REACTED = 15;
  private static final int PINNED = 16;
  private static final int DESCRIBED = 17;
  private static final int ADDED = 18;
  private static final int MARKED_READ = 20;
  private static final int ACTIVITY_CHANGED = 21;
  private static final int SETTINGS_CHANGED = 22;
  private static final int PREVIEWED = 30;
  private static final int SIGHTED = 55;
  private static final int RENAMED = 45;
  private static final int MOVED = 46;
  private static final int METADATA_SET = 65;
  private static final int JOIN_ASKED = 24;
  private static final int JOIN_WITHDRAWN = 25;
  private static final int JOIN_ANSWERED = 26;

  private EventCodec() {}

  static void write(Writer out, Event event) {
    out.body(event, EventCodec::fields);
  }

  private static void fields(Writer out, Event event) {
    switch (event) {
      case Said said -> {
        head(out, SAID, said);
        SpeechCodec.fields(out, said);
      }
      case Joined joined -> {
        head(out, JOINED, joined);
        Names.write(out, joined.where());
        PersonCodec.write(out, joined.who());
        PersonCodec.write(out, joined.ranks());
        PersonCodec.writeNodes(out, joined.nodes());
      }
      case Left left -> {
        head(out, LEFT, left);
        Names.write(out, left.where());
        PersonCodec.write(out, left.who());
        Text.LINE.write(out, left.reason());
      }
      case Sighted sighted -> {
        head(out, SIGHTED, sighted);
        Names.write(out, sighted.where());
        PersonCodec.write(out, sighted.who());
        out.flag(sighted.on());
        out.list(sighted.by(), PersonCodec::write);
      }
      case Kicked kicked -> {
        head(out, KICKED, kicked);
        Names.write(out, kicked.where());
        PersonCodec.write(out, kicked.by());
        PersonCodec.write(out, kicked.who());
        Text.LINE.write(out, kicked.reason());
      }
      case TopicSet set -> {
        head(out, TOPIC_SET, set);
        Names.write(out, set.where());
        PersonCodec.write(out, set.by());
        Text.LINE.write(out, set.text());
      }
      case Described described -> {
        head(out, DESCRIBED, described);
        Names.write(out, described.where());
        PersonCodec.write(out, described.by());
        Text.LINE.write(out, described.text());
      }
      case MetadataSet set -> {
        head(out, METADATA_SET, set);
        Names.write(out, set.where());
        PersonCodec.write(out, set.by());
        MetadataCodec.write(out, set.key(), set.value());
      }
      case Added added -> {
        head(out, ADDED, added);
        Names.write(out, added.where());
        PersonCodec.write(out, added.by());
        PersonCodec.write(out, added.who());
      }
      case ModesChanged changed -> {
        head(out, MODES_CHANGED, changed);
        Names.write(out, changed.where());
        PersonCodec.write(out, changed.by());
        out.list(changed.changes(), ModeCodec::write);
      }
      case Invited invited -> {
        head(out, INVITED, invited);
        Names.write(out, invited.where());
        PersonCodec.write(out, invited.by());
        PersonCodec.write(out, invited.who());
      }
      case JoinAsked asked -> {
        head(out, JOIN_ASKED, asked);
        AskingCodec.fields(out, asked);
      }
      case JoinWithdrawn withdrawn -> {
        head(out, JOIN_WITHDRAWN, withdrawn);
        AskingCodec.fields(out, withdrawn);
      }
      case JoinAnswered answered -> {
        head(out, JOIN_ANSWERED, answered);
        AskingCodec.fields(out, answered);
      }
      case Quit quit -> {
        head(out, QUIT, quit);
        Names.write(out, quit.where());
        PersonCodec.write(out, quit.who());
        Text.LINE.write(out, quit.reason());
        write(out, quit.fact());
      }
      case PersonChanged changed -> {
        head(out, PERSON_CHANGED, changed);
        Names.writeConversation(out, changed.where());
        PersonCodec.write(out, changed.before());
        PersonCodec.write(out, changed.after());
        write(out, changed.fact());
      }
      case Attached attached -> {
        head(out, ATTACHED, attached);
        Names.write(out, attached.where());
        PersonCodec.write(out, attached.who());
        out.number(attached.session());
        out.number(attached.node());
      }
      case Detached detached -> {
        head(out, DETACHED, detached);
        Names.write(out, detached.where());
        PersonCodec.write(out, detached.who());
        out.number(detached.node());
      }
      case Split split -> {
        head(out, SPLIT, split);
        Names.write(out, split.where());
        out.list(split.gone(), PersonCodec::write);
        Text.LINE.write(out, split.near());
        Text.LINE.write(out, split.far());
      }
      case Edited edited -> {
        head(out, EDITED, edited);
        AftermathCodec.fields(out, edited);
      }
      case Redacted redacted -> {
        head(out, REDACTED, redacted);
        AftermathCodec.fields(out, redacted);
      }
      case Reacted reacted -> {
        head(out, REACTED, reacted);
        AftermathCodec.fields(out, reacted);
      }
      case Pinned pinned -> {
        head(out, PINNED, pinned);
        AftermathCodec.fields(out, pinned);
      }
      case Previewed previewed -> {
        head(out, PREVIEWED, previewed);
        AftermathCodec.fields(out, previewed);
      }
      case MarkedRead marked -> {
        head(out, MARKED_READ, marked);
        PersonCodec.write(out, marked.by());
        Names.writeConversation(out, marked.read());
        Text.WORD.write(out, marked.target());
        out.number(marked.upTo());
      }
      case ActivityChanged changed -> {
        head(out, ACTIVITY_CHANGED, changed);
        PersonCodec.write(out, changed.who());
      }
      case Renamed(_, var where, var by, var to, var reason, var as) -> {
        head(out, RENAMED, event);
        RenameCodec.fields(out, where, by, to, reason, as);
      }
      case Moved(_, var where, var by, var from, var reason, var as) -> {
        head(out, MOVED, event);
        RenameCodec.fields(out, where, by, from, reason, as);
      }
      case SettingsChanged changed -> {
        head(out, SETTINGS_CHANGED, changed);
        PersonCodec.write(out, changed.who());
      }
      case Returned _ -> throw new IllegalArgumentException("an event that is never carried");
    }
  }

  private static void head(Writer out, int number, Event event) {
    out.number(number);
    out.body(event.stamp(), EventCodec::fields);
  }

  static Event read(Reader in) {
    return in.body(EventCodec::fields);
  }

  private static Event fields(Reader in) {
    int number = in.integer();
    return switch (number) {
      case SAID -> SpeechCodec.said(in, stamp(in));
      case JOINED ->
          new Joined(
              stamp(in),
              Names.channel(in),
              PersonCodec.read(in),
              PersonCodec.ranks(in),
              PersonCodec.nodes(in));
      case LEFT -> new Left(stamp(in), Names.channel(in), PersonCodec.read(in), Text.LINE.read(in));
      case SIGHTED ->
          new Sighted(
              stamp(in),
              Names.channel(in),
              PersonCodec.read(in),
              in.flag(),
              new HashSet<>(in.list(PersonCodec::id)));
      case KICKED ->
          new Kicked(
              stamp(in),
              Names.channel(in),
              PersonCodec.read(in),
              PersonCodec.read(in),
              Text.LINE.read(in));
      case TOPIC_SET ->
          new TopicSet(stamp(in), Names.channel(in), PersonCodec.read(in), Text.LINE.read(in));
      case DESCRIBED ->
          new Described(stamp(in), Names.channel(in), PersonCodec.read(in), Text.LINE.read(in));
      case METADATA_SET ->
          new MetadataSet(
              stamp(in),
              Names.channel(in),
              PersonCodec.read(in),
              MetadataCodec.key(in),
              MetadataCodec.value(in));
      case ADDED ->
          new Added(stamp(in), Names.channel(in), PersonCodec.read(in), PersonCodec.read(in));
      case MODES_CHANGED ->
          new ModesChanged(
              stamp(in), Names.channel(in), PersonCodec.read(in), in.list(ModeCodec::read));
      case INVITED ->
          new Invited(stamp(in), Names.channel(in), PersonCodec.read(in), PersonCodec.read(in));
      case QUIT ->
          new Quit(
              stamp(in), Names.channel(in), PersonCodec.read(in), Text.LINE.read(in), fact(in));
      case PERSON_CHANGED ->
          new PersonChanged(
              stamp(in),
              Names.conversation(in),
              PersonCodec.read(in),
              PersonCodec.read(in),
              fact(in));
      case ATTACHED ->
          new Attached(
              stamp(in),
              Names.channel(in),
              PersonCodec.read(in),
              in.number(),
              PersonCodec.node(in));
      case DETACHED ->
          new Detached(stamp(in), Names.channel(in), PersonCodec.read(in), PersonCodec.node(in));
      case SPLIT ->
          new Split(
              stamp(in),
              Names.channel(in),
              in.list(PersonCodec::read),
              Text.LINE.read(in),
              Text.LINE.read(in));
      case EDITED -> AftermathCodec.edited(in, stamp(in));
      case REDACTED -> AftermathCodec.redacted(in, stamp(in));
      case REACTED -> AftermathCodec.reacted(in, stamp(in));
      case PINNED -> AftermathCodec.pinned(in, stamp(in));
      case PREVIEWED -> AftermathCodec.previewed(in, stamp(in));
      case MARKED_READ ->
          new MarkedRead(
              stamp(in),
              PersonCodec.read(in),
              Names.conversation(in),
              Text.WORD.read(in),
              in.number());
      case ACTIVITY_CHANGED -> new ActivityChanged(stamp(in), PersonCodec.read(in));
      case SETTINGS_CHANGED -> new SettingsChanged(stamp(in), PersonCodec.read(in));
      case RENAMED -> RenameCodec.renamed(in, stamp(in));
      case MOVED -> RenameCodec.moved(in, stamp(in));
      case JOIN_ASKED -> AskingCodec.asked(in, stamp(in));
      case JOIN_WITHDRAWN -> AskingCodec.withdrawn(in, stamp(in));
      case JOIN_ANSWERED -> AskingCodec.answered(in, stamp(in));
      default -> throw in.unknown("event", number);
    };
  }

  private static void fields(Writer out, Stamp stamp) {
    out.number(stamp.id());
    out.number(stamp.seq());
  }

  private static Stamp stamp(Reader in) {
    return in.body(EventCodec::stampFields);
  }

  private static Stamp stampFields(Reader in) {
    return new Stamp(in.number(), in.number());
  }

  static void write(Writer out, Fact fact) {
    out.body(fact, EventCodec::fields);
  }

  private static void fields(Writer out, Fact fact) {
    out.number(fact.id());
    out.number(fact.copies());
  }

  static Fact fact(Reader in) {
    return in.body(EventCodec::factFields);
  }

  private static Fact factFields(Reader in) {
    return new Fact(in.number(), in.integer());
  }
}
