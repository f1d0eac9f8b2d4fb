package chat.salon.core.request;

import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Outcome;
import chat.salon.core.Stamp;
import chat.salon.core.request.OnAccount.Here;
import java.util.List;
import java.util.function.Function;

/// A request about several accounts, whether anybody is connected with them or not. The owner of
/// the channel looks up who is.
public interface OnAccounts extends Request<ChannelState> {

  /// The outcome.
  ///
  /// @param here finds those who are logged in to an account
  Outcome decide(
      ChannelState channel, Function<AccountName, List<Here>> here, Actor actor, Stamp stamp);

  /// The outcome when nobody is.
  @Override
  default Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    return decide(channel, _ -> List.of(), actor, stamp);
  }
}
