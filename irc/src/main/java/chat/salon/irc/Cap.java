package chat.salon.irc;

import java.util.Optional;

/// A capability that a client may negotiate.
public enum Cap {
  ACCOUNT_NOTIFY("account-notify", 1 << 0, true),
  ACCOUNT_TAG("account-tag", 1 << 1, true),
  AWAY_NOTIFY("away-notify", 1 << 2, true),
  BATCH("batch", 1 << 3, true),
  CAP_NOTIFY("cap-notify", 1 << 4, false),
  CHATHISTORY("draft/chathistory", 1 << 5, false),
  CHGHOST("chghost", 1 << 6, true),
  ECHO_MESSAGE("echo-message", 1 << 7, false),
  EVENT_PLAYBACK("draft/event-playback", 1 << 8, false),
  EXTENDED_JOIN("extended-join", 1 << 9, true),
  INVITE_NOTIFY("invite-notify", 1 << 10, true),
  LABELED_RESPONSE("labeled-response", 1 << 11, false),
  MESSAGE_TAGS("message-tags", 1 << 12, true),
  MULTI_PREFIX("multi-prefix", 1 << 13, false),
  READ_MARKER("draft/read-marker", 1 << 21, true),
  REGISTRATION("draft/account-registration", 1 << 14, false),
  SASL("sasl", 1 << 15, false),
  SERVER_TIME("server-time", 1 << 16, true),
  SETNAME("setname", 1 << 17, true),
  STANDARD_REPLIES("standard-replies", 1 << 18, false),
  USERHOST_IN_NAMES("userhost-in-names", 1 << 19, false),
  MESSAGE_REDACTION("draft/message-redaction", 1 << 20, true),
  SEARCH("soju.im/search", 1 << 25, false),
  WEBPUSH("draft/webpush", 1 << 26, false);

  private final String title;
  private final int bit;
  private final boolean shapesEvents;

  Cap(String title, int bit, boolean shapesEvents) {
    this.title = title;
    this.bit = bit;
    this.shapesEvents = shapesEvents;
  }

  /// Its name on the wire.
  public String title() {
    return title;
  }

  /// The capability of this name.
  public static Optional<Cap> named(String title) {
    for (var cap : values()) {
      if (cap.title.equals(title)) {
        return Optional.of(cap);
      }
    }
    return Optional.empty();
  }

  int bit() {
    return bit;
  }

  /// Whether the look of events depends on it.
  boolean shapesEvents() {
    return shapesEvents;
  }
}
