package chat.salon.core;

import chat.salon.core.account.Boundaries;
import chat.salon.core.account.Friendships;
import chat.salon.core.account.Friendships.Bond;
import chat.salon.core.account.Friendships.Friendship;
import chat.salon.core.account.Privacy;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How an account stands to others, as its sessions' node knows it. Plain data.
///
/// @param blocked whom it does not want to hear
/// @param unheardBy who does not want to hear it; never to be told to it
/// @param heeded whom it wants to hear although its privacy leaves them out
record Ties(
    Set<AccountName> friends,
    Set<AccountName> blocked,
    Set<AccountName> unheardBy,
    Set<AccountName> heeded,
    Privacy privacy) {

  /// Those of somebody without an account.
  static final Ties NONE = new Ties(Set.of(), Set.of(), Set.of(), Set.of(), Privacy.OPEN);

  Ties {
    friends = Set.copyOf(friends);
    blocked = Set.copyOf(blocked);
    unheardBy = Set.copyOf(unheardBy);
    heeded = Set.copyOf(heeded);
  }

  /// Reads them. Waits for the store.
  static Ties of(@Nullable AccountName account, Friendships friendships, Boundaries boundaries) {
    if (account == null) {
      return NONE;
    }
    var friends =
        friendships.of(account).stream()
            .filter(one -> one.bond() == Bond.FRIENDS)
            .map(Friendship::other)
            .collect(Collectors.toSet());
    var privacy = boundaries.privacy(account);
    return new Ties(
        friends,
        Set.copyOf(boundaries.blockedBy(account)),
        Set.copyOf(boundaries.blockersOf(account)),
        privacy.write() == Privacy.Circle.EVERYONE
            ? Set.of()
            : Set.copyOf(boundaries.heededBy(account)),
        privacy);
  }

  boolean isFriend(@Nullable AccountName other) {
    return other != null && friends.contains(other);
  }

  boolean blocks(@Nullable AccountName other) {
    return other != null && blocked.contains(other);
  }

  boolean isUnheardBy(@Nullable AccountName other) {
    return other != null && unheardBy.contains(other);
  }
}
