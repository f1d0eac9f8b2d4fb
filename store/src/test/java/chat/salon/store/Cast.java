package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.PersonId;

/// Who appears in the tests.
final class Cast {
  static final ChannelName TEA = ChannelName.trusted("#Tea");
  static final ChannelName COFFEE = ChannelName.trusted("#coffee");

  static final Person ALICE = guest("Alice");
  static final Person BOB = guest("bob");
  static final Person CAROL = guest("carol");

  private Cast() {}

  static Person guest(String nick) {
    return new Person(
        PersonId.NONE, Nick.trusted(nick), "u", "host.example", "", null, null, Standing.PLAIN);
  }

  static Person member(String account) {
    return guest(account).withAccount(AccountName.trusted(account));
  }
}
