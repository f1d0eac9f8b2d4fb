package chat.salon.irc;

import chat.salon.core.Event.Fact;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Nick;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Presence;
import chat.salon.core.Stamp;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The nicks whose coming and going a client is told, whether it shares a channel with them or not
/// (IRCv3 Monitor), and what changes of them (IRCv3 extended-monitor). It begins with the friends
/// of the account. Any thread; never waits.
public final class Monitored {
  private final IrcSession session;
  private final Watchers watchers;
  private final Map<Nick, PersonId> known = new LinkedHashMap<>(); // who has it; NONE for nobody
  private boolean hasBegun;

  Monitored(IrcSession session) {
    this.session = session;
    this.watchers = session.door().watchers();
  }

  /// Whether the client has not used it yet.
  public synchronized boolean isNew() {
    return !hasBegun;
  }

  /// Puts the friends of the account on the list, once.
  public synchronized void begin(Collection<Nick> friends) {
    hasBegun = true;
    friends.stream().limit(most()).forEach(this::put);
  }

  /// Puts a nick on the list.
  ///
  /// @return whether it is on it: not when there is no room
  public synchronized boolean add(Nick nick) {
    if (known.size() >= most() && !known.containsKey(nick)) {
      return false;
    }
    put(nick);
    return true;
  }

  private void put(Nick nick) {
    watchers.add(nick, session);
    known.put(nick, id(find(session.presence(), nick)));
  }

  /// Takes a nick off the list.
  public synchronized void remove(Nick nick) {
    known.remove(nick);
    watchers.remove(nick, session);
  }

  /// Takes all of them off.
  public synchronized void clear() {
    known.keySet().forEach(nick -> watchers.remove(nick, session));
    known.clear();
  }

  /// All of them, in the order in which they came.
  public synchronized List<Nick> all() {
    return List.copyOf(known.keySet());
  }

  /// How many there may be.
  public int most() {
    return session.settings().monitored();
  }

  /// Who of some nicks is here and who is not: 730 and 731; and what the former say of themselves.
  public List<Line> status(Collection<Nick> nicks) {
    return status(session.presence(), nicks);
  }

  private List<Line> status(Presence reader, Collection<Nick> nicks) {
    var here = new ArrayList<Person>();
    var away = new ArrayList<String>();
    for (var nick : nicks) {
      find(reader, nick).ifPresentOrElse(here::add, () -> away.add(nick.shown()));
    }
    var lines = new ArrayList<>(lines("730", here.stream().map(Person::mask).toList()));
    lines.addAll(lines("731", away));
    here.forEach(person -> lines.addAll(metadata(person)));
    return lines;
  }

  // IRCv3 draft/metadata-3, automatic synchronization.
  private List<Line> metadata(Person person) {
    if (!MetadataLines.isAware(session)) {
      return List.of();
    }
    var lines = MetadataLines.of(session, person);
    return lines.isEmpty() && !session.has(Cap.METADATA_3)
        ? lines
        : MetadataLines.batch(session, person.nick().shown(), lines).lines();
  }

  /// Those of them who are here.
  public List<Person> here() {
    var reader = session.presence();
    return all().stream().flatMap(nick -> find(reader, nick).stream()).toList();
  }

  /// A numeric with words that commas separate, on as many lines as it takes.
  public List<Line> lines(String code, List<String> words) {
    return session.onLines(words, session.numeric(code, "")).stream()
        .map(text -> session.numeric(code, text.replace(' ', ',')))
        .toList();
  }

  /// Somebody came, changed or went who has one of these nicks or had it. On the event loop.
  ///
  /// @param before null when they came
  /// @param now null when they went
  void changed(Presence reader, Nick nick, @Nullable Person before, @Nullable Person now) {
    if (isOther(reader, nick)) {
      session.tell(status(reader, List.of(nick)));
    } else if (before != null
        && now != null
        && before.nick().shown().equals(now.nick().shown())
        && find(reader, nick).isPresent()) {
      session.tell(news(reader, before, now));
    }
  }

  // Whether a nick is not whose it was.
  private synchronized boolean isOther(Presence reader, Nick nick) {
    var before = known.get(nick);
    if (before == null) {
      return false;
    }
    var now = id(find(reader, nick));
    known.put(nick, now);
    return !now.equals(before);
  }

  // Who shares a channel with them hears it there.
  private List<Line> news(Presence reader, Person before, Person now) {
    if (reader.id().equals(now.id()) || sharesChannel(reader, now)) {
      return List.of();
    }
    var stamp = new Stamp(session.salon().stamps().next(), 0);
    var alone = Pair.of(before, before);
    var event = new PersonChanged(stamp, alone, before, now, new Fact(stamp.id(), 1));
    var lines = new ArrayList<Line>();
    if (session.has(Cap.EXTENDED_MONITOR)) {
      var shape = Reader.other(session.caps().shaping(), session.serverName());
      lines.addAll(EventLines.of(event, shape));
    }
    lines.addAll(MetadataLines.of(session, event));
    return lines;
  }

  private boolean sharesChannel(Presence reader, Person other) {
    var salon = session.salon();
    var actor = salon.people().actor(reader, session);
    return reader.channels().stream()
        .flatMap(channel -> salon.look(actor, channel).stream())
        .anyMatch(channel -> channel.has(other.id()));
  }

  /// Tells what has changed without a word, since others may choose who sees them. On the event
  /// loop.
  void sweep(Presence reader) {
    var changed = all().stream().filter(nick -> isOther(reader, nick)).toList();
    if (!changed.isEmpty()) {
      session.tell(status(reader, changed));
    }
  }

  // Who does not want to be seen is not here.
  private Optional<Person> find(Presence reader, Nick nick) {
    var salon = session.salon();
    return salon
        .people()
        .directory()
        .find(nick)
        .filter(person -> salon.friends().maySee(reader, person));
  }

  private static PersonId id(Optional<Person> person) {
    return person.map(Person::id).orElse(PersonId.NONE);
  }
}
