package chat.salon.core.request;

import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Outcome;
import chat.salon.core.Person;
import chat.salon.core.Stamp;
import java.util.List;
import java.util.Set;

/// A request about an account, whether anybody is connected with it or not. The owner of the
/// channel looks up who is, and hands them in.
public interface OnAccount extends Request<ChannelState> {

  /// Somebody who is connected.
  ///
  /// @param nodes where they have sessions
  record Here(Person person, Set<Integer> nodes) {}

  /// Which account.
  AccountName account();

  /// The outcome with those who are logged in to it.
  Outcome decide(ChannelState channel, List<Here> here, Actor actor, Stamp stamp);

  /// The outcome when nobody is.
  @Override
  default Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    return decide(channel, List.of(), actor, stamp);
  }
}
