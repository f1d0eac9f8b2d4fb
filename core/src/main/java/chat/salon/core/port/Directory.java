package chat.salon.core.port;

import chat.salon.core.AccountName;
import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Port: who is connected, in the whole network. Reading is a look into memory on any thread; what
/// changes something may wait for another node, and ends in a [NetworkException] when that does not
/// answer. When a change has returned, reading on this node sees it.
public interface Directory {

  /// Lets somebody in under their nick. Of many who come at once under one nick exactly one gets
  /// it.
  ///
  /// @param who as they are to be shown, with an id of their own
  /// @param node on which the session is
  Arrival enter(Person who, int node);

  /// How somebody got in.
  sealed interface Arrival {
    /// They are in.
    ///
    /// @param person who they are: somebody of the same account may be here already
    /// @param isNew false when somebody is
    record Entered(Person person, boolean isNew) implements Arrival {}

    /// The nick is somebody else's.
    record Taken() implements Arrival {}

    /// Somebody of the same account is just going: the nick is free when they have gone.
    record Leaving(PersonId who) implements Arrival {}
  }

  /// A node has no session of somebody any more. When that was their last one, they keep their nick
  /// until they are forgotten, so that everybody can be told first.
  ///
  /// @return the nodes on which they still are
  Set<Integer> leave(PersonId person, int node);

  /// Everybody has been told that somebody has gone; nothing when they are somewhere.
  void forget(PersonId person);

  /// Gives somebody another nick. The one before stays theirs until it is released.
  ///
  /// @return them as they now are; empty when the nick is somebody else's
  Optional<Person> rename(PersonId person, Nick nick);

  /// Gives back a nick that somebody had before.
  void release(PersonId person, Nick nick);

  /// Changes what is shown of somebody: all that differs between the two.
  ///
  /// @return them as they now are; empty when they have gone
  Optional<Person> change(Person before, Person after);

  /// @param reader is told of each person who goes or takes another nick, as they were before; on
  ///   any thread
  void tellFormer(Consumer<Person> reader);

  /// @param reader is told of each person who comes, changes or goes, once this can be read here;
  ///   on any thread. Never waits.
  void tellChanged(Changes reader);

  /// Hears who comes, changes and goes.
  interface Changes {
    /// @param before null for somebody who came
    /// @param now null for somebody who has gone
    void changed(@Nullable Person before, @Nullable Person now);
  }

  Optional<Person> find(Nick nick);

  Optional<Person> find(PersonId id);

  /// Where somebody has sessions; empty when they are not connected.
  Set<Integer> nodes(PersonId id);

  /// Everybody, in no order.
  Collection<Person> everybody();

  /// Everybody who is logged in to an account, in no order.
  default List<Person> of(AccountName account) {
    return everybody().stream().filter(person -> account.equals(person.account())).toList();
  }

  /// How many they are; counted as they come and go.
  Census census();

  /// How many of them have sessions on a node; counted as they come and go.
  Crowd crowd(int node);

  /// @param people there now
  /// @param most at once since the start
  record Crowd(int people, int most) {}

  /// @param people connected now
  /// @param invisible of them with `+i`
  /// @param opers of them network staff
  /// @param most at once since the start
  record Census(int people, int invisible, int opers, int most) {}
}
