package chat.salon.cluster;

import chat.salon.core.Bounds;
import chat.salon.core.ChannelName;
import chat.salon.core.Mask;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Forwarded;
import chat.salon.core.ModeChange.Keyed;
import chat.salon.core.ModeChange.Limited;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.ModeChange.Metered;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.ModeChange.Slowed;
import chat.salon.core.Quota;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Changes of a channel's modes, and what they set.
final class ModeCodec {
  private static final int FLAGGED = 1;
  private static final int KEYED = 2;
  private static final int LIMITED = 3;
  private static final int LISTED = 4;
  private static final int RANKED = 5;
  private static final int SLOWED = 6;
  private static final int FORWARDED = 7;
  private static final int METERED = 8;

  private ModeCodec() {}

  static void write(Writer out, ModeChange change) {
    out.body(change, ModeCodec::fields);
  }

  private static void fields(Writer out, ModeChange change) {
    switch (change) {
      case Flagged(var flag, var on) -> {
        out.number(FLAGGED);
        Numbers.FLAGS.write(out, flag);
        out.flag(on);
      }
      case Keyed keyed -> {
        out.number(KEYED);
        writeKey(out, keyed.key());
      }
      case Limited(var limit) -> {
        out.number(LIMITED);
        out.number(limit);
      }
      case Slowed(var seconds) -> {
        out.number(SLOWED);
        out.number(seconds);
      }
      case Forwarded forwarded -> {
        out.number(FORWARDED);
        writeOptional(out, forwarded.to());
      }
      case Metered(var meter, var quota) -> {
        out.number(METERED);
        Numbers.METERS.write(out, meter);
        write(out, quota);
      }
      case Listed(var list, var mask, var on, var until, var reason) -> {
        out.number(LISTED);
        Numbers.LISTS.write(out, list);
        write(out, mask);
        out.flag(on);
        writeTerms(out, until, reason);
      }
      case Ranked ranked -> {
        out.number(RANKED);
        Names.write(out, ranked.nick());
        PersonCodec.writeOptional(out, ranked.account());
        Numbers.RANKS.write(out, ranked.rank());
        out.flag(ranked.on());
      }
    }
  }

  static ModeChange read(Reader in) {
    return in.body(ModeCodec::fields);
  }

  private static ModeChange fields(Reader in) {
    int number = in.integer();
    return switch (number) {
      case FLAGGED -> new Flagged(Numbers.FLAGS.read(in), in.flag());
      case KEYED -> new Keyed(key(in));
      case LIMITED -> new Limited(in.integer());
      case SLOWED -> new Slowed(in.integer());
      case FORWARDED -> new Forwarded(optionalChannel(in));
      case METERED -> new Metered(Numbers.METERS.read(in), quota(in));
      case LISTED -> new Listed(Numbers.LISTS.read(in), mask(in), in.flag(), until(in), reason(in));
      case RANKED ->
          new Ranked(
              Names.nick(in), PersonCodec.optionalAccount(in), Numbers.RANKS.read(in), in.flag());
      default -> throw in.unknown("mode", number);
    };
  }

  static void write(Writer out, Bounds bounds) {
    writeOptional(out, bounds.forward());
    write(out, bounds.joins());
    write(out, bounds.repeats());
  }

  static Bounds bounds(Reader in) {
    return new Bounds(optionalChannel(in), quota(in), quota(in));
  }

  static void write(Writer out, Quota quota) {
    out.number(quota.times());
    out.number(quota.seconds());
  }

  static Quota quota(Reader in) {
    return new Quota(in.integer(), in.integer());
  }

  private static void writeOptional(Writer out, @Nullable ChannelName channel) {
    out.flag(channel != null);
    if (channel != null) {
      Names.write(out, channel);
    }
  }

  private static @Nullable ChannelName optionalChannel(Reader in) {
    return in.flag() ? Names.channel(in) : null;
  }

  static void writeKey(Writer out, @Nullable String key) {
    out.flag(key != null);
    if (key != null) {
      Text.WORD.write(out, key);
    }
  }

  static @Nullable String key(Reader in) {
    return in.flag() ? Text.WORD.read(in) : null;
  }

  /// On which terms something is on a list. Nodes from before there were any end here.
  static void writeTerms(Writer out, @Nullable Instant until, String reason) {
    out.flag(until != null);
    if (until != null) {
      out.instant(until);
    }
    Text.LINE.write(out, reason);
  }

  static @Nullable Instant until(Reader in) {
    return in.hasMore() && in.flag() ? in.instant() : null;
  }

  static String reason(Reader in) {
    return in.hasMore() ? Text.LINE.read(in) : "";
  }

  static void write(Writer out, Mask mask) {
    out.text(mask.pattern());
  }

  /// A mask in its whole form.
  static Mask mask(Reader in) {
    var text = in.text();
    if (!Mask.isMask(text) || !Mask.of(text).pattern().equals(text)) {
      throw in.bad("what is no mask");
    }
    return new Mask(text);
  }
}
