package chat.salon.core;

import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Forwarded;
import chat.salon.core.ModeChange.Keyed;
import chat.salon.core.ModeChange.Limited;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.ModeChange.Metered;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.ModeChange.Slowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What MODE has set on a channel, beside the ranks of people. Never changes.
///
/// @param flags in the order of [Flag]
/// @param key `+k`; null for none
/// @param limit `+l`; 0 for none
/// @param slow seconds between two messages of a person; 0 for none
public record Modes(
    Set<Flag> flags,
    @Nullable String key,
    int limit,
    int slow,
    Bounds bounds,
    Map<ListKind, List<ListEntry>> lists) {

  public Modes {
    var ordered = EnumSet.noneOf(Flag.class);
    ordered.addAll(flags);
    flags = Collections.unmodifiableSet(ordered);
    var kept = new EnumMap<ListKind, List<ListEntry>>(ListKind.class);
    lists.forEach((kind, entries) -> kept.put(kind, List.copyOf(entries)));
    lists = Collections.unmodifiableMap(kept);
  }

  /// Nothing but flags.
  public static Modes of(Set<Flag> flags) {
    return new Modes(flags, null, 0, 0, Bounds.NONE, Map.of());
  }

  /// The masks on a list, in the order in which they were set.
  public List<ListEntry> list(ListKind kind) {
    return lists.getOrDefault(kind, List.of());
  }

  /// How they are after a change.
  ///
  /// @param by the mask of who made it
  public Modes after(ModeChange change, String by, Instant at) {
    return switch (change) {
      case Flagged(var flag, var on) ->
          new Modes(flagged(flag, on), key, limit, slow, bounds, lists);
      case Keyed(var to) -> new Modes(flags, to, limit, slow, bounds, lists);
      case Limited(var to) -> new Modes(flags, key, to, slow, bounds, lists);
      case Slowed(var to) -> new Modes(flags, key, limit, to, bounds, lists);
      case Forwarded(var to) -> bounded(bounds.forwarding(to));
      case Metered(var meter, var quota) -> bounded(bounds.with(meter, quota));
      case Listed listed -> new Modes(flags, key, limit, slow, bounds, listsAfter(listed, by, at));
      case Ranked _ -> this;
    };
  }

  private Modes bounded(Bounds changed) {
    return new Modes(flags, key, limit, slow, changed, lists);
  }

  private Set<Flag> flagged(Flag flag, boolean on) {
    var changed = EnumSet.noneOf(Flag.class);
    changed.addAll(flags);
    if (on) {
      changed.add(flag);
    } else {
      changed.remove(flag);
    }
    return changed;
  }

  private Map<ListKind, List<ListEntry>> listsAfter(Listed listed, String by, Instant at) {
    var entries = new ArrayList<>(list(listed.list()));
    entries.removeIf(entry -> entry.mask().isSameAs(listed.mask()));
    if (listed.on()) {
      entries.add(new ListEntry(listed.mask(), by, at, listed.until(), listed.reason()));
    }
    var changed = new EnumMap<ListKind, List<ListEntry>>(ListKind.class);
    changed.putAll(lists);
    changed.put(listed.list(), entries);
    return changed;
  }
}
