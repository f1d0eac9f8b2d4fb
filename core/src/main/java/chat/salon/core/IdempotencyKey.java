package chat.salon.core;

/// By which a request is known however often it is asked: of all that one party asks of one
/// conversation under one key, one is done, and the others have its outcome.
///
/// @param text 1 to 64 characters, unlike those of the same party's other requests. What a node
///   makes up begins with `n`; what clients give has to begin otherwise
/// @param isRepeated whether it may have been asked before, perhaps of an earlier owner: then the
///   log is looked through first
public record IdempotencyKey(String text, boolean isRepeated) {
  /// In characters.
  public static final int LONGEST = 64;

  public IdempotencyKey {
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new IllegalArgumentException("a key has 1 to " + LONGEST + " characters: " + text);
    }
  }

  /// For what a node asks for the first time, and may have to ask again.
  ///
  /// @param id unlike any other; see [Stamps#next()]
  public static IdempotencyKey of(long id) {
    return new IdempotencyKey('n' + Stamps.msgid(id), false);
  }

  /// For what a client may have asked before, under the same name.
  ///
  /// @param name 1 to 63 characters, unlike those of the same party's other requests
  public static IdempotencyKey ofClient(String name) {
    return new IdempotencyKey('c' + name, true);
  }

  /// The same when it is asked again.
  public IdempotencyKey repeated() {
    return isRepeated ? this : new IdempotencyKey(text, true);
  }
}
