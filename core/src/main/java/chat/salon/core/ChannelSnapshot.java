package chat.salon.core;

import chat.salon.core.port.StoredChannel;
import java.util.List;
import java.util.Set;

/// A channel as it goes from one node to another. Plain data.
///
/// @param settings everything that the store keeps, and how far the channel has come
/// @param members in the order in which they came; empty in an outline
/// @param invited who was asked in and has not come since
/// @param others how many members are left out: all of them in an outline, else 0
public record ChannelSnapshot(
    StoredChannel settings, List<Member> members, Set<PersonId> invited, int others) {

  /// The same channel under another name.
  public ChannelSnapshot named(ChannelName name) {
    return new ChannelSnapshot(settings.named(name), members, invited, others);
  }
}
