package chat.salon.web;

import chat.salon.core.ConversationId;
import chat.salon.core.account.Attention;
import chat.salon.core.account.Attention.Level;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Of what somebody is told in a conversation, as frames say it.
public final class Attended {
  private Attended() {}

  /// The word of a level: `everything`, `mentions`, `nothing`.
  public static Optional<Level> level(String word) {
    return Arrays.stream(Level.values()).filter(level -> word(level).equals(word)).findFirst();
  }

  private static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  /// Adds it to a frame.
  public static ObjectNode put(ObjectNode frame, Attention attention, Instant now) {
    boolean isMuted = attention.isMuted(now);
    frame.put("notify", word(attention.level())).put("muted", isMuted);
    return isMuted && attention.mutedUntil() != Attention.FOR_EVER
        ? frame.put("muted_until", EventFrames.time(Instant.ofEpochMilli(attention.mutedUntil())))
        : frame.putNull("muted_until");
  }

  /// Adds what the session's person is told of a conversation. Waits for the store.
  static ObjectNode put(ObjectNode frame, WebSession session, ConversationId<?> where) {
    var attention = session.door().attentions().of(session.account().name(), where);
    return put(frame, attention, session.door().now());
  }
}
