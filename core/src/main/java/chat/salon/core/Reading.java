package chat.salon.core;

import chat.salon.core.Event.ActivityChanged;
import chat.salon.core.Event.MarkedRead;
import chat.salon.core.Event.SettingsChanged;
import chat.salon.core.port.Directory;
import chat.salon.core.port.Overview;
import chat.salon.core.port.ReadMarkers;
import chat.salon.core.port.ReadMarkers.Bounds;
import chat.salon.core.port.Relay;
import chat.salon.core.port.Unread;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What people have read, and what is new for them. A marker is the account's, and nobody else
/// learns of it; that of a guest lasts as long as they are here. Methods may wait for the disk, so
/// they are called on virtual threads. May somebody read a conversation? [History#refusalToRead].
public final class Reading {
  private final ReadMarkers markers;
  private final People people;
  private final Directory directory;
  private final Relay relay;
  private final Stamps stamps;
  private final Supplier<Limits> limits;

  Reading(Salon.Parts parts, People people, Supplier<Limits> limits) {
    this.markers = parts.markers();
    this.people = people;
    this.directory = parts.directory();
    this.relay = parts.relay();
    this.stamps = parts.stamps();
    this.limits = limits;
  }

  /// The id up to which somebody has read; 0 when they never said so.
  public long marker(Presence presence, ConversationId<?> where) {
    var account = people.person(presence).account();
    return account == null ? presence.marker(where) : markers.marker(account, where);
  }

  /// Somebody has read a conversation up to an id. Markers only go up, and never past this moment;
  /// when this one did, all other sessions of the account are told.
  ///
  /// @param session that says so, and is not told
  /// @param target the conversation as the session addressed it
  /// @return the marker as it is then
  public long mark(
      Presence presence, Session session, ConversationId<?> where, String target, long upTo) {
    var person = people.person(presence);
    long past = Math.min(upTo, Stamps.at(stamps.now().plusMillis(1)) - 1);
    var account = person.account();
    if (account == null) {
      return presence.raiseMarker(where, past, limits.get().channelsPerPerson());
    }
    var raised = markers.raise(account, where, past);
    if (raised.isNew()) {
      tell(person, account, new Origin(session.id(), null), where, target, raised.upTo());
    }
    return raised.upTo();
  }

  /// Somebody wants to be told otherwise of what is new in a conversation: all other sessions of
  /// the account ask for it anew.
  ///
  /// @param session that says so, and is not told
  /// @param target the conversation as the session addressed it
  public void renew(Presence presence, Session session, ConversationId<?> where, String target) {
    var person = people.person(presence);
    var account = person.account();
    if (account != null) {
      var origin = new Origin(session.id(), null);
      tell(person, account, origin, where, target, markers.marker(account, where));
    }
  }

  /// What concerns an account, or how far it has looked at that, is not as it was: its sessions are
  /// told. Never waits.
  ///
  /// @param origin of whom is not told; null for all of them
  void tellOfActivity(AccountName account, @Nullable Origin origin) {
    tell(account, origin, ActivityChanged::new);
  }

  /// What the clients of an account keep for it is not as it was: its other sessions are told.
  /// Never waits.
  ///
  /// @param origin of whom is not told
  public void tellOfSettings(AccountName account, Origin origin) {
    tell(account, origin, SettingsChanged::new);
  }

  private void tell(
      AccountName account, @Nullable Origin origin, BiFunction<Stamp, Person, Event> event) {
    var stamp = new Stamp(stamps.next(), 0);
    for (var one : directory.of(account)) {
      var delivery = new Delivery(event.apply(stamp, one), origin, Set.of(one.id()));
      directory.nodes(one.id()).forEach(node -> relay.carry(node, 0, List.of(delivery)));
    }
  }

  private void tell(
      Person by,
      AccountName account,
      Origin origin,
      ConversationId<?> where,
      String target,
      long upTo) {
    var stamp = new Stamp(stamps.next(), 0);
    for (var one : peopleOf(by, account)) {
      var event = new MarkedRead(stamp, one, where, target, upTo);
      var delivery = new Delivery(event, origin, Set.of(one.id()));
      directory.nodes(one.id()).forEach(node -> relay.carry(node, 0, List.of(delivery)));
    }
  }

  // Where nicks are free, an account may be here as several people.
  private Collection<Person> peopleOf(Person by, AccountName account) {
    return people.nickIsAccount()
        ? List.of(by)
        : directory.everybody().stream().filter(one -> account.equals(one.account())).toList();
  }

  /// What is new for somebody in a conversation; nothing for a guest.
  public Unread unread(Presence presence, ConversationId<?> where) {
    var account = people.person(presence).account();
    return account == null
        ? new Unread(presence.marker(where), 0, 0, 0)
        : markers.unread(account, where, limits.get().unreadMost());
  }

  /// The channels that somebody is on and then their private conversations, those with the newest
  /// message first.
  public List<Overview> conversations(Presence presence, Actor actor) {
    var account = actor.person().account();
    var channels = new TreeSet<>(presence.channels());
    return markers.overview(
        account, Pair.party(actor.person()), channels, bounds(account, actor.since()));
  }

  private Bounds bounds(@Nullable AccountName account, long since) {
    var now = limits.get();
    return new Bounds(now.privateConversations(), now.unreadMost(), account == null ? since : 0);
  }
}
