package chat.salon.wire;

/// Why bytes are not a [Line]. The first one that applies, in this order, is the answer.
public enum Reason {
  /// More tag data than allowed: answered by 417 (IRCv3 message-tags, "Size limit").
  TAGS_TOO_LONG,
  /// More than 512 bytes beside the tags: answered by 417 (RFC 1459, section 2.3).
  LINE_TOO_LONG,
  /// NUL, a lone CR or a LF inside, or no command where one must be (RFC 1459, section 2.3.1).
  MALFORMED,
  /// Not UTF-8: answered by `FAIL <command> INVALID_UTF8` (IRCv3 UTF8ONLY, RFC 3629).
  INVALID_UTF8,
  /// Nothing but spaces: ignored without an answer (Modern IRC, "Compatibility").
  EMPTY
}
