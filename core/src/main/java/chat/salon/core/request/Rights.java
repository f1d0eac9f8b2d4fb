package chat.salon.core.request;

import chat.salon.core.Actor;
import chat.salon.core.ChannelState;
import chat.salon.core.ConversationState;
import chat.salon.core.Flag;
import chat.salon.core.Guise;
import chat.salon.core.ListKind;
import chat.salon.core.ModeBar.AccountToEnter;
import chat.salon.core.ModeBar.AccountToSpeak;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.Person;
import chat.salon.core.PrivateState;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.BadKey;
import chat.salon.core.Refusal.Banned;
import chat.salon.core.Refusal.CannotPlay;
import chat.salon.core.Refusal.CannotSend;
import chat.salon.core.Refusal.ChannelExists;
import chat.salon.core.Refusal.ChannelFull;
import chat.salon.core.Refusal.ChannelNotRegistered;
import chat.salon.core.Refusal.ChannelRegistered;
import chat.salon.core.Refusal.GroupName;
import chat.salon.core.Refusal.InviteOnly;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.Refusal.NotChannelOperator;
import chat.salon.core.Refusal.NotFounder;
import chat.salon.core.Refusal.NotGroup;
import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.core.Refusal.NotOnChannel;
import chat.salon.core.Refusal.NotPermitted;
import chat.salon.core.Refusal.NotSettable;
import chat.salon.core.Refusal.TargetOnChannel;
import chat.salon.core.Refusal.TooManyChannels;
import chat.salon.core.Role;
import chat.salon.core.request.Action.Add;
import chat.salon.core.request.Action.Answer;
import chat.salon.core.request.Action.AskIn;
import chat.salon.core.request.Action.Change;
import chat.salon.core.request.Action.Describe;
import chat.salon.core.request.Action.Drop;
import chat.salon.core.request.Action.Enter;
import chat.salon.core.request.Action.Gather;
import chat.salon.core.request.Action.Invite;
import chat.salon.core.request.Action.Know;
import chat.salon.core.request.Action.OnMessage;
import chat.salon.core.request.Action.PutOut;
import chat.salon.core.request.Action.Read;
import chat.salon.core.request.Action.ReadMetadata;
import chat.salon.core.request.Action.Redact;
import chat.salon.core.request.Action.Register;
import chat.salon.core.request.Action.SeeList;
import chat.salon.core.request.Action.SetMetadata;
import chat.salon.core.request.Action.SetTopic;
import chat.salon.core.request.Action.Speak;
import chat.salon.core.request.Action.SpeakAs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who may do what to which: the one place that knows. Every door and every request asks here.
/// Pure, any thread.
public final class Rights {
  private static final Optional<Refusal> ALLOWED = Optional.empty();
  private static final Rank ANSWERS = Rank.HALFOP;

  private Rights() {}

