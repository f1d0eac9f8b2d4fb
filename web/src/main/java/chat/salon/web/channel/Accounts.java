package chat.salon.web.channel;

import chat.salon.core.AccountName;
import chat.salon.core.Nick;
import chat.salon.core.account.Profile;
import chat.salon.web.Persons;
import chat.salon.web.WebSession;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// How accounts look in answers, whether anybody is connected with them or not.
final class Accounts {
  private Accounts() {}

  /// Those of them that there are. Waits for the store.
  static Map<AccountName, ObjectNode> shown(WebSession session, Collection<AccountName> accounts) {
    var shown = new HashMap<AccountName, ObjectNode>();
    var directory = session.salon().people().directory();
    for (var account : accounts) {
      directory
          .find(Nick.trusted(account.shown()))
          .filter(person -> account.equals(person.account()))
          .ifPresent(person -> shown.put(account, Persons.shown(person)));
    }
    var absent = accounts.stream().filter(account -> !shown.containsKey(account)).toList();
    if (!absent.isEmpty()) {
      for (Profile profile : session.apart(() -> session.door().profiles().find(absent))) {
        shown.put(profile.name(), Persons.absent(profile));
      }
    }
    return shown;
  }
}
