package chat.salon.cluster;

import chat.salon.core.Aftermath;
import chat.salon.core.Aftermath.Reactor;
import chat.salon.core.Event.About;
import chat.salon.core.Event.Edited;
import chat.salon.core.Event.Pinned;
import chat.salon.core.Event.Previewed;
import chat.salon.core.Event.Reacted;
import chat.salon.core.Event.Redacted;
import chat.salon.core.Pair;
import chat.salon.core.Preview;
import chat.salon.core.Previews;
import chat.salon.core.Stamp;
import chat.salon.core.request.Edit;
import chat.salon.core.request.PinMessage;
import chat.salon.core.request.React;
import chat.salon.core.request.Redact;
import chat.salon.core.request.ShowPreviews;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What becomes of messages: what is asked, what happened, and how a message is now.
final class AftermathCodec {
  private AftermathCodec() {}

  static void fields(Writer out, Edit edit) {
    out.number(edit.message());
    Text.LINES.write(out, edit.text());
  }

  static Edit edit(Reader in) {
    return new Edit(in.number(), Text.LINES.read(in));
  }

  static void fields(Writer out, Redact redact) {
    out.number(redact.message());
    Text.LINE.write(out, redact.reason());
  }

  static Redact redact(Reader in) {
    return new Redact(in.number(), Text.LINE.read(in));
  }

  static void fields(Writer out, React react) {
    out.number(react.message());
    Text.LINE.write(out, react.reaction());
    out.flag(react.on());
  }

  static React react(Reader in) {
    return new React(in.number(), Text.LINE.read(in), in.flag());
  }

  static void fields(Writer out, Edited edited) {
    Names.writeConversation(out, edited.where());
    PersonCodec.write(out, edited.by());
    write(out, edited.about());
    Text.LINES.write(out, edited.text());
  }

  static Edited edited(Reader in, Stamp stamp) {
    return new Edited(
        stamp, Names.conversation(in), PersonCodec.read(in), about(in), Text.LINES.read(in));
  }

  static void fields(Writer out, Redacted redacted) {
    Names.writeConversation(out, redacted.where());
    PersonCodec.write(out, redacted.by());
    write(out, redacted.about());
    Text.LINE.write(out, redacted.reason());
  }

  static Redacted redacted(Reader in, Stamp stamp) {
    return new Redacted(
        stamp, Names.conversation(in), PersonCodec.read(in), about(in), Text.LINE.read(in));
  }

  static void fields(Writer out, Reacted reacted) {
    Names.writeConversation(out, reacted.where());
    PersonCodec.write(out, reacted.by());
    write(out, reacted.about());
    Text.LINE.write(out, reacted.reaction());
    out.flag(reacted.on());
  }

  static Reacted reacted(Reader in, Stamp stamp) {
    return new Reacted(
        stamp,
        Names.conversation(in),
        PersonCodec.read(in),
        about(in),
        Text.LINE.read(in),
        in.flag());
  }

  static void fields(Writer out, PinMessage pin) {
    out.number(pin.message());
    out.flag(pin.on());
  }

  static PinMessage pin(Reader in) {
    return new PinMessage(in.number(), in.flag());
  }

  static void fields(Writer out, Pinned pinned) {
    Names.writeConversation(out, pinned.where());
    PersonCodec.write(out, pinned.by());
    write(out, pinned.about());
    out.flag(pinned.on());
  }

  static Pinned pinned(Reader in, Stamp stamp) {
    return new Pinned(stamp, Names.conversation(in), PersonCodec.read(in), about(in), in.flag());
  }

  static void fields(Writer out, ShowPreviews show) {
    out.number(show.message());
    out.list(show.found(), AftermathCodec::write);
  }

  static ShowPreviews show(Reader in) {
    return new ShowPreviews(in.number(), in.list(AftermathCodec::preview));
  }

  static void fields(Writer out, Previewed previewed) {
    Names.writeConversation(out, previewed.where());
    PersonCodec.write(out, previewed.by());
    write(out, previewed.about());
    write(out, previewed.previews());
  }

  static Previewed previewed(Reader in, Stamp stamp) {
    return new Previewed(
        stamp, Names.conversation(in), PersonCodec.read(in), about(in), previews(in));
  }

  private static void write(Writer out, Previews previews) {
    out.list(previews.shown(), AftermathCodec::write);
    out.flag(previews.areHidden());
  }

  private static Previews previews(Reader in) {
    return new Previews(in.list(AftermathCodec::preview), in.flag());
  }

  private static void write(Writer out, Preview preview) {
    out.body(
        preview,
        (body, it) -> {
          Text.LINE.write(body, it.url());
          Text.LINE.write(body, it.site());
          Text.LINE.write(body, it.title());
          Text.LINE.write(body, it.description());
        });
  }

  private static Preview preview(Reader in) {
    return in.body(body ->
        new Preview(
            Text.LINE.read(body),
            Text.LINE.read(body),
            Text.LINE.read(body),
            Text.LINE.read(body)));
  }

  private static void write(Writer out, About about) {
    out.body(about, AftermathCodec::fields);
  }

  private static void fields(Writer out, About about) {
    out.number(about.id());
    Text.WORD.write(out, about.target());
    SpeechCodec.writeOptional(out, about.least());
  }

  private static About about(Reader in) {
    return in.body(
        body -> new About(body.number(), Text.WORD.read(body), SpeechCodec.optionalRank(body)));
  }

  static void write(Writer out, Aftermath aftermath) {
    out.body(aftermath, AftermathCodec::fields);
  }

  private static void fields(Writer out, Aftermath aftermath) {
    var edited = aftermath.edited();
    out.flag(edited != null);
    if (edited != null) {
      out.number(edited.toEpochMilli());
    }
    out.flag(aftermath.isRedacted());
    out.list(aftermath.reactions().entrySet(), AftermathCodec::fields);
    write(out, aftermath.previews());
  }

  private static void fields(Writer out, Map.Entry<String, List<Reactor>> reaction) {
    Text.LINE.write(out, reaction.getKey());
    out.list(reaction.getValue(), AftermathCodec::write);
  }

  private static void write(Writer out, Reactor reactor) {
    out.body(reactor, AftermathCodec::fields);
  }

  private static void fields(Writer out, Reactor reactor) {
    out.text(reactor.party());
    Text.WORD.write(out, reactor.nick());
  }

  static Aftermath read(Reader in) {
    return in.body(body ->
        new Aftermath(
            body.flag() ? body.instant() : null,
            body.flag(),
            reactions(body),
            body.hasMore() ? previews(body) : Previews.NONE));
  }

  private static Map<String, List<Reactor>> reactions(Reader in) {
    var reactions = new LinkedHashMap<String, List<Reactor>>();
    for (int i = in.count(); i > 0; i--) {
      reactions.put(Text.LINE.read(in), in.list(body -> body.body(AftermathCodec::reactor)));
    }
    return Collections.unmodifiableMap(reactions);
  }

  private static Reactor reactor(Reader in) {
    var party = in.text();
    if (!Pair.isParty(party)) {
      throw in.bad("what is no party");
    }
    return new Reactor(party, Text.WORD.read(in));
  }
}
