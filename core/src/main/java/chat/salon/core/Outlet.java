package chat.salon.core;

import java.util.List;

/// What a door has one of for each of its event loops: takes what a turn of a conversation has for
/// all of the loop's readers at once, so that a hand-over is paid once a turn and loop, not once an
/// event and reader.
public interface Outlet {
  /// Hands over to each session by itself.
  Outlet EACH =
      (deliveries, readers) -> {
        for (var reader : readers) {
          deliveries.forEach(reader::deliver);
        }
      };

  /// Shows events to sessions whose outlet this is. Any thread, but for one conversation always in
  /// the order of its events; never waits and never throws.
  ///
  /// @param readers nobody changes this array
  void deliver(List<Delivery> deliveries, Session[] readers);
}
