package chat.salon.irc.login;

import chat.salon.core.account.Friendships.Bond;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Voice;
import java.util.stream.Collectors;

/// Who has asked somebody to be friends and waits for an answer: said by NickServ to who comes,
/// since they may have been away when it was asked.
final class OpenQuestions {
  private static final int MOST = 10;

  private OpenQuestions() {}

  /// Empty where nobody asks. Waits for the store.
  static Reply of(IrcSession session) {
    var account = session.accountName();
    if (account == null) {
      return Reply.NONE;
    }
    var asking =
        session.apart(() -> session.salon().friends().all(account)).stream()
            .filter(one -> one.bond() == Bond.ASKS && !one.isBlocked())
            .map(one -> one.other().shown())
            .toList();
    if (asking.isEmpty()) {
      return Reply.NONE;
    }
    var names = asking.stream().limit(MOST).collect(Collectors.joining(", "));
    var more = asking.size() > MOST ? " and others" : "";
    return new Voice(session, "NickServ")
        .says(
            "Who would like to be your friend: " + names + more,
            "Say FRIEND <name> to me to accept, UNFRIEND <name> to refuse");
  }
}
