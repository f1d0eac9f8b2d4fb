package chat.salon.core.port;

import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/// Port: who is connected, in the whole network. Reading is a look into memory on any thread;
/// claiming may wait for another node.
public interface Directory {

  /// Makes a nick somebody's, unless it is somebody else's. Of many who claim at once exactly one
  /// gets it.
  ///
  /// @return whether the nick is now (or was already) theirs
  boolean claim(Nick nick, PersonId person);

  /// Gives a nick back; nothing when it is not theirs.
  void release(Nick nick, PersonId person);

  /// Makes known what is shown of somebody, and on which nodes they have sessions: none of them
  /// when they have gone.
  void publish(Person person, Set<Integer> nodes);

  Optional<Person> find(Nick nick);

  Optional<Person> find(PersonId id);

  /// Where somebody has sessions; empty when they are not connected.
  Set<Integer> nodes(PersonId id);

  /// Everybody, in no order.
  Collection<Person> everybody();

  /// How many they are; counted as they come and go.
  Census census();

  /// @param people connected now
  /// @param invisible of them with `+i`
  /// @param opers of them network staff
  /// @param most at once since the start
  record Census(int people, int invisible, int opers, int most) {}
}
