package chat.salon.core;

/// One live connection at one of the doors.
public interface Session {

  /// Unique in the network, never used again.
  long id();

  /// The numeric address from which it comes.
  String address();

  /// The id of the token that let it in; 0 for none.
  default long tokenId() {
    return 0;
  }

  /// Which device of somebody's it is, or by which program it came; empty when that is not known.
  default String device() {
    return "";
  }

  /// Shows an event to this session. Any thread; never waits and never throws: who does not keep up
  /// is cut off, and the others notice nothing.
  void deliver(Delivery delivery);

  /// How somebody stands to this session's account has changed, or may have. Any thread; never
  /// waits.
  default void tied(Bonded now) {}

  /// Ends this session from elsewhere: its account's password was changed, or somebody ended it.
  /// Any thread; never waits.
  ///
  /// @param reason shown to who is there, and to the others
  default void close(String reason) {}

  /// Ends this session since who it is may not be on this server. Any thread; never waits.
  default void shutOut(Refusal.Hindered why) {
    close("Banned");
  }

  /// Where deliveries to many sessions are handed over.
  default Outlet outlet() {
    return Outlet.EACH;
  }
}
