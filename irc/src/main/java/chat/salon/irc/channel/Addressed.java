package chat.salon.irc.channel;

import chat.salon.core.ConversationId;
import chat.salon.core.Nick;
import chat.salon.core.Pair;
import chat.salon.core.Rank;
import chat.salon.irc.IrcSession;
import java.util.Optional;

/// What a client means by a target.
public final class Addressed {
  private Addressed() {}

  /// The conversation in which something was said, whether anybody is there now or not. A nick is
  /// whoever is here under it, an account, or a guest who has gone. None of them is refused, so
  /// that nothing is learned about who has an account. May wait for the store.
  public static Optional<ConversationId<?>> conversation(IrcSession session, String target) {
    var salon = session.salon();
    var plain = withoutRanks(target);
    if (plain.startsWith("#")) {
      return salon.channelName(plain).map(name -> name);
    }
    var me = Pair.party(session.person());
    return Nick.parse(target)
        .map(nick -> Pair.of(me, session.apart(() -> salon.people().party(nick))));
  }

  // `@#tea` is where things are said to some of #tea.
  private static String withoutRanks(String target) {
    int start = 0;
    while (start < target.length() && Rank.ofPrefix(target.charAt(start)).isPresent()) {
      start++;
    }
    return target.startsWith("#", start) ? target.substring(start) : target;
  }
}
