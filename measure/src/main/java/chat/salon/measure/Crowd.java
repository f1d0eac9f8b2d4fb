package chat.salon.measure;

import chat.salon.core.AccountName;
import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.PersonId;
import chat.salon.core.Stamps;
import chat.salon.core.account.Accounts;
import chat.salon.core.account.Credentials;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/// Those who talk: every second one has an account. Any thread.
final class Crowd {
  /// What they say is a beginning of this, 20 to 100 characters long.
  static final String TEXT =
      "the kettle is on, the cups are warm and somebody asked again whether milk goes in first or"
          + " last, as ever";

  private final List<Person> people = new ArrayList<>();
  private final Stamps stamps = new Stamps(InstantSource.system(), 1);

  Crowd(int size) {
    for (int i = 0; i < size; i++) {
      var nick = "person" + i;
      var account = i % 2 == 0 ? AccountName.trusted(nick) : null;
      people.add(
          new Person(
              PersonId.NONE,
              Nick.trusted(nick),
              "~user",
              "d34db33f.cloak.example",
              "Somebody",
              account,
              null,
              Standing.PLAIN));
    }
  }

  Stamps stamps() {
    return stamps;
  }

  Person somebody(RandomGenerator random) {
    return people.get(random.nextInt(people.size()));
  }

  Person get(int number) {
    return people.get(number);
  }

  /// Makes the accounts, those that are not there yet.
  void register(Accounts accounts) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var person : people) {
        var account = person.account();
        if (account != null) {
          threads.execute(
              () -> accounts.create(account, null, new Credentials("-", null), Instant.EPOCH));
        }
      }
    }
  }
}
