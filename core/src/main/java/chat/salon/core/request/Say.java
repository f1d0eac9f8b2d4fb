package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Flag;
import chat.salon.core.ModeBar.NoCtcp;
import chat.salon.core.ModeBar.SaidBefore;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Rank;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.TooFast;
import chat.salon.core.Stamp;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says something in a channel.
///
/// @param tags client-only tags, with their `+`
/// @param least the lowest rank that may read it; null for everybody
public record Say(Form form, String text, Map<String, String> tags, @Nullable Rank least)
    implements Request<ChannelState> {
  private static final char CTCP = '\u0001';
  private static final String ACTION = CTCP + "ACTION";

  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    return Rights.refusal(actor, new Action.Speak(), channel)
        .or(() -> againstModes(form, text, channel, actor, stamp))
        .or(() -> form == Form.TAGS ? Optional.empty() : tooFast(channel, actor, stamp))
        .<Outcome>map(Refused::new)
        .orElseGet(() -> Done.of(said(channel, actor, stamp)));
  }

  /// What stands against a text, apart from who says it.
  static Optional<Refusal> againstModes(
      Form form, String text, ChannelState channel, Actor actor, Stamp stamp) {
    if (channel.has(Flag.NO_CTCP) && isRestrictedCtcp(form, text)) {
      return Optional.of(new NoCtcp(channel.name()).refusal());
    }
    return form != Form.TAGS && channel.isRepeated(actor, text, stamp.time())
        ? Optional.of(new SaidBefore(channel.name()).refusal())
        : Optional.empty();
  }

  /// Whether a text is a CTCP other than ACTION: a query or an answer between clients.
  static boolean isRestrictedCtcp(Form form, String text) {
    return form != Form.TAGS
        && !text.isEmpty()
        && text.charAt(0) == CTCP
        && !(text.equals(ACTION) || text.startsWith(ACTION + ' ') || text.equals(ACTION + CTCP));
  }

  /// Slow mode.
  static Optional<Refusal> tooFast(ChannelState channel, Actor actor, Stamp stamp) {
    long wait = channel.wait(actor, stamp.time());
    return wait > 0 ? Optional.of(new TooFast(channel.name(), wait)) : Optional.empty();
  }

  private Said said(ChannelState channel, Actor actor, Stamp stamp) {
    var name = channel.name();
    return new Said(
        isPassing(form, tags) ? stamp.unkept() : stamp,
        name,
        actor.person(),
        form,
        least == null ? name.shown() : least.prefix() + name.shown(),
        null,
        text,
        tags,
        Rights.isForTeam(actor, channel) ? forTeam(least) : least);
  }

  // Those whom it is meant for and who are of the team.
  private static Rank forTeam(@Nullable Rank least) {
    return least == null || least.compareTo(Rank.HALFOP) > 0 ? Rank.HALFOP : least;
  }

  /// Whether it is told and forgotten: a typing notification and nothing else.
  static boolean isPassing(Form form, Map<String, String> tags) {
    return form == Form.TAGS && tags.keySet().stream().allMatch("+typing"::equals);
  }
}
