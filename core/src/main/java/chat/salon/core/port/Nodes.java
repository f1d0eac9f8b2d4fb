package chat.salon.core.port;

import java.time.Duration;

/// Port: the numbers of the nodes that share a database, of which each id that they give holds one.
/// Methods may wait for the disk and throw [chat.salon.core.StoreException]; any thread but an
/// event loop.
public interface Nodes {

  /// How long a number stays somebody's who does not renew it.
  Duration LIFETIME = Duration.ofSeconds(30);

  /// Gives this start of a node a number from 1 to 255 that no other living node has: one that
  /// nobody ever had, or when there is none, the one that has rested longest. Whether somebody
  /// lives is judged by the clock of the database. An earlier start of the same name has ended.
  ///
  /// @param name of the node, unlike any other's
  /// @throws chat.salon.core.StoreException all numbers are taken, or a server that wants to be
  ///   alone uses the database
  int claim(String name);

  /// Whether no other living node was given its number earlier: of nodes that start at once, this
  /// is the one that may begin a network. Whoever waits asks again, as those before may be gone.
  boolean isFirst(int number);

  /// Whether no node lives.
  boolean isEmpty();

  /// Says that the node with this number lives. To be called three times within [#LIFETIME].
  ///
  /// @throws chat.salon.core.StoreException the number is another node's by now: this one was
  ///   silent for too long, and must stop
  void renew(int number);

  /// Gives a number back; nothing when it is another node's, or was given back before.
  void release(int number);
}
