package chat.salon.irc.query;

import chat.salon.irc.Cap;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Why METADATA does not do something, in the words of the draft that the client knows: the codes
/// of draft/metadata-2 and draft/metadata-3 differ.
final class MetadataFaults {
  private MetadataFaults() {}

  private static boolean isOlder(IrcSession session) {
    return session.has(Cap.METADATA_2);
  }

  static Line params(IrcSession session, String deed, String text) {
    return isOlder(session)
        ? session.numeric("461", "METADATA", text)
        : session.fail("INVALID_PARAMS", Words.named(deed), text);
  }

  static Line subcommand(IrcSession session, String deed) {
    return session.fail(
        isOlder(session) ? "SUBCOMMAND_INVALID" : "INVALID_PARAMS",
        Words.named(deed),
        "There is no such subcommand");
  }

  static Line target(IrcSession session, String target) {
    return session.fail("INVALID_TARGET", Words.named(target), "Invalid metadata target");
  }

  static Line key(IrcSession session, String key) {
    return session.fail(
        isOlder(session) ? "KEY_INVALID" : "INVALID_KEY", Words.named(key), "Invalid key");
  }

  /// One of several keys, of which the others are answered.
  static Line oneKey(IrcSession session, String key) {
    return isOlder(session)
        ? key(session, key)
        : Line.of(
            session.serverName(),
            "WARN",
            "METADATA",
            "INVALID_KEY",
            Words.named(key),
            "Invalid key");
  }

  static Line value(IrcSession session, String key, String text) {
    return isOlder(session)
        ? session.fail("VALUE_INVALID", text)
        : session.fail("INVALID_VALUE", key, text);
  }

  static Line permission(IrcSession session, String target, String key) {
    return session.fail("KEY_NO_PERMISSION", target, key, "Permission denied");
  }

  static Line limit(IrcSession session, String target, int most) {
    var text = "There may be " + most + " keys";
    return isOlder(session)
        ? session.fail("LIMIT_REACHED", target, text)
        : session.fail("LIMIT_REACHED", "SET", target, String.valueOf(most), text);
  }

  static Line subscriptions(IrcSession session, String key) {
    int most = session.door().metadata().subscriptions();
    var text = "You may subscribe to " + most + " keys";
    return isOlder(session)
        ? session.fail("TOO_MANY_SUBS", key, text)
        : session.fail("LIMIT_REACHED", "SUB", key, String.valueOf(most), text);
  }

  /// Too many changes: 775 (ERR_METADATARATELIMIT) with all that is to be asked again.
  static Line rate(
      IrcSession session, long wait, Line line, String target, String key, @Nullable String value) {
    var seconds = String.valueOf(wait);
    if (isOlder(session)) {
      return value == null
          ? session.fail("RATE_LIMITED", target, key, seconds, "Too many changes: wait")
          : session.fail("RATE_LIMITED", target, key, seconds, value);
    }
    var params = new ArrayList<String>();
    params.add(seconds);
    params.addAll(line.params());
    return session.numeric("775", params.toArray(String[]::new));
  }
}
