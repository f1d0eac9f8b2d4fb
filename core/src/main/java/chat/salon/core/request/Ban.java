package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.ListKind;
import chat.salon.core.Mask;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.Nick;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.ListFull;
import chat.salon.core.Stamp;
import chat.salon.core.request.Action.Change;
import chat.salon.core.request.Action.PutOut;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Bans a mask, for a time or for good: one that is banned already is banned on these terms from
/// then on. Who asks for it puts the banned out by [Kick]; whom they could not put out they cannot
/// ban by name.
///
/// @param whom the nick that was meant by the mask; null when it was a mask
/// @param lasts null for good
/// @param reason empty for none
public record Ban(@Nullable Nick whom, Mask mask, @Nullable Duration lasts, String reason)
    implements Request<ChannelState> {
  @Override
  public Outcome decide(ChannelState channel, Actor actor, Stamp stamp) {
    var until = lasts == null ? null : stamp.time().plus(lasts);
    var ban = new Listed(ListKind.BAN, mask, true, until, reason);
    var refusal = refusal(ban, actor, channel);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    boolean isSo =
        channel.list(ListKind.BAN).stream()
            .anyMatch(entry ->
                entry.mask().isSameAs(mask)
                    && lasts == null
                    && entry.until() == null
                    && entry.reason().equals(reason));
    return isSo
        ? Done.NOTHING
        : Done.of(new ModesChanged(stamp, channel.name(), actor.person(), List.of(ban)));
  }

  private Optional<Refusal> refusal(Listed ban, Actor actor, ChannelState channel) {
    return Rights.refusal(actor, new Change(ban), channel)
        .or(() -> isProtected(actor, channel))
        .or(() -> isFull(channel));
  }

  private Optional<Refusal> isProtected(Actor actor, ChannelState channel) {
    return Optional.ofNullable(whom)
        .flatMap(channel::member)
        .flatMap(member -> Rights.refusal(actor, new PutOut(member), channel));
  }

  private Optional<Refusal> isFull(ChannelState channel) {
    var bans = channel.list(ListKind.BAN);
    return bans.size() >= channel.limits().listEntries()
            && bans.stream().noneMatch(entry -> entry.mask().isSameAs(mask))
        ? Optional.of(new ListFull(channel.name(), ListKind.BAN, mask.pattern()))
        : Optional.empty();
  }
}
