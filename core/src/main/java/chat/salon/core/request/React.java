package chat.salon.core.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.Actor;
import chat.salon.core.ConversationState;
import chat.salon.core.Event.About;
import chat.salon.core.Event.Reacted;
import chat.salon.core.Event.Said;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Pair;
import chat.salon.core.Refusal.BadReaction;
import chat.salon.core.Refusal.TooManyReactions;
import chat.salon.core.Stamp;
import java.util.Set;
import java.util.function.Supplier;

/// Reacts to a message, or takes a reaction back.
///
/// @param message its id
/// @param reaction an emoji or a short text
/// @param on false to take it back
public record React(long message, String reaction, boolean on) implements OnMessage {
  /// In bytes of UTF-8.
  public static final int LONGEST = 64;

  @Override
  public Outcome decide(
      ConversationState where, Said said, Supplier<Set<Long>> pinned, Actor actor, Stamp stamp) {
    var refusal = Rights.refusal(actor, new Action.React(said), where);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    if (!isReaction()) {
      return new Refused(new BadReaction(reaction, LONGEST));
    }
    var by = actor.person();
    var now = said.aftermath();
    if (now.has(reaction, Pair.party(by)) == on) {
      return Done.NOTHING;
    }
    int most = where.limits().reactions();
    return on && !now.reactions().containsKey(reaction) && now.reactions().size() >= most
        ? new Refused(new TooManyReactions(said.stamp().msgid(), most))
        : Done.of(reacted(said, actor, stamp));
  }

  private Reacted reacted(Said said, Actor actor, Stamp stamp) {
    var by = actor.person();
    var about = About.of(said, by);
    return OnMessage.isUnheard(said, actor)
        ? new Reacted(stamp.unkept(), said.where(), by, about.unseen(), reaction, on)
        : new Reacted(stamp, said.where(), by, about, reaction, on);
  }

  private boolean isReaction() {
    return !reaction.isEmpty()
        && reaction.equals(reaction.strip())
        && reaction.getBytes(UTF_8).length <= LONGEST
        && reaction.chars().noneMatch(Character::isISOControl);
  }
}
