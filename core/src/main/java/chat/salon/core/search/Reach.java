package chat.salon.core.search;

import chat.salon.core.ChannelName;
import chat.salon.core.Pair;
import chat.salon.core.Rank;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody may find: the conversations that they may read at this moment, each from where
/// they may read it.
///
/// @param privately null for no private conversations
public record Reach(List<InChannel> channels, @Nullable Privately privately) {

  /// A channel.
  ///
  /// @param from the least id that they may read
  /// @param rank their highest; null for none: what was said to higher ones is not theirs to find
  public record InChannel(ChannelName name, long from, @Nullable Rank rank) {}

  /// The private conversations of a party.
  ///
  /// @param from the least id that they may read
  /// @param only these; empty for all of them
  /// @param not these
  public record Privately(String party, long from, Set<Pair> only, Set<Pair> not) {}

  /// Whether there is nothing to find.
  public boolean isNothing() {
    return channels.isEmpty() && privately == null;
  }
}
