package chat.salon.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The tags of a line (IRCv3 message-tags): few, ordered, immutable. Values are held unescaped; a
/// missing value is the empty text. Equal when keys and values are, in whatever order.
public final class Tags {
  /// No tags.
  public static final Tags EMPTY = new Tags(new String[0]);

  /// key, value, key, value …
  private final String[] flat;

  private Tags(String[] flat) {
    this.flat = flat;
  }

  /// One tag.
  public static Tags of(String key, String value) {
    return EMPTY.with(key, value);
  }

  /// Reads tag data: what stands between `@` and the first space. The last of equal keys wins, at
  /// the first one's place; an empty key is dropped. Any other key is taken as it is: message-tags
  /// forbids judging it.
  public static Tags parse(String data) {
    var flat = new ArrayList<String>();
    Map<String, Integer> places = new HashMap<>();
    for (int from = 0; from < data.length(); ) {
      int end = data.indexOf(';', from);
      if (end < 0) end = data.length();
      int equals = data.indexOf('=', from, end);
      var key = data.substring(from, equals < 0 ? end : equals);
      var value = equals < 0 ? "" : unescape(data.substring(equals + 1, end));
      from = end + 1;
      if (!key.isEmpty()) put(flat, places, key, value);
    }
    return of(flat);
  }

  private static void put(
      List<String> flat, Map<String, Integer> places, String key, String value) {
    var place = places.putIfAbsent(key, flat.size());
    if (place == null) {
      flat.add(key);
      flat.add(value);
    } else {
      flat.set(place + 1, value);
    }
  }

  private static Tags of(List<String> flat) {
    return flat.isEmpty() ? EMPTY : new Tags(flat.toArray(String[]::new));
  }

  /// The value, empty when the tag has none; null when there is no such tag.
  public @Nullable String get(String key) {
    int place = place(key);
    return place < 0 ? null : flat[place + 1];
  }

  /// Whether there is such a tag.
  public boolean has(String key) {
    return place(key) >= 0;
  }

  /// A copy in which the tag has this value. A new tag goes to the end, but a server's one before
  /// the client-only ones, as message-tags wants it.
  ///
  /// @throws IllegalArgumentException if the key could not be read back
  public Tags with(String key, String value) {
    int place = place(key);
    if (place >= 0) {
      var copy = flat.clone();
      copy[place + 1] = value;
      return new Tags(copy);
    }
    checkKey(key);
    int at = flat.length;
    if (!isClientOnly(key)) while (at > 0 && isClientOnly(flat[at - 2])) at -= 2;
    var copy = new String[flat.length + 2];
    System.arraycopy(flat, 0, copy, 0, at);
    copy[at] = key;
    copy[at + 1] = value;
    System.arraycopy(flat, at, copy, at + 2, flat.length - at);
    return new Tags(copy);
  }

  /// A copy with all of those tags too; where both have a key, theirs wins.
  public Tags with(Tags more) {
    if (isEmpty() || more.isEmpty()) return isEmpty() ? more : this;
    var sum = new ArrayList<String>(flat.length + more.flat.length);
    for (boolean clientOnly : new boolean[] {false, true}) {
      addTo(sum, flat, clientOnly, key -> !more.has(key));
      addTo(sum, more.flat, clientOnly, _ -> true);
    }
    return of(sum);
  }

  private static void addTo(
      List<String> sum, String[] flat, boolean clientOnly, Predicate<String> keys) {
    for (int i = 0; i < flat.length; i += 2) {
      if (isClientOnly(flat[i]) != clientOnly || !keys.test(flat[i])) continue;
      sum.add(flat[i]);
      sum.add(flat[i + 1]);
    }
  }

  /// A copy without this tag.
  public Tags without(String key) {
    return has(key) ? only(other -> !other.equals(key)) : this;
  }

  /// The client-only tags, those with `+`: the only ones of a client's that may be relayed.
  public Tags clientOnly() {
    return only(Tags::isClientOnly);
  }

  /// The tags whose key passes, the client-only ones last.
  public Tags only(Predicate<String> keys) {
    var kept = new ArrayList<String>(flat.length);
    addTo(kept, flat, false, keys);
    addTo(kept, flat, true, keys);
    return kept.size() == flat.length ? this : of(kept);
  }

  /// Whether there are none.
  public boolean isEmpty() {
    return flat.length == 0;
  }

  /// How many there are.
  public int size() {
    return flat.length / 2;
  }

  /// The keys in order.
  public List<String> keys() {
    return entries().stream().map(Map.Entry::getKey).toList();
  }

  /// Keys and unescaped values in order.
  public List<Map.Entry<String, String>> entries() {
    var entries = new ArrayList<Map.Entry<String, String>>(size());
    for (int i = 0; i < flat.length; i += 2) entries.add(Map.entry(flat[i], flat[i + 1]));
    return List.copyOf(entries);
  }

  /// Appends the tag data, escaped, without `@` and space. An empty value is written without `=`.
  public void appendTo(StringBuilder text) {
    for (int i = 0; i < flat.length; i += 2) {
      if (i > 0) text.append(';');
      text.append(flat[i]);
      if (!flat[i + 1].isEmpty()) text.append('=').append(TagEscape.escape(flat[i + 1]));
    }
  }

  /// What stands before a line's body: `@`, tag data and a space, or nothing when there are no
  /// tags.
  ///
  /// @throws IllegalArgumentException if a value holds NUL, or a key that was given to
  ///   [#parse(String)] holds CR, LF or NUL
  public byte[] bytes() {
    var text = new StringBuilder();
    appendPrefix(text);
    if (text.indexOf("\0") >= 0 || text.indexOf("\r") >= 0 || text.indexOf("\n") >= 0) {
      throw new IllegalArgumentException("cannot be sent as a tag");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// How long [#bytes()] is.
  public int encodedSize() {
    return bytes().length;
  }

  void appendPrefix(StringBuilder text) {
    if (isEmpty()) return;
    text.append('@');
    appendTo(text);
    text.append(' ');
  }

  /// A value as it is written (message-tags, "Escaping values").
  public static String escape(String value) {
    return TagEscape.escape(value);
  }

  /// A written value as it is meant; a backslash before nothing or nonsense is dropped.
  public static String unescape(String written) {
    return TagEscape.unescape(written);
  }

  private int place(String key) {
    for (int i = 0; i < flat.length; i += 2) {
      if (flat[i].equals(key)) return i;
    }
    return -1;
  }

  private static boolean isClientOnly(String key) {
    return key.startsWith("+");
  }

  private static void checkKey(String key) {
    boolean legal = LineEncoder.isWord(key) && key.indexOf(';') < 0 && key.indexOf('=') < 0;
    if (!legal) throw new IllegalArgumentException("cannot be sent as a tag key");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Tags tags) || tags.flat.length != flat.length) return false;
    for (int i = 0; i < flat.length; i += 2) {
      if (!flat[i + 1].equals(tags.get(flat[i]))) return false;
    }
    return true;
  }

  @Override
  public int hashCode() {
    int sum = 0;
    for (int i = 0; i < flat.length; i += 2)
      sum += flat[i].hashCode() * 31 + flat[i + 1].hashCode();
    return sum;
  }

  /// The tag data as it is written.
  @Override
  public String toString() {
    var text = new StringBuilder();
    appendTo(text);
    return text.toString();
  }
}
