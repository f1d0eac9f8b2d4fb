package chat.salon.core;

import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.People.Entry;
import chat.salon.core.Person.Standing;
import chat.salon.core.port.Page;
import chat.salon.core.request.Join;
import chat.salon.core.request.Request;
import chat.salon.core.request.Say;
import chat.salon.core.request.SayPrivately;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A salon and the people in it, for tests that need no door.
final class Cast {
  final MemoryStore store;
  final Salon salon;

  Cast(MemoryStore store) {
    this.store = store;
    var stamps = new Stamps(InstantSource.system(), 0);
    salon = Salon.alone(store, store, store, store, stamps, Limits.DEFAULT, false);
  }

  static Cast fresh() {
    return new Cast(new MemoryStore());
  }

  /// What the same people find after a restart.
  Cast restarted() {
    return new Cast(store);
  }

  Guest guest(String nick) {
    return new Guest(nick, null);
  }

  Guest member(String nick) {
    return new Guest(nick, AccountName.trusted(nick));
  }

  static ChannelName channel(String name) {
    return ChannelName.parse(name).orElseThrow();
  }

  static Nick nick(String text) {
    return Nick.parse(text).orElseThrow();
  }

  /// Somebody with one session, and all that this session was shown.
  final class Guest implements Session {
    final Presence presence;
    final List<Event> seen = new CopyOnWriteArrayList<>();
    final boolean isNew;
    private final long id = salon.stamps().next();

    Guest(String nick, @Nullable AccountName account) {
      var who =
          new Person(PersonId.NONE, nick(nick), "~u", "host", nick, account, null, Standing.PLAIN);
      var entry = salon.people().enter(this, who);
      if (!(entry instanceof Entry.Entered(var here, var isNewPerson))) {
        throw new AssertionError(nick + " is not let in: " + entry);
      }
      presence = here;
      isNew = isNewPerson;
    }

    @Override
    public long id() {
      return id;
    }

    @Override
    public String address() {
      return "192.0.2.1";
    }

    @Override
    public void deliver(Delivery delivery) {
      seen.add(delivery.event());
    }

    Actor actor() {
      return salon.people().actor(presence, this);
    }

    Outcome ask(String channel, Request<? super ChannelState> request) {
      return Salon.await(salon.ask(presence, this, null, channel(channel), request));
    }

    Guest joins(String channel) {
      if (!(ask(channel, new Join(null)) instanceof Done)) {
        throw new AssertionError(presence.id() + " cannot join " + channel);
      }
      return this;
    }

    Outcome says(String channel, String text) {
      return ask(channel, new Say(Form.MESSAGE, text, Map.of(), null));
    }

    Outcome tells(Guest other, String text) {
      var to = salon.people().person(other.presence);
      var pair = Pair.of(salon.people().person(presence), to);
      var request = new SayPrivately(to, Form.MESSAGE, text, Map.of());
      return Salon.await(salon.ask(presence, this, null, pair, request));
    }

    void leaves(String reason) {
      salon.people().depart(presence, this, reason);
    }

    /// The texts this session was shown, in order.
    List<String> heard() {
      return texts(seen);
    }

    /// The texts it can read in a conversation; null when it may not read there.
    @Nullable List<String> reads(ConversationId<?> where) {
      var page = new Page(where, 0, Long.MAX_VALUE, 100, true, true, null);
      return switch (salon.history().read(actor(), page)) {
        case Done(var events, _) -> texts(events);
        case Refused _ -> null;
      };
    }

    private static List<String> texts(List<Event> events) {
      var texts = new ArrayList<String>();
      for (var event : events) {
        if (event instanceof Said said) {
          texts.add(said.text());
        }
      }
      return texts;
    }
  }
}