  /// Why the actor may not do this in the channel; empty when they may.
  public static Optional<Refusal> refusal(Actor actor, Action action, ChannelState channel) {
    boolean isInside = channel.has(actor.id());
    if (!isInside
        && !(action instanceof Enter || action instanceof Gather)
        && !isOwn(actor, channel)
        && isUnknown(actor, action, channel)) {
      return Optional.of(new NoSuchChannel(channel.name().shown()));
    }
    return switch (action) {
      case Know _ -> ALLOWED;
      case Enter(var key) -> enter(actor, key, channel);
      case Speak _ -> speak(actor, channel);
      case SpeakAs(var guise) ->
          inside(isInside, channel)
              .or(() -> speak(actor, channel))
              .or(() -> speakAs(guise, actor, channel));
      case Read _ -> inside(isInside, channel);
      case SetTopic _ ->
          inside(isInside, channel)
              .or(() ->
                  channel.has(Flag.TOPIC_LOCKED) ? holds(Rank.HALFOP, actor, channel) : ALLOWED);
      case Describe _, SetMetadata _ ->
          inside(isInside, channel).or(() -> holds(Rank.HALFOP, actor, channel));
      case ReadMetadata _ ->
          isInside || isOwn(actor, channel) || !isClosed(channel)
              ? ALLOWED
              : Optional.of(new NotOnChannel(channel.name()));
      case Invite _ ->
          inside(isInside, channel)
              .or(() ->
                  channel.has(Flag.INVITE_ONLY) ? holds(Rank.HALFOP, actor, channel) : ALLOWED);
      case AskIn _ -> askIn(isInside, actor, channel);
      case Answer _ -> inside(isInside, channel).or(() -> holds(ANSWERS, actor, channel));
      case PutOut(var target) ->
          inside(isInside, channel).or(() -> holds(above(target.ranks()), actor, channel));
      case Gather _ -> gather(actor, channel);
      case Add _ -> inside(isInside, channel).or(() -> group(channel));
      case Register _ -> register(isInside, actor, channel);
      case Drop _ -> drop(actor, channel);
      case Action.Rename _ -> inside(isInside, channel).or(() -> rename(actor, channel));
      case Change(var change) -> inside(isInside, channel).or(() -> change(actor, change, channel));
      case OnMessage about -> MessageRights.refusal(actor, about, channel);
      case SeeList(var list) -> list == ListKind.BAN ? ALLOWED : holds(Rank.HALFOP, actor, channel);
    };
  }

  /// Why the actor may not do this about a message; empty when they may.
  public static Optional<Refusal> refusal(Actor actor, OnMessage action, ConversationState where) {
    return switch (where) {
      case ChannelState channel -> refusal(actor, (Action) action, channel);
      case PrivateState talk -> MessageRights.refusal(actor, action, talk);
    };
  }

  /// Why a role does not suffice on the server; empty when it does.
  public static Optional<Refusal> refusal(Actor actor, Role needed) {
    return actor.role().compareTo(needed) >= 0 ? ALLOWED : Optional.of(new NotPermitted(needed));
  }

  /// Whether one person may see another in lists of people: not when they hide and share no
  /// channel.
  public static boolean maySee(Actor actor, Person other, boolean sharesChannel) {
    return !other.standing().invisible()
        || sharesChannel
        || actor.id().equals(other.id())
        || actor.role() == Role.ADMINISTRATOR;
  }

  /// Whether somebody with these ranks may answer who asks to come in.
  public static boolean mayAnswer(Ranks ranks) {
    return ranks.atLeast(ANSWERS);
  }

  private static Optional<Refusal> askIn(boolean isInside, Actor actor, ChannelState channel) {
    if (isInside) {
      return Optional.of(new TargetOnChannel(actor.nick(), channel.name()));
    }
    if (actor.person().account() == null) {
      return Optional.of(new NotLoggedIn());
    }
    return isBanned(actor, channel) ? Optional.of(new Banned(channel.name())) : ALLOWED;
  }

  private static boolean isOwn(Actor actor, ChannelState channel) {
    var account = actor.person().account();
    return channel.belongs(account) || channel.isFounder(account);
  }

  // To an outsider who does not belong there is no channel that is empty or secret; who is told of
  // one may still speak.
  private static boolean isUnknown(Actor actor, Action action, ChannelState channel) {
    if (action instanceof Redact && isModerator(actor)) {
      return false; // they may have been sent there by a complaint
    }
    return (channel.size() == 0 && !channel.isLasting())
        || channel.name().isGroup()
        || (channel.has(Flag.SECRET)
            && !(action instanceof Speak && !channel.has(Flag.NO_OUTSIDE)));
  }

  private static boolean isClosed(ChannelState channel) {
    return channel.has(Flag.INVITE_ONLY) || channel.key().isPresent();
  }

  static boolean isModerator(Actor actor) {
    return actor.role() != Role.MEMBER;
  }

