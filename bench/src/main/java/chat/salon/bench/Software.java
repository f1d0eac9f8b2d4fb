package chat.salon.bench;

/// A server program that can be started for one load, or one that runs already.
interface Software {
  /// What reports call it.
  String name();

  /// Its version, as it says itself.
  String version();

  /// How many nodes it has.
  default int nodes() {
    return 1;
  }

  /// A server that nobody has used yet, if it is one that we start.
  Running start();
}
