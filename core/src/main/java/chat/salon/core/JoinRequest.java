package chat.salon.core;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The last time that an account asked to come into a channel, and what became of it.
///
/// @param message what they wrote with it; empty for nothing
/// @param answer null while it waits
public record JoinRequest(
    AccountName asker, String message, Instant asked, @Nullable Answer answer) {
  private static final Duration REMEMBERED = Duration.ofDays(1);

  /// What an operator answered.
  ///
  /// @param by the nick of that operator, which the asker is not told
  /// @param reason empty for none
  /// @param until when the asker may ask again; null for who was let in
  public record Answer(
      boolean accepted, Nick by, String reason, Instant at, @Nullable Instant until) {}

  /// Whether nobody has answered it yet.
  public boolean isPending() {
    return answer == null;
  }

  /// When the asker may ask again; null when they may.
  public @Nullable Instant pausedUntil(Instant now) {
    var until = answer == null ? null : answer.until();
    return until != null && until.isAfter(now) ? until : null;
  }

  /// Whether it is of no use any more. For a while, who answers too is told that somebody has.
  boolean isOver(Instant now) {
    return answer != null && pausedUntil(now) == null && !answer.at().plus(REMEMBERED).isAfter(now);
  }

  JoinRequest answered(Answer with) {
    return new JoinRequest(asker, message, asked, with);
  }
}
