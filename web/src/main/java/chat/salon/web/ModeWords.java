package chat.salon.web;

import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Modes as people write them: `+o lea`, `+ntk-l secret`. Pure.
public final class ModeWords {
  private ModeWords() {}

  /// How changes are written.
  public static String of(List<ModeChange> changes) {
    var letters = new StringBuilder();
    var params = new StringBuilder();
    char sign = 0;
    for (var change : changes) {
      var word = word(change);
      if (word.charAt(0) != sign) {
        sign = word.charAt(0);
        letters.append(sign);
      }
      letters.append(word.charAt(1));
      if (word.length() > 2) {
        params.append(' ').append(word, 2, word.length());
      }
    }
    return letters.append(params).toString();
  }

  private static String word(ModeChange change) {
    return switch (change) {
      case Flagged(var flag, var on) -> sign(on) + flag.letter();
      case Keyed keyed -> keyed.key() == null ? "-k*" : "+k" + keyed.key();
      case Limited(var limit) -> limit > 0 ? "+l" + limit : "-l";
      case Slowed(var seconds) -> seconds > 0 ? "+S" + seconds : "-S";
      case Forwarded forwarded -> forwarded.to() == null ? "-f" : "+f" + forwarded.to().shown();
      case Metered(var meter, var quota) ->
          sign(!quota.isNone()) + meter.letter() + (quota.isNone() ? "" : quota);
      case Listed(var list, var mask, var on, _, _) -> sign(on) + list.letter() + mask.pattern();
      case Ranked(var nick, _, var rank, var on) -> sign(on) + rank.letter() + nick.shown();
    };
  }

  private static String sign(boolean on) {
    return on ? "+" : "-";
  }

  /// What is set, without the key.
  public static String of(ChannelState channel) {
    var letters = new StringBuilder("+");
    channel.flags().stream().map(Flag::letter).sorted().forEach(letters::append);
    if (channel.key().isPresent()) {
      letters.append('k');
    }
    var params = new StringBuilder();
    if (channel.limit() > 0) {
      letters.append('l');
      params.append(' ').append(channel.limit());
    }
    if (channel.slow() > 0) {
      letters.append('S');
      params.append(' ').append(channel.slow());
    }
    var forward = channel.bounds().forward();
    if (forward != null) {
      letters.append('f');
      params.append(' ').append(forward.shown());
    }
    for (var meter : Meter.values()) {
      var quota = channel.bounds().of(meter);
      if (!quota.isNone()) {
        letters.append(meter.letter());
        params.append(' ').append(quota);
      }
    }
    return letters.append(params).toString();
  }

  /// Reads changes; empty when they cannot be read.
  public static Optional<List<ModeChange>> parse(String text) {
    var words = new ArrayList<>(List.of(text.strip().split("\\s+")));
    var letters = words.removeFirst();
    var changes = new ArrayList<ModeChange>();
    boolean on = true;
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      if (letter == '+' || letter == '-') {
        on = letter == '+';
        continue;
      }
      var change = change(letter, on, words);
      if (change.isEmpty()) {
        return Optional.empty();
      }
      changes.add(change.get());
    }
    return changes.isEmpty() || !words.isEmpty() ? Optional.empty() : Optional.of(changes);
  }

  private static Optional<ModeChange> change(char letter, boolean on, List<String> words) {
    var flag = Flag.ofLetter(letter);
    if (flag.isPresent()) {
      return Optional.of(new Flagged(flag.get(), on));
    }
    if (letter == 'l' && !on) {
      return Optional.of(new Limited(0));
    }
    if (letter == 'S' && !on) {
      return Optional.of(new Slowed(0));
    }
    if (letter == 'f' && !on) {
      return Optional.of(new Forwarded(null));
    }
    if (Meter.ofLetter(letter).isPresent() && !on) {
      return Optional.of(new Metered(Meter.ofLetter(letter).get(), Quota.NONE));
    }
    if (letter == 'k' && !on) {
      if (!words.isEmpty()) {
        words.removeFirst();
      }
      return Optional.of(new Keyed(null));
    }
    return words.isEmpty() ? Optional.empty() : withParameter(letter, on, words.removeFirst());
  }

  private static Optional<ModeChange> withParameter(char letter, boolean on, String word) {
    var list = ListKind.ofLetter(letter);
    if (list.isPresent()) {
      return Mask.isMask(word)
          ? Optional.of(new Listed(list.get(), Mask.of(word), on))
          : Optional.empty();
    }
    var rank = Rank.ofLetter(letter);
    if (rank.isPresent()) {
      return Nick.parse(word).map(nick -> new Ranked(nick, rank.get(), on));
    }
    var meter = Meter.ofLetter(letter);
    if (meter.isPresent()) {
      return Quota.parse(word).map(quota -> new Metered(meter.get(), quota));
    }
    return switch (letter) {
      case 'f' -> ChannelName.parse(word).filter(to -> !to.isGroup()).map(Forwarded::new);
      case 'k' -> word.contains(",") ? Optional.empty() : Optional.of(new Keyed(word));
      case 'l' -> number(word).map(Limited::new);
      case 'S' -> number(word).map(Slowed::new);
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> number(String word) {
    return word.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.parseInt(word)) : Optional.empty();
  }
}
