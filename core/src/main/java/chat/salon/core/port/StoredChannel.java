package chat.salon.core.port;

import chat.salon.core.AccountName;
import chat.salon.core.Bounds;
import chat.salon.core.ChannelName;
import chat.salon.core.Flag;
import chat.salon.core.JoinRequest;
import chat.salon.core.ListEntry;
import chat.salon.core.ListKind;
import chat.salon.core.Metadata;
import chat.salon.core.Ranks;
import chat.salon.core.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A channel as the store keeps it: everything but who is connected.
///
/// @param key `+k`; null for none
/// @param limit `+l`; 0 for none
/// @param seats the accounts whose membership has not ended, with their ranks
/// @param founder the account whose registered channel it is; null for a channel that is gone with
///   its last member
/// @param description empty for none
/// @param slow seconds between two messages of a person; 0 for none
/// @param requests to come in, in the order in which they were made
/// @param bounds beside flags, key and limit
/// @param metadata what it says of itself
public record StoredChannel(
    ChannelName name,
    Head head,
    Instant created,
    @Nullable Topic topic,
    Set<Flag> flags,
    @Nullable String key,
    int limit,
    Map<ListKind, List<ListEntry>> lists,
    Map<AccountName, Ranks> seats,
    @Nullable AccountName founder,
    String description,
    int slow,
    List<JoinRequest> requests,
    Bounds bounds,
    Metadata metadata) {

  /// One without a description that nobody has asked to come into.
  public StoredChannel(
      ChannelName name,
      Head head,
      Instant created,
      @Nullable Topic topic,
      Set<Flag> flags,
      @Nullable String key,
      int limit,
      Map<ListKind, List<ListEntry>> lists,
      Map<AccountName, Ranks> seats,
      @Nullable AccountName founder) {
    this(
        name,
        head,
        created,
        topic,
        flags,
        key,
        limit,
        lists,
        seats,
        founder,
        "",
        0,
        List.of(),
        Bounds.NONE,
        Metadata.NONE);
  }

  /// The same under another name.
  public StoredChannel named(ChannelName other) {
    return new StoredChannel(
        other,
        head,
        created,
        topic,
        flags,
        key,
        limit,
        lists,
        seats,
        founder,
        description,
        slow,
        requests,
        bounds,
        metadata);
  }

  /// The same with other requests.
  public StoredChannel withRequests(List<JoinRequest> others) {
    return new StoredChannel(
        name,
        head,
        created,
        topic,
        flags,
        key,
        limit,
        lists,
        seats,
        founder,
        description,
        slow,
        others,
        bounds,
        metadata);
  }
}
