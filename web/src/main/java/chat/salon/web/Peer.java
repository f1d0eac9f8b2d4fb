package chat.salon.web;

import chat.salon.core.Delivery;
import chat.salon.core.Outlet;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What is at the other end of a session. Any thread, never waits.
interface Peer {
  /// Where deliveries to it are handed over.
  Outlet outlet();

  /// Shows it an event.
  void show(WebSession session, Delivery delivery);

  /// Sends it frames.
  void tell(List<ObjectNode> frames);

  /// Begins a turn of its session.
  void begin(Runnable turn);

  /// Sends it a last frame, and hangs up.
  ///
  /// @param code of the WebSocket
  void hangUp(ObjectNode last, int code);

  /// Programs that ask by HTTP hear the answers to their requests and nothing else.
  Peer NOBODY =
      new Peer() {
        @Override
        public Outlet outlet() {
          return (_, _) -> {};
        }

        @Override
        public void show(WebSession session, Delivery delivery) {}

        @Override
        public void tell(List<ObjectNode> frames) {}

        @Override
        public void begin(Runnable turn) {
          Thread.startVirtualThread(turn);
        }

        @Override
        public void hangUp(ObjectNode last, int code) {}
      };
}
