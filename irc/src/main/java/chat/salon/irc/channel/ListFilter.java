package chat.salon.irc.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.Glob;
import chat.salon.core.Mask;
import chat.salon.core.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import java.util.function.LongPredicate;

/// Which channels LIST tells: names, and the conditions of ELIST. Pure.
///
/// @param names of channels; with masks, those that have one of these names or match one of the
///   masks
/// @param masks that a name matches, `*tea*` (M)
/// @param conditions that all hold: `!*tea*` (N), `>5` (U), `C<60` (C), `T>60` (T)
record ListFilter(
    List<ChannelName> names,
    List<String> masks,
    List<BiPredicate<ChannelState, Instant>> conditions) {
  private static final int DIGITS = 9;

  /// Reads the parameters; names and conditions may stand in any of them.
  static ListFilter parse(List<String> params) {
    var filter = new ListFilter(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    params.stream().flatMap(param -> CommaList.of(param).stream()).forEach(filter::take);
    return filter;
  }

  /// Whether it asks for channels by their names and nothing else.
  boolean isByName() {
    return !names.isEmpty() && masks.isEmpty();
  }

  /// Whether a channel is told.
  boolean includes(ChannelState channel, Instant now) {
    boolean isNamed =
        (names.isEmpty() && masks.isEmpty())
            || names.contains(channel.name())
            || masks.stream().anyMatch(mask -> matches(mask, channel));
    return isNamed && conditions.stream().allMatch(condition -> condition.test(channel, now));
  }

  private void take(String word) {
    switch (Character.toUpperCase(word.charAt(0))) {
      case '<', '>' -> compare(word, "", (channel, _) -> OptionalLong.of(channel.size()));
      case 'C' -> compare(word, "C", (channel, now) -> age(channel.created(), now));
      case 'T' ->
          compare(
              word,
              "T",
              (channel, now) ->
                  channel
                      .topic()
                      .map(Topic::at)
                      .map(at -> age(at, now))
                      .orElse(OptionalLong.empty()));
      case '!' -> {
        var mask = word.substring(1);
        conditions.add((channel, _) -> !matches(mask, channel));
      }
      default -> name(word);
    }
  }

  /// What is compared of a channel; empty when it has no such thing.
  private interface Measure {
    OptionalLong of(ChannelState channel, Instant now);
  }

  private void compare(String word, String letter, Measure measure) {
    var rest = word.toUpperCase(Locale.ROOT).substring(letter.length());
    if (!rest.matches("[<>][0-9]{1," + DIGITS + "}")) {
      name(word);
      return;
    }
    long bound = Long.parseLong(rest.substring(1));
    LongPredicate passes = rest.charAt(0) == '<' ? value -> value < bound : value -> value > bound;
    conditions.add((channel, now) -> {
      var value = measure.of(channel, now);
      return value.isPresent() && passes.test(value.getAsLong());
    });
  }

  // In seconds, against bounds in minutes: `C<60` is what was created less than 60 minutes ago.
  private static OptionalLong age(Instant since, Instant now) {
    return OptionalLong.of(Duration.between(since, now).toMinutes());
  }

  private void name(String word) {
    if (word.indexOf('*') >= 0 || word.indexOf('?') >= 0) {
      masks.add(word);
    } else {
      ChannelName.parse(word).ifPresentOrElse(names::add, () -> masks.add(word)); // matches nothing
    }
  }

  private static boolean matches(String mask, ChannelState channel) {
    return Mask.isMask(mask) && Glob.matches(mask, channel.name().shown());
  }
}
