package chat.salon.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The client tag by which a message answers another: `+reply`, and its name before that was
/// ratified (IRCv3 client-tags/reply). Pure.
public final class ReplyTag {
  private static final List<String> NAMES = List.of("+reply", "+draft/reply");

  private ReplyTag() {}

  /// The tags of a message that answers another, for old clients and new ones.
  public static Map<String, String> of(long message) {
    var msgid = Stamps.msgid(message);
    var tags = new LinkedHashMap<String, String>();
    NAMES.forEach(name -> tags.put(name, msgid));
    return Collections.unmodifiableMap(tags);
  }

  /// What a message answers, as its tags have it; it need not be a message of ours.
  public static Optional<String> msgid(Map<String, String> tags) {
    return NAMES.stream().filter(tags::containsKey).map(tags::get).findFirst();
  }
}
