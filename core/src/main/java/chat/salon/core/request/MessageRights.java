package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Limits;
import chat.salon.core.Member;
import chat.salon.core.Pair;
import chat.salon.core.PrivateState;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.CannotSend;
import chat.salon.core.Refusal.NoSuchMessage;
import chat.salon.core.Refusal.NotAuthor;
import chat.salon.core.Refusal.TooOld;
import chat.salon.core.request.Action.Edit;
import chat.salon.core.request.Action.HidePreviews;
import chat.salon.core.request.Action.OnMessage;
import chat.salon.core.request.Action.Pin;
import chat.salon.core.request.Action.React;
import chat.salon.core.request.Action.Redact;
import chat.salon.core.request.Action.SeeVersions;
import java.time.Instant;
import java.util.Optional;

/// The part of [Rights] that is about messages. Pure.
final class MessageRights {
  private static final Optional<Refusal> ALLOWED = Optional.empty();

  private MessageRights() {}

  static Optional<Refusal> refusal(Actor actor, OnMessage action, ChannelState channel) {
    var said = action.message();
    boolean isModerating = action instanceof Redact && Rights.isModerator(actor);
    if (!isModerating) {
      var unseen = unseen(actor, said, channel);
      if (unseen.isPresent()) {
        return unseen;
      }
    }
    return switch (action) {
      case Edit edit ->
          ownText(actor, edit, channel.limits()).or(() -> speak(actor, said, channel));
      case React _ -> there(said).or(() -> speak(actor, said, channel));
      case Pin _ ->
          there(said)
              .or(() ->
                  channel.name().isGroup()
                      ? Rights.speak(actor, channel)
                      : Rights.holds(Rank.HALFOP, actor, channel));
      case HidePreviews _ -> own(actor, said).or(() -> there(said));
      case Redact redact ->
          isModerating
              ? ALLOWED
              : isOwn(actor, said)
                  ? Rights.speak(actor, channel).or(() -> inTime(actor, redact, channel))
                  : Rights.holds(Rights.above(ranks(said, channel)), actor, channel);
      case SeeVersions _ ->
          isOwn(actor, said) || Rights.isModerator(actor)
              ? ALLOWED
              : Rights.holds(Rank.HALFOP, actor, channel);
    };
  }

  // What only the team would be shown of a message that all have seen is shown to nobody.
  private static Optional<Refusal> speak(Actor actor, Said said, ChannelState channel) {
    return said.least() == null && Rights.isForTeam(actor, channel)
        ? Optional.of(new CannotSend(channel.name()))
        : Rights.speak(actor, channel);
  }

  private static Optional<Refusal> unseen(Actor actor, Said said, ChannelState channel) {
    var least = said.least();
    return Rights.inside(channel.has(actor.id()), channel)
        .or(() ->
            least == null || isOwn(actor, said) || channel.ranks(actor.id()).atLeast(least)
                ? ALLOWED
                : none(said));
  }

  static Optional<Refusal> refusal(Actor actor, OnMessage action, PrivateState talk) {
    var said = action.message();
    boolean isUnheard = said.least() != null && !isOwn(actor, said);
    if (isUnheard || !talk.id().has(Pair.party(actor.person()))) {
      return none(said);
    }
    return switch (action) {
      case Edit edit -> ownText(actor, edit, talk.limits());
      case React _, Pin _ -> there(said);
      case HidePreviews _ -> own(actor, said).or(() -> there(said));
      case Redact redact ->
          own(actor, said).or(() -> inTime(said, redact.at(), talk.limits().deleteSeconds()));
      case SeeVersions _ -> own(actor, said);
    };
  }

  private static Optional<Refusal> ownText(Actor actor, Edit edit, Limits limits) {
    var said = edit.message();
    return own(actor, said)
        .or(() -> there(said))
        .or(() -> inTime(said, edit.at(), limits.editSeconds()));
  }

  // Who may delete what others say may delete what they said themselves, however old.
  private static Optional<Refusal> inTime(Actor actor, Redact redact, ChannelState channel) {
    return channel.ranks(actor.id()).atLeast(Rank.HALFOP)
        ? ALLOWED
        : inTime(redact.message(), redact.at(), channel.limits().deleteSeconds());
  }

  // For so many seconds; 0 for ever. What was deleted is deleted.
  private static Optional<Refusal> inTime(Said said, Instant now, int most) {
    boolean isLate = most > 0 && now.isAfter(said.stamp().time().plusSeconds(most));
    return isLate && !said.aftermath().isRedacted()
        ? Optional.of(new TooOld(said.stamp().msgid(), most))
        : ALLOWED;
  }

  // Tags alone have no text, and what was deleted has none any more.
  private static Optional<Refusal> there(Said said) {
    return said.form() == Form.TAGS || said.aftermath().isRedacted() ? none(said) : ALLOWED;
  }

  private static Optional<Refusal> none(Said said) {
    return Optional.of(new NoSuchMessage(said.stamp().msgid()));
  }

  private static Optional<Refusal> own(Actor actor, Said said) {
    return isOwn(actor, said) ? ALLOWED : Optional.of(new NotAuthor(said.stamp().msgid()));
  }

  // A guest's nick may have been another's.
  private static boolean isOwn(Actor actor, Said said) {
    var who = actor.person();
    return Pair.party(who).equals(Pair.party(said.by()))
        && (who.account() != null || said.stamp().id() > actor.since());
  }

  // Those that who said it holds now, or gets back on their return.
  private static Ranks ranks(Said said, ChannelState channel) {
    var party = Pair.party(said.by());
    return channel.members().stream()
        .filter(member -> Pair.party(member.person()).equals(party))
        .map(Member::ranks)
        .findFirst()
        .orElseGet(() -> channel.seat(said.by().account()));
  }
}
