package chat.salon.web;

import chat.salon.core.AccountName;
import chat.salon.core.Bonded;
import chat.salon.core.Nick;
import chat.salon.core.account.Friendships.Bond;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// How friends look in frames. Waits for the store.
public final class Bonds {
  private Bonds() {}

  /// How somebody stands to a session's account, and how present they are.
  public static ObjectNode frame(WebSession session, Bonded one) {
    var since = one.since();
    var frame =
        Json.object()
            .put("friend", one.other().shown())
            .put("bond", word(one.bond()))
            .put("blocked", one.isBlocked())
            .put("since", since == null ? null : EventFrames.time(since));
    frame.set("person", person(session, one.other()));
    return frame;
  }

  /// As frames write it.
  public static String word(Bond bond) {
    return bond.name().toLowerCase(Locale.ROOT);
  }

  /// An account as a session may see it; not the least of it when it is no more.
  static ObjectNode person(WebSession session, AccountName account) {
    var directory = session.salon().people().directory();
    return directory
        .find(Nick.trusted(account.shown()))
        .filter(person -> account.equals(person.account()))
        .filter(person -> Persons.isVisible(session, person))
        .map(Persons::shown)
        .or(() -> session.door().profiles().find(account).map(Persons::absent))
        .orElseGet(() -> Json.object().put("user", account.shown()));
  }
}
