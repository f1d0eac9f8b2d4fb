package chat.salon.irc.channel;

import chat.salon.core.search.Clause;
import chat.salon.core.search.Criterion.From;
import chat.salon.core.search.Criterion.In;
import chat.salon.core.search.Criterion.Since;
import chat.salon.core.search.Criterion.Until;
import chat.salon.core.search.MessageSearch.Order;
import chat.salon.core.search.SearchSettings;
import chat.salon.core.search.Searching.Asked;
import chat.salon.wire.Tags;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;

/// The parameter of SEARCH, which is written like tags. Pure.
sealed interface SearchAttributes {
  /// One of them is wrong.
  record Wrong(String name, String why) implements SearchAttributes {}

  /// What is asked.
  record Right(Asked asked) implements SearchAttributes {}

  /// Reads them.
  static SearchAttributes parse(String written, SearchSettings settings) {
    var clauses = new ArrayList<Clause>();
    var text = "";
    int limit = settings.page();
    var order = Order.NEWEST;
    for (var attribute : Tags.parse(written).entries()) {
      var name = attribute.getKey();
      var value = attribute.getValue();
      switch (name) {
        case "text" -> text = value;
        case "in" -> clauses.add(Clause.of(new In(value)));
        case "from" -> clauses.add(Clause.of(new From(value)));
        case "before", "after" -> {
          var moment = moment(value);
          if (moment.isEmpty()) {
            return new Wrong(name, "A time is written 2026-11-01T10:00:00.000Z");
          }
          boolean isFrom = name.equals("after");
          order = isFrom ? Order.OLDEST : order;
          clauses.add(
              Clause.of(isFrom ? new Since(moment.get()) : new Until(moment.get().plusMillis(1))));
        }
        case "limit" -> {
          var number = number(value);
          if (number.isEmpty()) {
            return new Wrong(name, "A limit is a number from 1 on");
          }
          limit = number.get();
        }
        default -> {
          return new Wrong(name, "The attributes are text, in, from, before, after and limit");
        }
      }
    }
    return new Right(new Asked(text, clauses, null, order, null, limit, ZoneOffset.UTC, false));
  }

  private static Optional<Instant> moment(String value) {
    try {
      return Optional.of(Instant.parse(value)).filter(moment -> moment.getEpochSecond() >= 0);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> number(String value) {
    return value.matches("[0-9]{1,9}")
        ? Optional.of(Integer.valueOf(value)).filter(number -> number > 0)
        : Optional.empty();
  }
}
