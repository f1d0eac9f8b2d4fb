package chat.salon.irc.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.Flag;
import chat.salon.core.ListKind;
import chat.salon.core.Mask;
import chat.salon.core.Meter;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Forwarded;
import chat.salon.core.ModeChange.Keyed;
import chat.salon.core.ModeChange.Limited;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.ModeChange.Metered;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.ModeChange.Slowed;
import chat.salon.core.Nick;
import chat.salon.core.Quota;
import chat.salon.core.Rank;
import chat.salon.irc.Features;
import chat.salon.wire.Line;
import chat.salon.wire.ModeString;
import chat.salon.wire.ModeString.Change;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What the parameters of `MODE #tea …` ask for. Pure.
///
/// @param changes in order
/// @param lists that are asked about, each once
/// @param problems in order; what they stand for is not asked for
record ModeRequest(List<ModeChange> changes, List<ListKind> lists, List<Problem> problems) {
  private static final int LONGEST_MASK = 256;
  private static final int LIMIT_DIGITS = 9;

  /// Why a part of it cannot be asked for.
  sealed interface Problem {}

  /// No such mode.
  record Unknown(String letter) implements Problem {}

  /// A mode whose parameter is missing or cannot be one.
  ///
  /// @param given empty when it is missing
  record BadParameter(char letter, String given, String why) implements Problem {}

  /// A rank for whoever cannot be anybody.
  record NoNick(String given) implements Problem {}

  /// Reads it.
  ///
  /// @param mostWithParameter changes beyond so many that have a parameter are left out
  /// @param keyBytes of the longest key
  static ModeRequest parse(List<String> params, int mostWithParameter, int keyBytes) {
    return of(ModeString.parse(params, Features.KINDS), mostWithParameter, keyBytes);
  }

  /// The same of what is read already.
  static ModeRequest of(ModeString modes, int mostWithParameter, int keyBytes) {
    var reading = new Reading(keyBytes);
    modes.unknown().forEach(letter -> reading.problems.add(new Unknown(letter)));
    int withParameter = 0;
    for (var change : modes.changes()) {
      if (change.arg() == null || ++withParameter <= mostWithParameter) {
        reading.take(change);
      }
    }
    modes.missing().forEach(reading::take);
    return new ModeRequest(reading.changes, List.copyOf(reading.lists), reading.problems);
  }

  /// The request while it is being read.
  private static final class Reading {
    private final int keyBytes;
    private final List<ModeChange> changes = new ArrayList<>();
    private final LinkedHashSet<ListKind> lists = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    Reading(int keyBytes) {
      this.keyBytes = keyBytes;
    }

    void take(Change change) {
      char mode = change.mode();
      var flag = Flag.ofLetter(mode);
      var list = ListKind.ofLetter(mode);
      var rank = Rank.ofLetter(mode);
      var meter = Meter.ofLetter(mode);
      if (flag.isPresent()) {
        changes.add(new Flagged(flag.get(), change.add()));
      } else if (list.isPresent()) {
        list(change, list.get());
      } else if (rank.isPresent()) {
        rank(change, rank.get());
      } else if (mode == 'k') {
        key(change);
      } else if (mode == 'S') {
        slow(change);
      } else if (mode == 'f') {
        forward(change);
      } else if (meter.isPresent()) {
        quota(change, meter.get());
      } else {
        limit(change);
      }
    }

    private void list(Change change, ListKind list) {
      var mask = change.arg();
      if (mask == null) {
        lists.add(list);
      } else if (list == ListKind.INVITE_EXCEPTION && Mask.isMask(mask) && Mask.of(mask).isMute()) {
        problems.add(bad(change, mask, "Nobody comes in for being mute"));
      } else if (Mask.isMask(mask) && size(Mask.of(mask).pattern()) <= LONGEST_MASK) {
        changes.add(new Listed(list, Mask.of(mask), change.add()));
      } else {
        problems.add(bad(change, mask, "A mask is nick!user@host, with * and ? for what differs"));
      }
    }

    private void rank(Change change, Rank rank) {
      var given = text(change);
      var nick = Nick.parse(given);
      if (nick.isPresent()) {
        changes.add(new Ranked(nick.get(), rank, change.add()));
      } else {
        problems.add(given.isEmpty() ? bad(change, given, "It takes a nick") : new NoNick(given));
      }
    }

    // Whoever may take a key away need not know it.
    private void key(Change change) {
      var key = text(change);
      if (!change.add()) {
        changes.add(new Keyed(null));
      } else if (isKey(key)) {
        changes.add(new Keyed(key));
      } else {
        var why = "A key is one word without a comma, of at most " + keyBytes + " bytes";
        problems.add(bad(change, "", why)); // it may be another channel's: not to be shown
      }
    }

    private boolean isKey(String key) {
      return Line.word(key).equals(key)
          && key.indexOf(',') < 0
          && !key.equals("*")
          && key.chars().noneMatch(Character::isISOControl)
          && size(key) <= keyBytes;
    }

    private void limit(Change change) {
      var limit = change.add() ? number(text(change)) : OptionalInt.of(0);
      if (limit.isPresent()) {
        changes.add(new Limited(limit.getAsInt()));
      } else {
        problems.add(bad(change, text(change), "A limit is a number from 1"));
      }
    }

    private void slow(Change change) {
      var seconds = change.add() ? number(text(change)) : OptionalInt.of(0);
      if (seconds.isPresent()) {
        changes.add(new Slowed(seconds.getAsInt()));
      } else {
        problems.add(bad(change, text(change), "Slow mode takes a number of seconds from 1"));
      }
    }

    private void forward(Change change) {
      var to = change.add() ? ChannelName.parse(text(change)) : Optional.<ChannelName>empty();
      if (change.add() && (to.isEmpty() || to.get().isGroup())) {
        problems.add(bad(change, text(change), "It takes the channel to send people to"));
      } else {
        changes.add(new Forwarded(to.orElse(null)));
      }
    }

    private void quota(Change change, Meter meter) {
      var quota = change.add() ? Quota.parse(text(change)) : Optional.of(Quota.NONE);
      quota.ifPresentOrElse(
          its -> changes.add(new Metered(meter, its)),
          () -> problems.add(bad(change, text(change), "It takes times:seconds, such as 5:10")));
    }

    private static Problem bad(Change change, String given, String why) {
      return new BadParameter(change.mode(), given, why);
    }

    private static OptionalInt number(String text) {
      boolean isNumber =
          !text.isEmpty()
              && text.length() <= LIMIT_DIGITS
              && text.chars().allMatch(c -> c >= '0' && c <= '9');
      int number = isNumber ? Integer.parseInt(text) : 0;
      return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
    }

    private static String text(Change change) {
      var arg = change.arg();
      return arg == null ? "" : arg;
    }

    private static int size(String text) {
      return text.getBytes(StandardCharsets.UTF_8).length;
    }
  }
}
