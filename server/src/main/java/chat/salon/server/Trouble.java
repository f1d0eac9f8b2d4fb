package chat.salon.server;

/// Something that is wrong with a part of the server.
///
/// @param part in a word: store, cluster, server
/// @param what it is, in a line
record Trouble(String part, Effect effect, String what) {

  /// What follows from a trouble, the worst last.
  enum Effect {
    /// Nothing yet: somebody should look after it.
    WARNING,
    /// New clients should go elsewhere. It may pass by itself.
    NOT_READY,
    /// It does not pass by itself: the process has to be started anew.
    BROKEN
  }
}
