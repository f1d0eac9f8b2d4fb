package chat.salon.core.port;

import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import java.util.List;

/// Port: what the owner of a conversation does before it decides anything. In a network, an earlier
/// owner may have died, or may not know yet that it is none any more. Methods may wait for the disk
/// and for other nodes; they throw [chat.salon.core.StoreException].
public interface Succession {

  /// For a node that is alone and always owned everything.
  Succession ALONE =
      new Succession() {
        @Override
        public long take(ConversationId<?> where) {
          return 0;
        }

        @Override
        public List<Witness> gather(ChannelName where, long epoch) {
          return List.of();
        }
      };

  /// Makes this node the owner: what an earlier one wants to store from now on is refused.
  ///
  /// @return the epoch of this ownership; 0 when there never is another owner
  long take(ConversationId<?> where);

  /// Asks every node for those of its people who are in a channel, when everybody with the memory
  /// of it may have gone.
  List<Witness> gather(ChannelName where, long epoch);
}
