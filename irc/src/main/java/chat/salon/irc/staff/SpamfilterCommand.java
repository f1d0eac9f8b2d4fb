package chat.salon.irc.staff;

import chat.salon.core.Refusal.BadDuration;
import chat.salon.core.WrittenDuration;
import chat.salon.core.protect.Announcement.To;
import chat.salon.core.protect.Privilege;
import chat.salon.core.protect.SpamFilter;
import chat.salon.core.protect.SpamFilter.Action;
import chat.salon.core.protect.SpamFilter.Place;
import chat.salon.irc.Command;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// SPAMFILTER: what counts as spam, and what becomes of it.
final class SpamfilterCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            "SPAMFILTER",
            1,
            "SPAMFILTER ADD <places> <action> [<duration>] :<pattern> [| <reason>]: says what counts"
                + " as spam, with * and ? or as a part of the text. Places: "
                + titles(EnumSet.allOf(Place.class))
                + ", with commas, or *. Actions: "
                + Arrays.stream(Action.values()).map(Action::title).collect(Collectors.joining(","))
                + ". SPAMFILTER DEL <number>: forgets one. SPAMFILTER LIST: tells all.")
        .needs(Privilege.SPAM)
        .from("UnrealIRCd, SPAMFILTER");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    return switch (line.param(0).toUpperCase(Locale.ROOT)) {
      case "LIST" -> list(session);
      case "DEL" -> delete(session, line.param(1));
      case "ADD" -> add(session, line);
      default -> fail(session, "INVALID_PARAMS", "SPAMFILTER knows ADD, DEL and LIST");
    };
  }

  private static Reply add(IrcSession session, Line line) {
    if (line.size() < 4) {
      return Reply.of(session.numeric("461", "SPAMFILTER", "Not enough parameters"));
    }
    var places = places(line.param(1));
    var action = Action.named(line.param(2)).orElse(null);
    if (places == null) {
      return fail(
          session,
          "INVALID_PARAMS",
          "Places are " + titles(EnumSet.allOf(Place.class)) + ", with commas, or *");
    }
    if (action == null) {
      return fail(
          session,
          "INVALID_PARAMS",
          "An action is one of "
              + Arrays.stream(Action.values())
                  .map(Action::title)
                  .collect(Collectors.joining(", ")));
    }
    boolean hasDuration = line.size() > 4;
    var lasts = hasDuration ? WrittenDuration.parse(line.param(3)).orElse(null) : null;
    int most = session.salon().protection().settings().banDays();
    if (hasDuration && (lasts == null || lasts.compareTo(Duration.ofDays(most)) > 0)) {
      return session.refuse(new BadDuration(line.param(3), most));
    }
    return add(session, places, action, lasts, line.param(hasDuration ? 4 : 3));
  }

  private static Reply add(
      IrcSession session,
      Set<Place> places,
      Action action,
      @Nullable Duration lasts,
      String written) {
    int bar = written.lastIndexOf(" | ");
    var pattern = (bar < 0 ? written : written.substring(0, bar)).strip();
    var reason = bar < 0 ? "" : written.substring(bar + 3).strip();
    if (!SpamFilter.isPattern(pattern)) {
      return fail(
          session,
          "INVALID_PATTERN",
          "A pattern has at most "
              + SpamFilter.LONGEST
              + " characters, 12 stars, and something besides * and ?");
    }
    var protection = session.salon().protection();
    if (protection.rules().filters().size() >= protection.settings().filters()) {
      return fail(session, "TOO_MANY_FILTERS", "There are too many filters: forget some first");
    }
    var filter =
        new SpamFilter(
            0, pattern, places, action, lasts, reason, Deeds.name(session), session.door().now());
    var deed =
        Deeds.of(
            session,
            "spamfilter_add",
            pattern,
            "places",
            titles(places),
            "action",
            action.title(),
            "reason",
            reason);
    change(session, () -> protection.defences().filter(filter, deed));
    Deeds.tell(session, To.SPAM, "added the spam filter " + pattern);
    return Deeds.says(session, "The filter is added: " + pattern);
  }

  private static void change(IrcSession session, Runnable work) {
    session.apart(() -> {
      work.run();
      return true;
    });
    session.awaiting(() -> {
      session.salon().protection().renew();
      return true;
    });
  }

  private static Reply delete(IrcSession session, String text) {
    boolean isNumber =
        !text.isEmpty() && text.length() <= 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    var filter =
        session.salon().protection().rules().filters().stream()
            .filter(one -> isNumber && one.id() == Long.parseLong(text))
            .findFirst();
    if (filter.isEmpty()) {
      return fail(
          session,
          "NO_SUCH_FILTER",
          "There is no filter of that number: SPAMFILTER LIST tells which there are");
    }
    var pattern = filter.get().pattern();
    var deed = Deeds.of(session, "spamfilter_del", pattern);
    change(
        session,
        () -> {
          var _ = session.salon().protection().defences().forgetFilter(filter.get().id(), deed);
        });
    Deeds.tell(session, To.SPAM, "forgot the spam filter " + pattern);
    return Deeds.says(session, "The filter is forgotten: " + pattern);
  }

  private static Reply list(IrcSession session) {
    var lines = new ArrayList<Line>();
    for (var filter : session.salon().protection().rules().filters()) {
      lines.add(Deeds.line(session, shown(filter)));
    }
    lines.add(
        Deeds.line(session, lines.isEmpty() ? "There are no spam filters" : "End of spam filters"));
    return Reply.of(lines);
  }

  /// A filter in one line.
  static String shown(SpamFilter filter) {
    var lasts = filter.lasts();
    return filter.id()
        + ": "
        + titles(filter.places())
        + " "
        + filter.action().title()
        + (lasts == null ? "" : " for " + lasts.toSeconds() + "s")
        + " by "
        + filter.by()
        + " on "
        + Words.date(filter.at())
        + ": "
        + filter.pattern()
        + (filter.reason().isEmpty() ? "" : " | " + filter.reason());
  }

  private static @Nullable Set<Place> places(String text) {
    if (text.equals("*")) {
      return EnumSet.allOf(Place.class);
    }
    var places = EnumSet.noneOf(Place.class);
    for (var word : text.split(",")) {
      var place = Place.named(word);
      if (place.isEmpty()) {
        return null;
      }
      places.add(place.get());
    }
    return places;
  }

  private static String titles(Set<Place> places) {
    return places.stream().sorted().map(Place::title).collect(Collectors.joining(","));
  }

  private static Reply fail(IrcSession session, String code, String text) {
    return Reply.of(session.standardReply("FAIL", "SPAMFILTER", code, text));
  }
}
