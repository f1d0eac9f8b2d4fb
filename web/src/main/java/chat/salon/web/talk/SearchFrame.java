package chat.salon.web.talk;

import chat.salon.core.ConversationId;
import chat.salon.core.search.MessageSearch.Order;
import chat.salon.core.search.Searching.Asked;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Problems;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds messages in all that one may read, or in one place.
final class SearchFrame implements ClientFrame {
  private static final int USUAL = 20;

  @Override
  public Spec spec() {
    return Spec.reading(
            Field.line("search"),
            Field.line("order").optional(),
            Field.line("cursor").optional(),
            Field.of("limit", Shape.NUMBER).optional(),
            Field.line("zone").optional(),
            Field.of("context", Shape.FLAG).optional())
        .inPlace();
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return fields.has("channel") || fields.has("other_user")
        ? session.place(fields, place -> search(session, fields, place.conversation()))
        : search(session, fields, null);
  }

  private static Answer search(
      WebSession session, Fields fields, @Nullable ConversationId<?> place) {
    var order = order(fields);
    if (order.isEmpty()) {
      return Answer.no(
          Problems.badFrame(
              "order",
              "« order » est newest, oldest ou best.",
              "\"order\" is newest, oldest or best."));
    }
    var zone = zone(fields);
    if (zone.isEmpty()) {
      return Answer.no(
          Problems.badFrame(
              "zone",
              "« zone » est un fuseau horaire, comme Europe/Paris.",
              "\"zone\" is a time zone, such as Europe/Paris."));
    }
    session.upToDate();
    var asked =
        new Asked(
            fields.text("search"),
            List.of(),
            place,
            order.get(),
            fields.optional("cursor").orElse(null),
            fields.number("limit", USUAL),
            zone.get(),
            fields.flag("context"));
    return FoundMessages.answer(
        session,
        session.apart(
            () -> session.door().searching().search(session.presence(), session.actor(), asked)));
  }

  private static Optional<Order> order(Fields fields) {
    return switch (fields.optional("order").orElse("newest")) {
      case "newest" -> Optional.of(Order.NEWEST);
      case "oldest" -> Optional.of(Order.OLDEST);
      case "best" -> Optional.of(Order.BEST);
      default -> Optional.empty();
    };
  }

  private static Optional<ZoneId> zone(Fields fields) {
    try {
      return Optional.of(fields.optional("zone").map(ZoneId::of).orElse(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
