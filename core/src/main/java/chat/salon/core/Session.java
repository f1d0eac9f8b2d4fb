package chat.salon.core;

/// One live connection at one of the doors.
public interface Session {

  /// Unique in the network, never used again.
  long id();

  /// The numeric address from which it comes.
  String address();

  /// Shows an event to this session. Any thread; never waits and never throws: who does not keep up
  /// is cut off, and the others notice nothing.
  void deliver(Delivery delivery);

  /// Where deliveries to many sessions are handed over.
  default Outlet outlet() {
    return Outlet.EACH;
  }
}
