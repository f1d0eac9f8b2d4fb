package chat.salon.core.port;

import chat.salon.core.Delivery;
import java.util.List;

/// Port: carries deliveries to the nodes.
public interface Relay {

  /// Hands deliveries to the [Audience] of a node, in their order and after those that were carried
  /// from the same conversation before. Never waits and never throws.
  ///
  /// @param deliveries what one turn of a conversation has for that node
  void carry(int node, List<Delivery> deliveries);
}
