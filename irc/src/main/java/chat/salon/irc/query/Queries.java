package chat.salon.irc.query;

import chat.salon.irc.IrcSession;
import chat.salon.wire.Line;
import org.jspecify.annotations.Nullable;

/// What questions to servers of other packages have in common with those of this one.
public final class Queries {
  private Queries() {}

  /// 402 (ERR_NOSUCHSERVER) when that is no server of this network; null when it is.
  ///
  /// @param target empty for the one that is asked
  public static @Nullable Line refusal(IrcSession session, String target) {
    return ServerTarget.refusal(session, target);
  }
}
