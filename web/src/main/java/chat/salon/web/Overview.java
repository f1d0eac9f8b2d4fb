package chat.salon.web;

import chat.salon.core.AccountName;
import chat.salon.core.Belonging;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Flag;
import chat.salon.core.Nick;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Pair;
import chat.salon.core.Stamps;
import chat.salon.core.Topic;
import chat.salon.core.account.Attention;
import chat.salon.core.port.Page;
import chat.salon.core.port.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A person's conversations, as the list beside the messages shows them. Waits for the store.
public final class Overview {
  private Overview() {}

  /// Tells a session of a channel that has become one of its own. Waits for the store.
  static void tell(WebSession session, ChannelName name) {
    session
        .salon()
        .look(session.actor(), name)
        .ifPresent(channel -> tell(session, session.apart(() -> of(session, channel))));
  }

  /// Tells a session of a private conversation that has begun. Waits for the store.
  static void tell(WebSession session, Pair pair) {
    tell(session, session.apart(() -> of(session, pair)));
  }

  private static void tell(WebSession session, ObjectNode conversation) {
    var frame = Json.object();
    frame.set("conversation", conversation);
    session.tell(frame);
  }

  /// All of a session's person: channels in order of their names, then people, the newest first.
  public static List<ObjectNode> all(WebSession session) {
    session.upToDate();
    return session.apart(() -> {
      var actor = session.actor();
      var own = Pair.party(actor.person());
      var all = new ArrayList<ObjectNode>();
      var told = session.door().attentions().all(session.account().name());
      for (var one : session.salon().reading().conversations(session.presence(), actor)) {
        switch (one.where()) {
          case ChannelName name ->
              session
                  .salon()
                  .look(actor, name)
                  .ifPresent(
                      channel -> all.add(state(session, channel(session, channel), one, told)));
          case Pair pair -> all.add(state(session, with(session, pair.across(own)), one, told));
        }
      }
      return all;
    });
  }

  /// A channel that the session's person is in.
  public static ObjectNode of(WebSession session, ChannelState channel) {
    return alone(session, channel(session, channel), channel.name());
  }

  private static ObjectNode of(WebSession session, Pair pair) {
    var other = pair.across(Pair.party(session.person()));
    return alone(session, with(session, other), pair);
  }

  private static ObjectNode alone(WebSession session, ObjectNode node, ConversationId<?> where) {
    var attention = session.door().attentions().of(session.account().name(), where);
    return state(session, node, now(session, where), Map.of(where, attention));
  }

  private static chat.salon.core.port.Overview now(WebSession session, ConversationId<?> where) {
    var unread = session.salon().reading().unread(session.presence(), where);
    var newest = newest(session, where);
    long seq = newest.map(event -> event.stamp().seq()).orElse(0L);
    return new chat.salon.core.port.Overview(where, seq, unread, newest.orElse(null));
  }

  private static ObjectNode channel(WebSession session, ChannelState channel) {
    var node = Json.object().put("channel", channel.name().shown());
    node.put("topic", channel.topic().map(Topic::text).orElse(""));
    node.put("description", channel.description());
    node.put("members", Belonging.to(channel).size());
    node.put("rank", EventFrames.rank(channel.ranks(session.presence().id())));
    node.put("modes", ModeWords.of(channel));
    node.put("lasting", channel.isRegistered());
    node.put("on_request", channel.isOnRequest());
    node.put("private", channel.has(Flag.INVITE_ONLY) || channel.has(Flag.SECRET));
    return channel.name().isGroup()
        ? node.set("people", Json.array(GroupPeople.of(session, channel)))
        : node;
  }

  private static ObjectNode with(WebSession session, String party) {
    return known(session, party).put("request", isRequest(session, party));
  }

  // Whether it waits until the reader accepts it or answers.
  private static boolean isRequest(WebSession session, String party) {
    boolean isAccount = party.equals(Pair.shown(party));
    return isAccount
        && session.salon().friends().isRequest(session.presence(), AccountName.trusted(party));
  }

  private static ObjectNode known(WebSession session, String party) {
    var other = Pair.shown(party);
    var person =
        session
            .salon()
            .people()
            .directory()
            .find(Nick.trusted(other))
            .filter(somebody -> Persons.isVisible(session, somebody));
    if (person.isPresent()) {
      var shown = Persons.shown(person.get());
      return place(shown, shown.path("user").asString());
    }
    return session
        .door()
        .profiles()
        .find(AccountName.trusted(other))
        .map(profile -> place(Persons.absent(profile), profile.name().shown()))
        .orElseGet(() ->
            Json.object()
                .put("other_user", other)
                .putNull("account")
                .put("display_name", other)
                .put("status", "disconnected"));
  }

  private static ObjectNode place(ObjectNode person, String nick) {
    person.retain(List.of("account", "display_name", "status"));
    return person.put("other_user", nick);
  }

  private static ObjectNode state(
      WebSession session,
      ObjectNode node,
      chat.salon.core.port.Overview one,
      Map<ConversationId<?>, Attention> told) {
    unread(node, one.unread()).put("seq", one.seq());
    var attention = told.getOrDefault(one.where(), Attention.usual(one.where()));
    Attended.put(node, attention, session.door().now());
    var newest = Optional.ofNullable(one.newest());
    var last =
        newest.flatMap(event -> EventFrames.of(event, session.person()).stream().findFirst());
    last.ifPresentOrElse(frame -> node.set("last", frame), () -> node.putNull("last"));
    return node;
  }

  private static ObjectNode unread(ObjectNode node, Unread unread) {
    return node.put("unread", unread.messages())
        .put("mentions", unread.mentions())
        .put("read", msgid(unread.marker()))
        .put("first_unread", msgid(unread.first()));
  }

  private static @Nullable String msgid(long id) {
    return id == 0 ? null : Stamps.msgid(id);
  }

  private static Optional<Event> newest(WebSession session, ConversationId<?> where) {
    var page = new Page(where, 0, Long.MAX_VALUE, 1, true, true, null);
    return session.salon().history().read(session.actor(), page) instanceof Done(var events, _)
        ? events.stream().findFirst()
        : Optional.empty();
  }
}
