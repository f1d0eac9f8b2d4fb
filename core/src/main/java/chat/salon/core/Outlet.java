package chat.salon.core;

/// What a door has one of for each of its event loops: takes an event once for all of the loop's
/// readers, so that the cost of a hand-over is paid once an event and loop and not once a reader.
public interface Outlet {
  /// Hands over to each session by itself.
  Outlet EACH =
      (delivery, readers) -> {
        for (var reader : readers) {
          reader.deliver(delivery);
        }
      };

  /// Shows an event to sessions whose outlet this is. Any thread, but for one conversation always
  /// in the order of its events; never waits and never throws.
  ///
  /// @param readers nobody changes this array
  void deliver(Delivery delivery, Session[] readers);
}