  private static Optional<Refusal> enter(Actor actor, @Nullable String key, ChannelState channel) {
    var name = channel.name();
    if (name.isGroup() && !channel.belongs(actor.person().account())) {
      return Optional.of(new GroupName(name.shown())); // the same whether there is one or not
    }
    var tooMany = tooManyChannels(actor, channel);
    if (tooMany.isPresent()) {
      return tooMany;
    }
    if (channel.isInvited(actor.id()) || channel.seat(actor.person().account()).atLeast(Rank.OP)) {
      return ALLOWED;
    }
    if (isBanned(actor, channel)) {
      return Optional.of(new Banned(name));
    }
    if (hasSeat(actor, channel)) {
      return ALLOWED;
    }
    if (channel.has(Flag.INVITE_ONLY) && !isOn(ListKind.INVITE_EXCEPTION, false, actor, channel)) {
      return Optional.of(new InviteOnly(name));
    }
    if (channel.has(Flag.REGISTERED_ONLY) && actor.person().account() == null) {
      return Optional.of(new AccountToEnter(name).refusal());
    }
    if (channel.key().isPresent() && !channel.key().get().equals(key)) {
      return Optional.of(new BadKey(name));
    }
    return channel.limit() > 0 && channel.size() >= channel.limit()
        ? Optional.of(new ChannelFull(name))
        : ALLOWED;
  }

  // Who belongs to it, or was in it when the server went down, has been let in before.
  private static boolean hasSeat(Actor actor, ChannelState channel) {
    var account = actor.person().account();
    return account != null && channel.seats().containsKey(account);
  }

  private static Optional<Refusal> tooManyChannels(Actor actor, ChannelState channel) {
    int most = channel.limits().channelsPerPerson();
    return actor.channels() >= most
        ? Optional.of(new TooManyChannels(channel.name(), most))
        : ALLOWED;
  }

  private static Optional<Refusal> gather(Actor actor, ChannelState channel) {
    if (actor.person().account() == null) {
      return Optional.of(new NotLoggedIn());
    }
    return channel.isOpen()
        ? Optional.of(new ChannelExists(channel.name()))
        : tooManyChannels(actor, channel);
  }

  private static Optional<Refusal> group(ChannelState channel) {
    return channel.name().isGroup() ? ALLOWED : Optional.of(new NotGroup(channel.name()));
  }

  static Optional<Refusal> speak(Actor actor, ChannelState channel) {
    if (channel.ranks(actor.id()).atLeast(Rank.VOICE)) {
      return ALLOWED;
    }
    boolean isShutOut = channel.has(Flag.NO_OUTSIDE) && !channel.has(actor.id());
    if (isShutOut || isBanned(actor, channel)) {
      return Optional.of(new CannotSend(channel.name()));
    }
    if (channel.has(Flag.OP_MODERATED)) {
      return ALLOWED; // what stands against it lets the team see it
    }
    if (channel.has(Flag.MODERATED) || isMuted(actor, channel)) {
      return Optional.of(new CannotSend(channel.name()));
    }
    return channel.has(Flag.REGISTERED_SPEAK) && actor.person().account() == null
        ? Optional.of(new AccountToSpeak(channel.name()).refusal())
        : ALLOWED;
  }

  /// Whether what the actor says is shown to the team of the channel alone (`+U`).
  static boolean isForTeam(Actor actor, ChannelState channel) {
    return channel.has(Flag.OP_MODERATED) && !channel.ranks(actor.id()).atLeast(Rank.VOICE);
  }

  /// Whether an actor finds a channel, which they may know of, in lists of channels: a private one
  /// (`+p`) is found by those who are in it or belong to it.
  public static boolean mayFind(Actor actor, ChannelState channel) {
    return !channel.has(Flag.PRIVATE) || channel.has(actor.id()) || isOwn(actor, channel);
  }

  private static Optional<Refusal> rename(Actor actor, ChannelState channel) {
    if (channel.name().isGroup()) {
      return Optional.of(new GroupName(channel.name().shown()));
    }
    return channel.isRegistered() && !channel.isFounder(actor.person().account())
        ? Optional.of(new NotFounder(channel.name()))
        : holds(Rank.OP, actor, channel);
  }

