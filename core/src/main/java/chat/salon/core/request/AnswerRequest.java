package chat.salon.core.request;

import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.Event;
import chat.salon.core.Event.JoinAnswered;
import chat.salon.core.Event.Joined;
import chat.salon.core.JoinRequest.Answer;
import chat.salon.core.Limits;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.AlreadyAnswered;
import chat.salon.core.Refusal.AskerBanned;
import chat.salon.core.Refusal.AskerGone;
import chat.salon.core.Refusal.NoJoinRequest;
import chat.salon.core.Role;
import chat.salon.core.Stamp;
import chat.salon.core.WrittenDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers somebody who asks to come in. Whom it lets in is in, wherever they are connected, and
/// when they come back if they are not: no key, limit or `+i` stops them.
///
/// @param account who asked
/// @param reason of a refusal; empty for none
/// @param pause before they may ask again, when they are refused; null for the usual one
public record AnswerRequest(
    AccountName account, boolean accepts, String reason, @Nullable Duration pause)
    implements OnAccount {
  private static final int MOST_AT_ONCE = 16; // who has more nicks comes in under the others later

  /// Lets them in.
  public static AnswerRequest accept(AccountName asker) {
    return new AnswerRequest(asker, true, "", null);
  }

  /// Refuses them, as people write it.
  ///
  /// @param pause empty for the usual one
  /// @return empty when the pause cannot be read, or is longer than a ban may last
  public static Optional<AnswerRequest> refuse(
      AccountName asker, String pause, String reason, Limits limits) {
    if (pause.isEmpty()) {
      return Optional.of(new AnswerRequest(asker, false, reason, null));
    }
    return WrittenDuration.parse(pause)
        .filter(lasts -> lasts.compareTo(Duration.ofDays(limits.banDays())) <= 0)
        .map(lasts -> new AnswerRequest(asker, false, reason, lasts));
  }

  @Override
  public int stamps() {
    return MOST_AT_ONCE;
  }

  @Override
  public Outcome decide(ChannelState channel, List<Here> here, Actor actor, Stamp stamp) {
    var notAllowed = Rights.refusal(actor, new Action.Answer(), channel);
    if (notAllowed.isPresent()) {
      return new Refused(notAllowed.get());
    }
    var request = channel.request(account);
    if (request.isEmpty()) {
      return new Refused(new NoJoinRequest(channel.name(), account.shown()));
    }
    var before = request.get().answer();
    if (before != null) {
      return isSame(before, actor)
          ? Done.NOTHING
          : new Refused(
              new AlreadyAnswered(channel.name(), account.shown(), before.by(), before.accepted()));
    }
    return accepts
        ? hindrance(channel, here, stamp)
            .<Outcome>map(Refused::new)
            .orElseGet(() -> new Done(letIn(channel, here, actor, stamp), List.of()))
        : Done.of(answered(channel, here, actor, stamp));
  }

  private boolean isSame(Answer before, Actor actor) {
    return before.accepted() == accepts && before.by().equals(actor.nick());
  }

  private Optional<Refusal> hindrance(ChannelState channel, List<Here> here, Stamp stamp) {
    var name = channel.name();
    if (here.isEmpty() && !channel.isRegistered()) {
      return Optional.of(new AskerGone(name, account.shown()));
    }
    boolean isBanned =
        (here.isEmpty() ? List.of(new Here(away(stamp), Set.of())) : here)
            .stream().anyMatch(one -> Rights.isBanned(actor(one), channel));
    return isBanned ? Optional.of(new AskerBanned(name, account.shown())) : Optional.empty();
  }

  private static Actor actor(Here one) {
    return new Actor(one.person(), one.nodes(), "", Role.MEMBER, 0, 0);
  }

  // Under an id that nobody has.
  private Person away(Stamp stamp) {
    return Person.away(new PersonId(stamp.id()), account);
  }

  private List<Event> letIn(ChannelState channel, List<Here> here, Actor actor, Stamp stamp) {
    var events = new ArrayList<Event>();
    events.add(answered(channel, here, actor, stamp));
    int kept = 0;
    for (var one : here) {
      if (!channel.has(one.person().id()) && kept < MOST_AT_ONCE) {
        var at = stamp.after(kept++);
        var ranks = channel.seat(account);
        events.add(new Joined(at, channel.name(), one.person(), ranks, one.nodes()));
      }
    }
    return events;
  }

  private JoinAnswered answered(ChannelState channel, List<Here> here, Actor actor, Stamp stamp) {
    var who = here.stream().findFirst().map(Here::person).orElseGet(() -> away(stamp));
    var usual = Duration.ofDays(channel.limits().requestPauseDays());
    var until = accepts ? null : stamp.time().plus(pause == null ? usual : pause);
    var answer = new Answer(accepts, actor.nick(), reason, stamp.time(), until);
    return new JoinAnswered(stamp.unkept(), channel.name(), actor.person(), who, answer);
  }

  // Whoever answered is told the same the second time.
  @Override
  public boolean isDoneOnce() {
    return false;
  }
}
