package chat.salon.irc;

import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Presence;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The nicks whose coming and going a client is told, whether it shares a channel with them or not
/// (IRCv3 Monitor). It begins with the friends of the account. Any thread; never waits.
public final class Monitored {
  private final IrcSession session;
  private final Map<Nick, PersonId> known = new LinkedHashMap<>(); // who has it; NONE for nobody
  private boolean hasBegun;

  Monitored(IrcSession session) {
    this.session = session;
  }

  /// Whether the client has not used it yet.
  public synchronized boolean isNew() {
    return !hasBegun;
  }

  /// Puts the friends of the account on the list, once.
  public synchronized void begin(Collection<Nick> friends) {
    hasBegun = true;
    var reader = session.presence();
    friends.stream().limit(most()).forEach(nick -> known.put(nick, id(find(reader, nick))));
  }

  /// Puts a nick on the list.
  ///
  /// @return whether it is on it: not when there is no room
  public synchronized boolean add(Nick nick) {
    var reader = session.presence();
    if (known.size() >= most() && !known.containsKey(nick)) {
      return false;
    }
    known.put(nick, id(find(reader, nick)));
    return true;
  }

  /// Takes a nick off the list.
  public synchronized void remove(Nick nick) {
    known.remove(nick);
  }

  /// Takes all of them off.
  public synchronized void clear() {
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

  /// Who of some nicks is here and who is not: 730 and 731.
  public List<Line> status(Collection<Nick> nicks) {
    return status(session.presence(), nicks);
  }

  private List<Line> status(Presence reader, Collection<Nick> nicks) {
    var here = new ArrayList<String>();
    var away = new ArrayList<String>();
    for (var nick : nicks) {
      find(reader, nick)
          .ifPresentOrElse(person -> here.add(person.mask()), () -> away.add(nick.shown()));
    }
    var lines = new ArrayList<>(lines("730", here));
    lines.addAll(lines("731", away));
    return lines;
  }

  /// A numeric with words that commas separate, on as many lines as it takes.
  public List<Line> lines(String code, List<String> words) {
    return session.onLines(words, session.numeric(code, "")).stream()
        .map(text -> session.numeric(code, text.replace(' ', ',')))
        .toList();
  }

  /// Tells what has changed since the last time. On the event loop.
  void sweep(Presence reader) {
    var changed = changed(reader);
    if (!changed.isEmpty()) {
      session.tell(status(reader, changed));
    }
  }

  private synchronized List<Nick> changed(Presence reader) {
    var changed = new ArrayList<Nick>();
    known.replaceAll((nick, before) -> {
      var now = id(find(reader, nick));
      if (!now.equals(before)) {
        changed.add(nick);
      }
      return now;
    });
    return changed;
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