  private static Optional<Refusal> speakAs(Guise guise, Actor actor, ChannelState channel) {
    return switch (guise) {
      case RELAYED -> holds(Rank.OP, actor, channel);
      case CHARACTER, SCENE ->
          channel.has(Flag.ROLEPLAY) ? ALLOWED : Optional.of(new CannotPlay(channel.name()));
    };
  }

  private static Optional<Refusal> register(boolean isInside, Actor actor, ChannelState channel) {
    if (actor.person().account() == null) {
      return Optional.of(new NotLoggedIn());
    }
    return channel.isRegistered()
        ? Optional.of(new ChannelRegistered(channel.name()))
        : inside(isInside, channel).or(() -> holds(Rank.OP, actor, channel));
  }

  private static Optional<Refusal> drop(Actor actor, ChannelState channel) {
    if (!channel.isRegistered()) {
      return Optional.of(new ChannelNotRegistered(channel.name()));
    }
    return channel.isFounder(actor.person().account())
        ? ALLOWED
        : Optional.of(new NotFounder(channel.name()));
  }

  private static Optional<Refusal> change(Actor actor, ModeChange change, ChannelState channel) {
    if (change instanceof Flagged(var flag, _) && !flag.isSettable()) {
      return Optional.of(new NotSettable(channel.name(), flag));
    }
    if (change instanceof Flagged(var flag, _) && flag.isForStaff() && !isModerator(actor)) {
      return Optional.of(new NotPermitted(Role.MODERATOR));
    }
    if (!(change instanceof Ranked ranked)) {
      return holds(Rank.HALFOP, actor, channel);
    }
    var self = ranked.nick().equals(actor.nick());
    if (self && !ranked.on()) {
      return ALLOWED; // anybody may step down
    }
    return switch (ranked.rank()) {
      case FOUNDER, ADMIN -> holds(Rank.FOUNDER, actor, channel);
      case OP, HALFOP -> holds(Rank.OP, actor, channel);
      case VOICE -> holds(Rank.HALFOP, actor, channel);
    };
  }

  // Half-operators put out plain members, operators each other; founders and admins only from
  // above.
  static Rank above(Ranks target) {
    if (target.has(Rank.FOUNDER)) {
      return Rank.FOUNDER;
    }
    if (target.has(Rank.ADMIN)) {
      return Rank.FOUNDER;
    }
    return target.atLeast(Rank.HALFOP) ? Rank.OP : Rank.HALFOP;
  }

  static Optional<Refusal> inside(boolean isInside, ChannelState channel) {
    return isInside ? ALLOWED : Optional.of(new NotOnChannel(channel.name()));
  }

  static Optional<Refusal> holds(Rank needed, Actor actor, ChannelState channel) {
    return channel.ranks(actor.id()).atLeast(needed)
        ? ALLOWED
        : Optional.of(new NotChannelOperator(channel.name(), needed));
  }

  /// Whether a ban keeps the actor out: one that is not a mute, without an exception from it.
  static boolean isBanned(Actor actor, ChannelState channel) {
    return isOn(ListKind.BAN, false, actor, channel)
        && !isOn(ListKind.EXCEPTION, false, actor, channel);
  }

  // An exception from bans is one from mutes, too.
  private static boolean isMuted(Actor actor, ChannelState channel) {
    return isOn(ListKind.BAN, true, actor, channel)
        && !isOn(ListKind.EXCEPTION, true, actor, channel)
        && !isOn(ListKind.EXCEPTION, false, actor, channel);
  }

  private static boolean isOn(ListKind list, boolean mutes, Actor actor, ChannelState channel) {
    for (var entry : channel.list(list)) {
      if (entry.mask().isMute() == mutes && entry.mask().covers(actor)) {
        return true;
      }
    }
    return false;
  }
}
