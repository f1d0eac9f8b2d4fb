package chat.salon.irc.query;

import chat.salon.core.Metadata;
import chat.salon.irc.IrcSession;
import chat.salon.wire.Line;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What values of keys must be like: those of the IRCv3 registry of metadata as it says, all others
/// short enough to be told.
final class MetadataValues {
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

  private MetadataValues() {}

  /// Why somebody may not say this under a key; null when they may.
  static @Nullable String fault(IrcSession session, String key, String value) {
    int bytes = bytes(value);
    int most = most(session, key);
    if (bytes > most) {
      return "The value is too long: it may have " + most + " bytes";
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      return "The value must not have control characters";
    }
    return switch (key) {
      case "color" -> COLOR.matcher(value).matches() ? null : "A color is like #1a2b3c";
      case "avatar", "homepage" -> isUrl(value) ? null : "It must be an https or http address";
      case Metadata.DISPLAY_NAME, Metadata.STATUS, "pronouns", "bot" ->
          value.isBlank() ? "The value is empty" : null;
      default -> null;
    };
  }

  // It has to fit the line on which others are told, whatever the names on it.
  private static int most(IrcSession session, String key) {
    var limits = session.salon().limits();
    var frame =
        Line.of(
            session.serverName(),
            "761",
            "n".repeat(limits.nickLength()),
            "t".repeat(Math.max(limits.nickLength(), limits.channelLength())),
            key,
            "*",
            "");
    int room = session.settings().lineBytes() - frame.bodySize();
    int most = Math.min(room, session.door().metadata().valueBytes());
    return switch (key) {
      case Metadata.DISPLAY_NAME -> Math.min(most, limits.realnameLength());
      case Metadata.STATUS -> Math.min(most, limits.awayLength());
      default -> most;
    };
  }

  // An avatar may have {size} in it, for clients to fill in.
  private static boolean isUrl(String value) {
    try {
      var uri = new URI(value.replace("{size}", "64"));
      var scheme = uri.getScheme();
      return scheme != null
          && (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"))
          && uri.getHost() != null;
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
