package chat.salon.web.people;

import chat.salon.core.FriendDeed;
import chat.salon.core.Nick;
import chat.salon.web.Answer;
import chat.salon.web.Bonds;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.List;

/// Does something about somebody: asks to be friends, blocks … One frame for each deed.
///
/// @param key of the frame, which holds the other's name
record FriendFrame(String key, FriendDeed deed) implements ClientFrame {

  /// Each once.
  static List<ClientFrame> all() {
    return List.of(
        new FriendFrame("befriend", FriendDeed.ASK),
        new FriendFrame("accept_friend", FriendDeed.ACCEPT),
        new FriendFrame("refuse_friend", FriendDeed.REFUSE),
        new FriendFrame("withdraw_friend", FriendDeed.WITHDRAW),
        new FriendFrame("unfriend", FriendDeed.PART),
        new FriendFrame("block", FriendDeed.BLOCK),
        new FriendFrame("unblock", FriendDeed.UNBLOCK),
        new FriendFrame("accept_messages", FriendDeed.HEED));
  }

  @Override
  public Spec spec() {
    return Spec.writing(Field.line(key));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    session.upToDate();
    var friends = session.salon().friends();
    var own = session.account().name();
    return session.nick(
        fields.text(key),
        nick ->
            session
                .apart(() -> friends.act(own, deed, nick))
                .map(Answer::no)
                .orElseGet(() -> bond(session, nick)));
  }

  // How they stand to one now.
  private static Answer bond(WebSession session, Nick nick) {
    var bonded =
        session.apart(() -> session.salon().friends().bonded(session.account().name(), nick));
    return Answer.ok(
        Json.object().put("bond", Bonds.word(bonded.bond())).put("blocked", bonded.isBlocked()));
  }
}
