package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.Bounds;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Event.Edited;
import chat.salon.core.Event.Fact;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Left;
import chat.salon.core.Event.Quit;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Flag;
import chat.salon.core.JoinRequest;
import chat.salon.core.ListEntry;
import chat.salon.core.ListKind;
import chat.salon.core.Metadata;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.core.Stamp;
import chat.salon.core.Stamps;
import chat.salon.core.Topic;
import chat.salon.core.port.Batch;
import chat.salon.core.port.Head;
import chat.salon.core.port.Keyed;
import chat.salon.core.port.Mention;
import chat.salon.core.port.Page;
import chat.salon.core.port.StoredChannel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One conversation, stamped and appended as its owner would.
final class Talk {
  static final Stamps STAMPS = new Stamps(InstantSource.system(), 1);

  final ConversationId<?> where;
  private final Store store;
  private Head head;

  // What a channel is, for those tests that change it.
  @Nullable Topic topic;
  Set<Flag> flags = EnumSet.of(Flag.NO_OUTSIDE);
  @Nullable String key;
  int limit;
  String description = "";
  Metadata metadata = Metadata.NONE;
  int slow;
  Bounds bounds = Bounds.NONE;
  @Nullable AccountName founder;
  List<JoinRequest> requests = List.of();
  Map<ListKind, List<ListEntry>> lists = Map.of();
  final Map<AccountName, Ranks> seats = new HashMap<>();

  Talk(Store store, ConversationId<?> where) {
    this(store, where, Head.START);
  }

  Talk(Store store, ConversationId<?> where, Head head) {
    this.store = store;
    this.where = where;
    this.head = head;
  }

  Head head() {
    return head;
  }

  ChannelName channel() {
    return (ChannelName) where;
  }

  /// The next stamp; what has it is to be appended before the next is asked for.
  Stamp stamp() {
    head = new Head(STAMPS.next(), head.lastSeq() + 1, head.opened(), head.isOpen(), head.epoch());
    return new Stamp(head.lastId(), head.lastSeq());
  }

  Stamp unkept() {
    return new Stamp(STAMPS.next(), 0);
  }

  void epoch(long epoch) {
    head = new Head(head.lastId(), head.lastSeq(), head.opened(), head.isOpen(), epoch);
  }

  void opened(long id, boolean isOpen) {
    head = new Head(head.lastId(), head.lastSeq(), id, isOpen, head.epoch());
  }

  Said say(Person by, String text) {
    return say(by, Form.MESSAGE, text, null);
  }

  /// Says the same so many times at once, and returns the last.
  Said sayMany(Person by, String text, int count) {
    var said = new ArrayList<Event>();
    for (int i = 0; i < count; i++) {
      said.add(
          new Said(stamp(), where, by, Form.MESSAGE, where.toString(), null, text, Map.of(), null));
    }
    store.messageLog().append(new Batch(where, head, said, null));
    return (Said) said.getLast();
  }

  /// Says something that is to be found by a key of the speaker's.
  Said say(Person by, String text, String sentUnder) {
    var said =
        new Said(stamp(), where, by, Form.MESSAGE, where.toString(), null, text, Map.of(), null);
    var keyed = new Keyed(said.stamp().id(), Pair.party(by), sentUnder);
    store
        .messageLog()
        .append(new Batch(where, head, List.of(said), null, List.of(keyed), List.of()));
    return said;
  }

  /// Says something that mentions these.
  Said mention(Person by, String text, AccountName... whom) {
    var said =
        new Said(stamp(), where, by, Form.MESSAGE, where.toString(), null, text, Map.of(), null);
    var mention = new Mention(said.stamp().id(), Set.of(whom), Set.of());
    store
        .messageLog()
        .append(new Batch(where, head, List.of(said), null, List.of(), List.of(mention)));
    return said;
  }

  /// Gives a message another text, which mentions these; before it may have mentioned others.
  void edit(Said said, String text, Set<AccountName> former, AccountName... whom) {
    var edited = new Edited(stamp(), where, said.by(), Event.About.of(said, said.by()), text);
    var mention = new Mention(said.stamp().id(), Set.of(whom), former);
    store
        .messageLog()
        .append(new Batch(where, head, List.of(edited), null, List.of(), List.of(mention)));
  }

  Said say(Person by, Form form, String text, @Nullable Rank least) {
    var target = where instanceof Pair(_, var second) ? second : where.toString();
    return append(new Said(stamp(), where, by, form, target, null, text, Map.of(), least));
  }

  Joined join(Person who, Rank... ranks) {
    var held = Ranks.NONE;
    for (var rank : ranks) {
      held = held.with(rank);
    }
    var stamp = stamp();
    if (!head.isOpen()) {
      opened(stamp.id(), true);
    }
    if (who.account() != null) {
      seats.put(who.account(), held);
    }
    var joined = new Joined(stamp, channel(), who, held, Set.of());
    change(joined);
    return joined;
  }

  void leave(Person who, boolean isLast) {
    gone(who, isLast);
    change(new Left(stamp(), channel(), who, "bye"));
  }

  void quit(Person who, boolean isLast) {
    gone(who, isLast);
    change(new Quit(stamp(), channel(), who, "gone", new Fact(STAMPS.next(), 1)));
  }

  private void gone(Person who, boolean isLast) {
    seats.remove(who.account());
    if (isLast) {
      seats.clear();
      opened(head.opened(), false);
    }
  }

  /// Appends an event that changes the log alone.
  <E extends Event> E append(E event) {
    store.messageLog().append(new Batch(where, head, List.of(event), null));
    return event;
  }

  /// Appends events that change the channel.
  void change(Event... events) {
    store.messageLog().append(new Batch(where, head, List.of(events), channelNow()));
  }

  StoredChannel channelNow() {
    return new StoredChannel(
        channel(),
        head,
        Instant.ofEpochMilli(1_700_000_000_123L),
        topic,
        flags,
        key,
        limit,
        lists,
        Map.copyOf(seats),
        founder,
        description,
        slow,
        requests,
        bounds,
        metadata);
  }

  List<Event> all() {
    return read(0, Long.MAX_VALUE, 1000, false);
  }

  List<Event> read(long above, long below, int limit, boolean newest) {
    return store
        .messageLog()
        .read(new Page(where, above, below, limit, newest, false, Rank.FOUNDER));
  }
}
