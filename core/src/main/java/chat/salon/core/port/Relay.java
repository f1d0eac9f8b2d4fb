package chat.salon.core.port;

import chat.salon.core.Delivery;

/// Port: carries deliveries to the nodes.
public interface Relay {

  /// Hands a delivery to the [Audience] of a node. Deliveries of one conversation arrive in the
  /// order in which they were carried. Never waits and never throws.
  void carry(int node, Delivery delivery);
}
