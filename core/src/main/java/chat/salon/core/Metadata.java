package chat.salon.core;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody, or a channel, says of itself under keys (IRCv3 draft/metadata-3): a homepage, a
/// color. Never changes; a change makes a new one. Any thread.
///
/// @param values by their keys, in the order of the keys; none is empty
public record Metadata(SortedMap<String, String> values) {
  /// Nothing is said.
  public static final Metadata NONE = new Metadata(Collections.emptySortedMap());

  /// The key of what somebody is called: [Person#displayName()], wherever it was chosen.
  public static final String DISPLAY_NAME = "display-name";

  /// The key of what somebody is doing: [Person#customStatus], wherever it was said.
  public static final String STATUS = "status";

  private static final Pattern KEY = Pattern.compile("[a-z0-9_./-]+");

  public Metadata {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /// Whether a text can be a key: `a-z`, `0-9`, and `_./-`.
  public static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /// What is said under a key; null for nothing.
  public @Nullable String get(String key) {
    return values.get(key);
  }

  /// The same with another value.
  ///
  /// @param value null for none
  public Metadata with(String key, @Nullable String value) {
    var changed = new TreeMap<>(values);
    if (value == null || value.isEmpty()) {
      changed.remove(key);
    } else {
      changed.put(key, value);
    }
    return changed.isEmpty() ? NONE : new Metadata(changed);
  }

  /// The keys whose values differ, in their order.
  public SortedSet<String> differences(Metadata other) {
    if (values.equals(other.values)) {
      return Collections.emptySortedSet();
    }
    var keys = new TreeSet<>(values.keySet());
    keys.addAll(other.values.keySet());
    keys.removeIf(key -> {
      var value = values.get(key);
      return value != null && value.equals(other.values.get(key));
    });
    return keys;
  }

  /// This with all that differs between two others, of which the second is the first as somebody
  /// changed it.
  Metadata changedAs(Metadata before, Metadata after) {
    var changed = this;
    for (var key : before.differences(after)) {
      changed = changed.with(key, after.get(key));
    }
    return changed;
  }

  /// All that somebody says of themselves, with what they are called and what they are doing.
  ///
  /// @param now a status may be over
  public static Metadata of(Person person, Instant now) {
    var all = person.metadata();
    if (person.standing().named() && !person.realname().isEmpty()) {
      all = all.with(DISPLAY_NAME, person.realname());
    }
    var status = person.customStatus(now);
    return status.isPresent() ? all.with(STATUS, status.get().text()) : all;
  }
}
