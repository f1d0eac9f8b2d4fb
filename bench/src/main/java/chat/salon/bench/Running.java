package chat.salon.bench;

/// A server that can be measured.
interface Running extends AutoCloseable {
  Target target();

  /// Stops it if we started it.
  @Override
  void close();
}
