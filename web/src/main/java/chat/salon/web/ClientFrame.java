package chat.salon.web;

/// A frame that clients send: one file each. Its handler runs on the session's turn, after the
/// checks of its [Spec], and may wait by the session's methods.
public interface ClientFrame {
  /// What is checked before it is run.
  Spec spec();

  /// Does it.
  Answer run(WebSession session, Fields fields);
}
