package chat.salon.web.login;

import chat.salon.core.ChannelName;
import chat.salon.core.Rank;
import chat.salon.core.Refusal.NotChannelOperator;
import chat.salon.web.Problem;
import chat.salon.web.Problems;
import chat.salon.web.Refusals;
import chat.salon.web.WebSession;
import java.util.Optional;

/// Whether somebody operates a channel.
final class Operating {
  private Operating() {}

  /// Why somebody may not say what programs do in a channel; empty when they may.
  static Optional<Problem> refuse(WebSession session, ChannelName channel) {
    var state = session.look(channel);
    if (state.isEmpty()) {
      return Optional.of(Problems.notFound());
    }
    return state.get().ranks(session.presence().id()).atLeast(Rank.OP)
        ? Optional.empty()
        : Optional.of(Refusals.of(new NotChannelOperator(channel, Rank.OP)));
  }
}
