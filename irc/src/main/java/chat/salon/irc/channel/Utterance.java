package chat.salon.irc.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.ConversationState;
import chat.salon.core.Cuts;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Nick;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.Rank;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.Refusal.NoSuchMessage;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.Stamp;
import chat.salon.core.request.Say;
import chat.salon.core.request.SayPrivately;
import chat.salon.irc.Cap;
import chat.salon.irc.ClientBatch.Whole;
import chat.salon.irc.IrcSession;
import chat.salon.irc.LaterLines;
import chat.salon.irc.Pieces;
import chat.salon.irc.Reader;
import chat.salon.irc.Reply;
import chat.salon.irc.Service;
import chat.salon.irc.Speech.Pending;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import chat.salon.wire.Tags;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One PRIVMSG, NOTICE or TAGMSG and its targets. A NOTICE is never answered, whatever becomes of
/// it.
///
/// @param text as the client sent it; empty for TAGMSG
/// @param tags client-only tags
/// @param isWhole whether it is in several lines, of which each is cut for who is shown it
record Utterance(
    IrcSession session, Form form, String text, Map<String, String> tags, boolean isWhole) {

  /// Asks for all targets of a line; waits only where a service is spoken to.
  static List<Pending> begin(IrcSession session, Line line, Form form) {
    var text = form == Form.TAGS ? "" : line.param(1);
    var tags = clientTags(session, line.tags().clientOnly());
    return new Utterance(session, form, text, tags, false).to(line.param(0));
  }

  /// Asks for all targets of a message in several lines; waits only where a service is spoken to.
  static List<Pending> begin(IrcSession session, Whole whole) {
    var tags = Cuts.with(clientTags(session, whole.tags()), whole.cuts());
    return new Utterance(session, Form.MESSAGE, whole.text(), tags, true).to(whole.target());
  }

  /// Whether it can be said to all targets without waiting.
  static boolean isForPeople(IrcSession session, Line line) {
    if (session.person().standing().shield().accountsOnly()) {
      return false; // whom they write to they accept, which others have to hear of
    }
    var services = session.door().services();
    for (var name : CommaList.of(line.param(0))) {
      if (services.find(name).isPresent()) {
        return false;
      }
    }
    return true;
  }

  // A client that has not negotiated message-tags has none to give.
  private static Map<String, String> clientTags(IrcSession session, Tags tags) {
    if (tags.isEmpty() || !session.has(Cap.MESSAGE_TAGS)) {
      return Map.of();
    }
    var inOrder = new LinkedHashMap<String, String>();
    var settings = session.door().messages();
    for (var tag : tags.entries()) {
      if (settings.relays(tag.getKey())) {
        inOrder.put(tag.getKey(), tag.getValue());
      }
    }
    return Collections.unmodifiableMap(inOrder);
  }

  private List<Pending> to(String list) {
    var targets = CommaList.of(list);
    if (targets.isEmpty()) {
      return refused(session.numeric("411", "No recipient given (" + session.command() + ")"));
    }
    if (form == Form.TAGS ? tags.isEmpty() : text.isEmpty()) {
      return form == Form.TAGS ? List.of() : refused(session.numeric("412", "No text to send"));
    }
    int most = session.settings().maxTargets();
    var asked = new ArrayList<Pending>();
    for (var target : targets.subList(0, Math.min(most, targets.size()))) {
      asked.add(ask(target));
    }
    if (targets.size() > most) {
      asked.addAll(
          refused(
              session.numeric(
                  "407",
                  Words.named(targets.get(most)),
                  "Too many recipients: only the first " + most + " were sent to")));
    }
    return asked;
  }

  private Pending ask(String target) {
    int start = 0;
    Rank least = null;
    while (start < target.length() && Rank.ofPrefix(target.charAt(start)).isPresent()) {
      least = lower(least, Rank.ofPrefix(target.charAt(start++)).get());
    }
    if (target.startsWith("#", start)) {
      return toChannel(target.substring(start), least);
    }
    var service = session.door().services().find(target);
    return service.isPresent() ? toService(service.get()) : toNick(target);
  }

  // `@+#tea` is for all with a voice: the lowest rank that is named.
  private static Rank lower(@Nullable Rank one, Rank other) {
    return one == null || one.compareTo(other) < 0 ? other : one;
  }

  private Pending toChannel(String target, @Nullable Rank least) {
    return session
        .salon()
        .channelName(target)
        .map(name -> toChannel(name, least))
        .orElseGet(() -> refused(new BadChannelName(target)));
  }

  private Pending toChannel(ChannelName name, @Nullable Rank least) {
    var aboutOther = TaggedRequest.of(form, fitEdited(name.shown()), tags);
    if (aboutOther.isPresent()) {
      return about(name, aboutOther.get());
    }
    var shown = least == null ? name.shown() : least.prefix() + name.shown();
    var said = new Say(form, fit(shown), tags, least);
    return new Pending(session.begin(name, said), this::answer);
  }

  private <S extends ConversationState> Pending about(
      ConversationId<S> where, TaggedRequest asked) {
    return asked
        .request()
        .map(request -> new Pending(session.begin(where, request), this::answer))
        .orElseGet(() -> refused(new NoSuchMessage(asked.msgid())));
  }

  // Who is not here may have an account under that nick.
  private Pending aboutPrivately(Nick nick, TaggedRequest asked) {
    var me = Pair.party(session.person());
    var other = session.salon().people().directory().find(nick).map(Pair::party);
    return about(Pair.of(me, other.orElse(nick.folded())), asked);
  }

  private Pending toNick(String target) {
    var aboutOther = TaggedRequest.of(form, fitEdited(target), tags);
    if (aboutOther.isPresent()) {
      return Nick.parse(target)
          .map(nick -> aboutPrivately(nick, aboutOther.get()))
          .orElseGet(() -> refused(new NoSuchNick(target)));
    }
    // looks without waiting for what came before: that is the session's own words for a good part
    var to = Nick.parse(target).flatMap(session.salon().people().directory()::find);
    return to.isPresent() ? toPerson(to.get()) : refused(new NoSuchNick(target));
  }

  private Pending toPerson(Person to) {
    AcceptCommand.accept(session, to);
    var nick = to.nick().shown();
    var said = new SayPrivately(to, form, fit(nick), tags);
    var away = to.awayText();
    return new Pending(
        session.begin(Pair.of(session.person(), to), said),
        outcome ->
            outcome instanceof Done && form == Form.MESSAGE && away != null
                ? Reply.of(session.numeric("301", nick, away))
                : answer(outcome));
  }

  // What is said to a service is neither kept nor relayed: it may be a password.
  private Pending toService(Service service) {
    if (form != Form.MESSAGE) {
      return Pending.of(Reply.NONE);
    }
    var echo = session.has(Cap.ECHO_MESSAGE) ? echo(service) : Reply.NONE;
    var answers = Reply.NONE;
    for (var line : text.split("\n")) {
      answers = answers.and(service.said(session, line));
    }
    return Pending.of(echo.and(answers));
  }

  private Reply echo(Service service) {
    var me = session.person();
    var stamp = new Stamp(session.salon().stamps().next(), 0);
    var said = new Said(stamp, Pair.of(me, me), me, form, service.name(), null, text, tags, null);
    var reader = new Reader(session.caps().shaping(), me.id(), session.serverName());
    return Reply.of(Pieces.of(said, reader, session.settings().lineBytes()));
  }

  // As long as it can be relayed: the line that others get is longer by its source. What is kept is
  // what they get.
  private String fit(String target) {
    if (isWhole) {
      return text;
    }
    return form == Form.TAGS
        ? ""
        : session.fit(text, session.salon().limits().messageLength(), session.command(), target);
  }

  // What others are shown of a new text is longer by what says that it is one.
  private String fitEdited(String target) {
    if (isWhole) {
      return text;
    }
    int most = session.salon().limits().messageLength();
    return session
        .fit(LaterLines.EDITED + text, most, "PRIVMSG", Words.named(target))
        .substring(LaterLines.EDITED.length());
  }

  private Reply answer(Outcome outcome) {
    return form == Form.NOTICE ? Reply.NONE : session.answer(outcome);
  }

  private Pending refused(Refusal why) {
    return form == Form.NOTICE ? Pending.of(Reply.NONE) : Pending.of(session.refuse(why));
  }

  private List<Pending> refused(Line why) {
    return form == Form.NOTICE ? List.of() : List.of(Pending.of(Reply.of(why)));
  }
}
