package chat.salon.core;

import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.BadDuration;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.Refusal.TargetNotOnChannel;
import chat.salon.core.request.Ban;
import chat.salon.core.request.Kick;
import chat.salon.core.request.Request;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who is to be banned for how long and why.
public sealed interface BanOrder {

  /// What can be carried out.
  ///
  /// @param whom the nick that was written; null for a mask
  /// @param lasts null for good
  /// @param reason empty for none
  record Clear(@Nullable Nick whom, Mask mask, @Nullable Duration lasts, String reason)
      implements BanOrder {

    /// Bans, and puts out who was named when they are there.
    ///
    /// @param ask the channel
    /// @param by who asks: their nick stands where no reason was given
    public Outcome carryOut(Function<Request<ChannelState>, Outcome> ask, Nick by) {
      var banned = ask.apply(new Ban(whom, mask, lasts, reason));
      if (whom == null || banned instanceof Refused) {
        return banned;
      }
      var kicked = ask.apply(new Kick(whom, reason.isEmpty() ? by.shown() : reason));
      return kicked instanceof Refused(var why) && why instanceof TargetNotOnChannel
          ? banned
          : kicked;
    }
  }

  /// What cannot be read.
  record Unclear(Refusal why) implements BanOrder {}

  /// Reads who and how long.
  ///
  /// @param duration empty for good
  static BanOrder of(String who, String duration, String reason, Limits limits) {
    var mask = mask(who, limits);
    if (mask == null) {
      return new Unclear(new NoSuchNick(who));
    }
    var whom = isMask(who) ? null : Nick.trusted(who);
    if (duration.isEmpty()) {
      return new Clear(whom, mask, null, reason);
    }
    return WrittenDuration.parse(duration)
        .filter(lasts -> lasts.compareTo(Duration.ofDays(limits.banDays())) <= 0)
        .<BanOrder>map(lasts -> new Clear(whom, mask, lasts, reason))
        .orElseGet(() -> new Unclear(new BadDuration(duration, limits.banDays())));
  }

  /// Whom a name or a mask means in a list: a name is that name from anywhere, a mask is taken as
  /// it is. Null when it is neither.
  static @Nullable Mask mask(String who, Limits limits) {
    if (isMask(who)) {
      return Mask.isMask(who) ? Mask.of(who) : null;
    }
    return who.length() > limits.nickLength()
        ? null
        : Nick.parse(who).map(nick -> Mask.of(nick.shown() + "!*@*")).orElse(null);
  }

  private static boolean isMask(String who) {
    return who.chars().anyMatch(c -> "!@*?".indexOf(c) >= 0);
  }
}
