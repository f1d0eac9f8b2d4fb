package chat.salon.irc;

/// What bounds what people and channels say of themselves (METADATA). Section `[metadata]` of the
/// configuration. Checked when it is made; an [IllegalArgumentException] names the key.
///
/// @param subscriptions keys of which one connection is told
/// @param keys that a person, or a channel, may have
/// @param keyBytes of a key
/// @param valueBytes of a value
/// @param changes that one connection may make in `changeSeconds`; 0 for no limit
/// @param changeSeconds after which it may make as many again
/// @param syncMembers of a channel about which who comes in is told at once; with more of them they
///   are told to ask
/// @param syncSeconds after which those should
public record MetadataSettings(
    int subscriptions,
    int keys,
    int keyBytes,
    int valueBytes,
    int changes,
    int changeSeconds,
    int syncMembers,
    int syncSeconds) {

  /// What holds where the configuration says nothing.
  public static final MetadataSettings DEFAULT =
      new MetadataSettings(50, 30, 64, 300, 20, 120, 200, 2);

  public MetadataSettings {
    check("subscriptions", subscriptions, 1, 1_000);
    check("keys", keys, 1, 1_000);
    check("key_bytes", keyBytes, 16, 200);
    check("value_bytes", valueBytes, 1, 4_096);
    check("changes", changes, 0, 10_000);
    check("change_seconds", changeSeconds, 1, 86_400);
    check("sync_members", syncMembers, 0, 100_000);
    check("sync_seconds", syncSeconds, 0, 3_600);
  }

  private static void check(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "metadata." + key + " is " + value + ": it must be from " + least + " to " + most);
    }
  }
}
