package chat.salon.core.port;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelSnapshot;
import chat.salon.core.Delivery;
import chat.salon.core.HangUp;
import chat.salon.core.protect.Decree;
import java.util.List;

/// Port: carries what an owner has to tell to the nodes. No method waits or throws. What is handed
/// over first arrives first.
public interface Relay {

  /// Hands deliveries to the [chat.salon.core.Audience] of a node.
  ///
  /// @param epoch of the owner, so that a node knows a later owner from an earlier one; 0 for what
  ///   has no owner
  /// @param deliveries what one turn of a conversation has for that node
  void carry(int node, long epoch, List<Delivery> deliveries);

  /// Gives a node a channel that it is to follow from here on: the first of its people is about to
  /// come in, or a new owner has put the channel together.
  void follow(int node, ChannelSnapshot channel);

  /// Tells the [chat.salon.core.Friends] of all other nodes that something has changed between two
  /// accounts.
  void retieElsewhere(AccountName one, AccountName other);

  /// Hands to the [chat.salon.core.People] of all other nodes what sessions there are to end.
  void hangUpElsewhere(HangUp what);

  /// Hands to the [chat.salon.core.Protection] of all other nodes what is to be carried out there.
  void decreeElsewhere(Decree what);
}
