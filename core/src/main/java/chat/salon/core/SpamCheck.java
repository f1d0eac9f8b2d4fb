package chat.salon.core;

import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.Hindered;
import chat.salon.core.port.Placement;
import chat.salon.core.protect.Announcement.To;
import chat.salon.core.protect.Decree;
import chat.salon.core.protect.Deed;
import chat.salon.core.protect.Hindrance.Filtered;
import chat.salon.core.protect.ServerBan;
import chat.salon.core.protect.SpamFilter;
import chat.salon.core.protect.SpamFilter.Place;
import chat.salon.core.request.Describe;
import chat.salon.core.request.Edit;
import chat.salon.core.request.PutOutByForce;
import chat.salon.core.request.Request;
import chat.salon.core.request.Say;
import chat.salon.core.request.SayPrivately;
import chat.salon.core.request.SetTopic;
import chat.salon.core.request.SpeakAs;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks for spam in what people write, and does what the filter that finds it says. Never waits:
/// what has to be kept or told elsewhere for it is done apart.
final class SpamCheck {
  private static final System.Logger LOG = System.getLogger(SpamCheck.class.getName());
  private static final String NAME = "spamfilter";
  private static final int SHOWN = 100;

  private final Protection protection;
  private final Placement placement;
  private final Stamps stamps;

  private record Written(Place place, String text) {}

  SpamCheck(Protection protection, Placement placement, Stamps stamps) {
    this.protection = protection;
    this.placement = placement;
    this.stamps = stamps;
  }

  /// What becomes of a request; null when nothing is found, or it is only told.
  @Nullable Outcome judge(
      Session session, Actor actor, ConversationId<?> where, Request<?> request) {
    var written = written(where, request);
    var filter = written == null ? null : find(written.place(), written.text());
    if (written == null || filter == null) {
      return null;
    }
    found(filter, written.place(), written.text(), actor.person());
    return switch (filter.action()) {
      case WARN -> null;
      case REFUSE -> refused(filter);
      case DROP -> {
        pretend(session, actor, where, request);
        yield Done.NOTHING;
      }
      case KICK -> {
        if (where instanceof ChannelName channel) {
          var kick = new PutOutByForce(actor.id(), why(filter));
          var _ = placement.ask(channel, actor, kick, null);
        }
        yield refused(filter);
      }
      case KILL, BAN -> {
        punish(filter, actor.person(), session.address());
        yield refused(filter);
      }
    };
  }

  /// Why a nick is not to be had.
  Optional<Refusal> refusalOfNick(Person who, Nick wanted) {
    var filter = find(Place.NICK, wanted.shown());
    if (filter == null) {
      return Optional.empty();
    }
    found(filter, Place.NICK, wanted.shown(), who);
    return filter.action() == SpamFilter.Action.WARN
        ? Optional.empty()
        : Optional.of(new Hindered(new Filtered(filter.reason())));
  }

  /// A reason to leave, or nothing in its place.
  String clean(Person who, Place place, String reason) {
    var filter = reason.isEmpty() ? null : find(place, reason);
    if (filter == null) {
      return reason;
    }
    found(filter, place, reason, who);
    return filter.action() == SpamFilter.Action.WARN ? reason : "";
  }

  private @Nullable SpamFilter find(Place place, String text) {
    var filters = protection.rules().filters();
    if (filters.isEmpty()) {
      return null;
    }
    var plain = SpamFilter.plain(text);
    for (var filter : filters) {
      if (filter.finds(place, plain)) {
        return filter;
      }
    }
    return null;
  }

  private static @Nullable Written written(ConversationId<?> where, Request<?> request) {
    return switch (request) {
      case Say say ->
          say.form() == Form.TAGS ? null : written(say.form(), Place.CHANNEL, say.text());
      case SayPrivately say ->
          say.form() == Form.TAGS ? null : written(say.form(), Place.PRIVATE, say.text());
      case Edit edit ->
          new Written(where instanceof ChannelName ? Place.CHANNEL : Place.PRIVATE, edit.text());
      case SpeakAs speak -> new Written(Place.CHANNEL, speak.text());
      case SetTopic set -> new Written(Place.TOPIC, set.text());
      case Describe set -> new Written(Place.TOPIC, set.text());
      default -> null;
    };
  }

  private static Written written(Form form, Place place, String text) {
    return new Written(form == Form.NOTICE ? Place.NOTICE : place, text);
  }

  private static Refused refused(SpamFilter filter) {
    return new Refused(new Hindered(new Filtered(filter.reason())));
  }

  private static String why(SpamFilter filter) {
    return filter.reason().isEmpty() ? "Spam" : filter.reason();
  }

  private void found(SpamFilter filter, Place place, String text, Person who) {
    var shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    LOG.log(
        Level.INFO,
        "spam filter={0} place={1} action={2} by={3}",
        filter.id(),
        place,
        filter.action(),
        who.mask());
    protection.tellStaff(
        To.SPAM,
        "Spam filter %d (%s) matched what %s wrote (%s): %s"
            .formatted(filter.id(), filter.action().title(), who.mask(), place.title(), shown));
  }

  // As if it had been said, to who said it alone.
  private void pretend(Session session, Actor actor, ConversationId<?> where, Request<?> request) {
    var stamp = new Stamp(stamps.next(), 0);
    var by = actor.person();
    var said =
        switch (request) {
          case Say say ->
              new Said(
                  stamp,
                  where,
                  by,
                  say.form(),
                  target(where, say),
                  null,
                  say.text(),
                  say.tags(),
                  say.least());
          case SayPrivately say ->
              new Said(
                  stamp,
                  where,
                  by,
                  say.form(),
                  say.to().nick().shown(),
                  say.to().id(),
                  say.text(),
                  say.tags(),
                  null);
          default -> null;
        };
    if (said != null) {
      session.deliver(new Delivery(said, new Origin(session.id(), null), null));
    }
  }

  private static String target(ConversationId<?> where, Say say) {
    var shown = ((ChannelName) where).shown();
    var least = say.least();
    return least == null ? shown : least.prefix() + shown;
  }

  private void punish(SpamFilter filter, Person who, String address) {
    Thread.startVirtualThread(() -> {
      try {
        if (filter.action() == SpamFilter.Action.BAN) {
          ban(filter, who, address);
        }
        protection.note(
            new Deed(stamps.now(), NAME, "kill", who.mask(), Map.of("reason", why(filter))));
        protection.decree(new Decree.Kill(who.id(), "Killed (" + NAME + " (" + why(filter) + "))"));
      } catch (StoreException e) {
        LOG.log(Level.WARNING, "spam by={0} is not banned: {1}", who.mask(), e.getMessage());
      }
    });
  }

  // By the account; of a guest by the address, or by what is shown where such bans do not hold.
  private void ban(SpamFilter filter, Person who, String address) {
    var account = who.account();
    var text =
        account != null
            ? account.shown()
            : protection.settings().isExempt(address)
                ? "*!" + who.user() + "@" + who.ownHost()
                : address;
    var lasts = filter.lasts();
    var now = stamps.now();
    ServerBan.target(text)
        .ifPresent(target -> {
          protection
              .defences()
              .ban(
                  new ServerBan(
                      0,
                      target.kind(),
                      target.mask(),
                      why(filter),
                      "spam filter " + filter.id(),
                      NAME,
                      now,
                      lasts == null ? null : now.plus(lasts)),
                  new Deed(now, NAME, "ban", target.mask(), Map.of("reason", why(filter))));
          protection.renew();
        });
  }
}
