package chat.salon.measure;

import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.Delivery;
import chat.salon.core.Outcome;
import chat.salon.core.Outlet;
import chat.salon.core.People.Entry.Entered;
import chat.salon.core.Person;
import chat.salon.core.Presence;
import chat.salon.core.Salon;
import chat.salon.core.Session;
import chat.salon.core.request.Request;
import java.util.concurrent.CompletableFuture;

/// Somebody with one session, which counts what it is shown.
final class Seat implements Session {
  private final Salon salon;
  private final Outlet outlet;
  private final long id;
  private final Presence presence;
  private long shown;

  Seat(Salon salon, Outlet outlet, Person who) {
    this.salon = salon;
    this.outlet = outlet;
    id = salon.stamps().next();
    if (!(salon.people().enter(this, who) instanceof Entered(var here, _))) {
      throw new IllegalStateException(who.nick() + " is not let in");
    }
    presence = here;
  }

  /// The outlet of an event loop that only counts.
  static Outlet counting() {
    return (deliveries, readers) -> {
      for (var reader : readers) {
        ((Seat) reader).shown += deliveries.size();
      }
    };
  }

  CompletableFuture<Outcome> ask(ChannelName where, Request<ChannelState> request) {
    return salon.ask(presence, this, null, where, request);
  }

  /// How many events it was shown.
  long shown() {
    return shown;
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
    shown++;
  }

  @Override
  public Outlet outlet() {
    return outlet;
  }
}
