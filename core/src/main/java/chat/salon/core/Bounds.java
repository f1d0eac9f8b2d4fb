package chat.salon.core;

import org.jspecify.annotations.Nullable;

/// What bounds a channel beside its flags, key and limit.
///
/// @param forward where who cannot come in is sent (`+f`); null for nowhere
/// @param joins how many may come in (`+j`)
/// @param repeats how often one person may say the same (`+d`)
public record Bounds(@Nullable ChannelName forward, Quota joins, Quota repeats) {
  public static final Bounds NONE = new Bounds(null, Quota.NONE, Quota.NONE);

  /// Whether there are none.
  public boolean isNone() {
    return forward == null && joins.isNone() && repeats.isNone();
  }

  /// How much a meter may count.
  public Quota of(Meter meter) {
    return switch (meter) {
      case JOINS -> joins;
      case REPEATS -> repeats;
    };
  }

  /// The same with another forward.
  public Bounds forwarding(@Nullable ChannelName to) {
    return new Bounds(to, joins, repeats);
  }

  /// The same with another quota.
  public Bounds with(Meter meter, Quota quota) {
    return switch (meter) {
      case JOINS -> new Bounds(forward, quota, repeats);
      case REPEATS -> new Bounds(forward, joins, quota);
    };
  }
}
