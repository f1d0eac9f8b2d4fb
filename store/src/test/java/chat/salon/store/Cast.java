package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.PersonId;
import chat.salon.core.account.Credentials;
import java.time.Instant;

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

  /// Somebody whose account is in the store.
  static Person account(Store store, String name) {
    store
        .accounts()
        .create(AccountName.trusted(name), null, new Credentials("$", null), Instant.EPOCH);
    return member(name);
  }

  static Person member(String account) {
    return guest(account).withAccount(AccountName.trusted(account));
  }
}
