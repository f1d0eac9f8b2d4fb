package chat.salon.irc;

import java.util.List;

/// What bounds messages that are more than one line of IRC. Section `[messages]` of the
/// configuration.
///
/// @param multilineBytes of one message of several lines, its line feeds among them, in UTF-8
/// @param multilineLines that it may be sent in
/// @param batchSeconds for which a batch of a client may be open
/// @param endlessBytes of one line of a client, after which it is cut off if the line has no end
/// @param deniedTags client-only tags that are not relayed, without their `+` and with commas
///   between, as CLIENTTAGDENY has them: `*,-typing` is all but one
public record MessageSettings(
    int multilineBytes, int multilineLines, int batchSeconds, int endlessBytes, String deniedTags) {
  private static final String DENIED = "(\\*|-?[A-Za-z0-9./-]+)(,-?[A-Za-z0-9./-]+)*";

  public static final MessageSettings DEFAULT = new MessageSettings(4096, 32, 60, 16_384, "");

  public MessageSettings {
    check("multiline_bytes", multilineBytes, 512, 1 << 20);
    check("multiline_lines", multilineLines, 2, 10_000);
    check("batch_seconds", batchSeconds, 1, 3600);
    check("endless_bytes", endlessBytes, 8_192, 1 << 20);
    if (!deniedTags.isEmpty() && !deniedTags.matches(DENIED)) {
      throw new IllegalArgumentException(
          "messages.denied_tags is no list of tags with commas between: " + deniedTags);
    }
  }

  /// Whether a client-only tag is relayed.
  ///
  /// @param key with its `+`
  public boolean relays(String key) {
    var denied = List.of(deniedTags.split(","));
    var name = key.substring(1);
    return denied.contains("*") ? denied.contains('-' + name) : !denied.contains(name);
  }

  private static void check(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "messages." + key + " is " + value + ": it must be from " + least + " to " + most);
    }
  }
}
