package chat.salon.acceptance.browser;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.Event;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Flag;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.core.Stamp;
import chat.salon.core.Stamps;
import chat.salon.core.account.Credentials;
import chat.salon.core.port.Batch;
import chat.salon.core.port.Head;
import chat.salon.core.port.StoredChannel;
import chat.salon.store.Store;
import chat.salon.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// A channel in which people have talked for a while, put into a store before the server is started
/// on it: by the store's own code, at the times at which it was said.
///
/// @param from when the first message was said
/// @param step what lies between two messages
/// @param members who belong to it and are not here: `member1`, `member2` …, of whom the first ten
///   talk in turn, two messages each
record Past(ChannelName channel, Instant from, Duration step, int messages, int members) {
  private static final int BATCH = 500;
  private static final int TURN = 2;
  private static final int TALKERS = 10;

  static Past of(String channel, Instant from, Duration step, int messages, int members) {
    return new Past(ChannelName.trusted(channel), from, step, messages, members);
  }

  /// When a message was said; the first is number 1.
  Instant time(int number) {
    return from.plus(step.multipliedBy(number - 1L));
  }

  /// Puts it into the store of a data folder.
  ///
  /// @param text of the message with a number
  void write(Path data, IntFunction<String> text) {
    try (var store = Store.open(StoreSettings.DEFAULT, data)) {
      register(store);
      var head = Head.START;
      for (int first = 1; first <= messages; first += BATCH) {
        int count = Math.min(BATCH, messages + 1 - first);
        var events = new ArrayList<Event>(first == 1 ? joins() : List.of());
        for (int number = first; number < first + count; number++) {
          var stamp = stamp(number);
          head = new Head(stamp.id(), stamp.seq(), stamp(1).id(), true, 0);
          events.add(said(stamp, number, text.apply(number)));
        }
        store.messageLog().append(new Batch(channel, head, events, channel(head)));
      }
    }
  }

  private void register(Store store) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 1; i <= members; i++) {
        var name = account(i);
        threads.execute(
            () -> store.accounts().create(name, null, new Credentials("-", null), from));
      }
    }
  }

  // Not kept: they are there for the memberships that they make.
  private List<Joined> joins() {
    return IntStream.rangeClosed(1, members)
        .mapToObj(
            i -> new Joined(stamp(1).unkept(), channel, person(account(i)), ranks(i), Set.of()))
        .toList();
  }

  private Stamp stamp(int number) {
    return new Stamp(new Stamps(() -> time(number), 1).next(), number);
  }

  private Said said(Stamp stamp, int number, String text) {
    var by = person(account(1 + (number - 1) / TURN % Math.min(TALKERS, members)));
    return new Said(stamp, channel, by, Form.MESSAGE, channel.shown(), null, text, Map.of(), null);
  }

  private static Person person(AccountName account) {
    return Person.away(PersonId.NONE, account);
  }

  private static Ranks ranks(int member) {
    return member == 1 ? Ranks.NONE.with(Rank.FOUNDER) : Ranks.NONE;
  }

  private StoredChannel channel(Head head) {
    var seats = new HashMap<AccountName, Ranks>();
    for (int i = 1; i <= members; i++) {
      seats.put(account(i), ranks(i));
    }
    return new StoredChannel(
        channel,
        head,
        from,
        null,
        EnumSet.of(Flag.NO_OUTSIDE, Flag.REGISTERED),
        null,
        0,
        Map.of(),
        seats,
        account(1));
  }

  private static AccountName account(int number) {
    return AccountName.trusted("member" + number);
  }
}
