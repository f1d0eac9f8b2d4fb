package chat.salon.irc;

import java.util.Optional;

/// A capability that a client may negotiate.
public enum Cap {
  ACCOUNT_NOTIFY("account-notify", true),
  ACCOUNT_TAG("account-tag", true),
  AWAY_NOTIFY("away-notify", true),
  BATCH("batch", true),
  CAP_NOTIFY("cap-notify", false),
  CHANNEL_RENAME("draft/channel-rename", true),
  CHATHISTORY("draft/chathistory", false),
  CHGHOST("chghost", true),
  ECHO_MESSAGE("echo-message", false),
  EVENT_PLAYBACK("draft/event-playback", false),
  EXTENDED_ISUPPORT("draft/extended-isupport", false),
  EXTENDED_MONITOR("extended-monitor", false),
  EXTENDED_JOIN("extended-join", true),
  INVITE_NOTIFY("invite-notify", true),
  LABELED_RESPONSE("labeled-response", false),
  MESSAGE_TAGS("message-tags", true),
  MULTILINE("draft/multiline", true),
  METADATA_2("draft/metadata-2", false),
  METADATA_3("draft/metadata-3", false),
  NAMED_MODES("draft/named-modes", true),
  MULTI_PREFIX("multi-prefix", false),
  NO_IMPLICIT_NAMES("no-implicit-names", false),
  PRE_AWAY("draft/pre-away", false),
  READ_MARKER("draft/read-marker", true),
  REGISTRATION("draft/account-registration", false),
  RELAYMSG("draft/relaymsg", true),
  SASL("sasl", false),
  SERVER_TIME("server-time", true),
  SETNAME("setname", true),
  STANDARD_REPLIES("standard-replies", false),
  STS("sts", false),
  USERHOST_IN_NAMES("userhost-in-names", false),
  MESSAGE_REDACTION("draft/message-redaction", true),
  SEARCH("soju.im/search", false),
  OPER_TAG("draft/oper", true),
  WEBPUSH("draft/webpush", false),
  WHOAMI("draft/whoami", false),
  PERSISTENCE("draft/persistence", false),
  PLAYBACK("znc.in/playback", false),
  SELF_MESSAGE("znc.in/self-message", false),
  AUTHTOKEN("draft/authtoken", false);

  private final String title;
  private final boolean shapesEvents;

  Cap(String title, boolean shapesEvents) {
    this.title = title;
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

  @SuppressWarnings("EnumOrdinal") // a bit is kept for no longer than the process
  long bit() {
    return 1L << ordinal();
  }

  /// Whether the look of events depends on it.
  boolean shapesEvents() {
    return shapesEvents;
  }
}
