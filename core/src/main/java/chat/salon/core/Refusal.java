package chat.salon.core;

import chat.salon.core.protect.Hindrance;
import java.time.Duration;
import java.time.Instant;

/// Why not. Plain data; each door has one translator that turns it into its own words.
public sealed interface Refusal {

  /// There is no such channel, or none that this actor may know of.
  record NoSuchChannel(String channel) implements Refusal {}

  /// Nobody is here under this nick.
  record NoSuchNick(String nick) implements Refusal {}

  /// The text is not a channel name.
  record BadChannelName(String text) implements Refusal {}

  /// The text is not a nick.
  record BadNick(String text) implements Refusal {}

  /// Somebody else is here under this nick.
  record NickInUse(Nick nick) implements Refusal {}

  /// The nick belongs to an account, and the actor is not logged in to it.
  record NickReserved(Nick nick) implements Refusal {}

  /// Logged-in people appear under their account's name.
  record NickIsAccount(Nick nick, AccountName account) implements Refusal {}

  /// The channel is not one in which characters are played.
  record CannotPlay(ChannelName channel) implements Refusal {}

  /// The actor is not on the channel.
  record NotOnChannel(ChannelName channel) implements Refusal {}

  /// There is a channel of this name already.
  record ChannelExists(ChannelName channel) implements Refusal {}

  /// The channel is registered already.
  record ChannelRegistered(ChannelName channel) implements Refusal {}

  /// The channel is not registered.
  record ChannelNotRegistered(ChannelName channel) implements Refusal {}

  /// Only the account that founded the channel may do this.
  record NotFounder(ChannelName channel) implements Refusal {}

  /// Only an account that belongs to the channel can have this.
  record NotBelonging(ChannelName channel, AccountName account) implements Refusal {}

  /// A change of modes cannot set this, nor take it away.
  record NotSettable(ChannelName channel, Flag flag) implements Refusal {}

  /// The target is not on the channel.
  record TargetNotOnChannel(Nick nick, ChannelName channel) implements Refusal {}

  /// The target is on the channel already.
  record TargetOnChannel(Nick nick, ChannelName channel) implements Refusal {}

  /// The actor's rank does not suffice.
  ///
  /// @param needed the lowest rank that would
  record NotChannelOperator(ChannelName channel, Rank needed) implements Refusal {}

  /// Modes stand against it.
  record AgainstModes(ModeBar bar) implements Refusal {}

  /// The channel does not take messages from this actor: outside, moderated or banned.
  record CannotSend(ChannelName channel) implements Refusal {}

  /// `+S`: the actor has said something a moment ago.
  ///
  /// @param seconds to wait
  record TooFast(ChannelName channel, long seconds) implements Refusal {}

  /// Slow mode cannot be that slow.
  ///
  /// @param most in seconds
  record TooSlow(int most) implements Refusal {}

  /// `+l`: the channel has as many members as it takes.
  record ChannelFull(ChannelName channel) implements Refusal {}

  /// `+i`: only invited people may enter.
  record InviteOnly(ChannelName channel) implements Refusal {}

  /// `+b`: the actor is banned.
  record Banned(ChannelName channel) implements Refusal {}

  /// `+k`: the key is wrong or missing.
  record BadKey(ChannelName channel) implements Refusal {}

  /// The actor is on as many channels as one person may be.
  record TooManyChannels(ChannelName channel, int limit) implements Refusal {}

  /// The text is no duration, or a longer one than a ban may have.
  ///
  /// @param mostDays the longest in days
  record BadDuration(String text, int mostDays) implements Refusal {}

  /// The account has founded as many channels as one may.
  record TooManyFounded(int limit) implements Refusal {}

  /// What somebody wants of somebody else, as friends do or do not, is not to be.
  ///
  /// @param name of the other
  /// @param bound the limit that is reached, or the moment of [Bar#TOO_SOON] in milliseconds since
  ///   1970; 0 for neither
  record NoFriendship(Bar bar, String name, long bound) implements Refusal {}

  /// The name is as those of groups are: nobody chooses one, and only who was added comes in.
  record GroupName(String name) implements Refusal {}

  /// The channel is no group.
  record NotGroup(ChannelName channel) implements Refusal {}

  /// Nobody was named with whom to make a group.
  record NobodyToAdd() implements Refusal {}

  /// The group would have more members than one may.
  record GroupFull(int limit) implements Refusal {}

  /// A ban, exception or invite list has as many entries as it takes.
  record ListFull(ChannelName channel, ListKind list, String mask) implements Refusal {}

  /// The text is longer than the limit.
  ///
  /// @param what which text: `topic`, `message`, `realname` …
  /// @param limit in bytes of UTF-8
  record TooLong(String what, int limit) implements Refusal {}

  /// A queue is full or an answer did not come in time; the same may go through later.
  record Busy(String what) implements Refusal {}

  /// Another node was asked and did not answer in time, perhaps because it is no more: it may have
  /// happened or not.
  record Unconfirmed(String what) implements Refusal {}

  /// Another node was asked and did not answer in time; nothing has happened.
  record NoAnswer() implements Refusal {}

  /// This node is cut off from the others of its network, which go on without it: what it has can
  /// be read, and nothing changed.
  record CutOff() implements Refusal {}

  /// The store could not keep it, so nobody was shown it.
  record NotStored(String what) implements Refusal {}

  /// The name and the secret do not belong together; which of them is wrong is not told.
  record BadCredentials() implements Refusal {}

  /// Too many failed tries; wait.
  record Throttled(Duration retryAfter) implements Refusal {}

  /// An account of this name exists, or somebody else is here under it.
  record AccountExists(String name) implements Refusal {}

  /// The text is not an account name.
  record BadAccountName(String text) implements Refusal {}

  /// The password is too short, too long or too common.
  record WeakPassword(Weakness weakness, int limit) implements Refusal {}

  /// The e-mail address is not one; empty where none was given and one is needed.
  record BadEmail(String text) implements Refusal {}

  /// The server does not take new accounts.
  record RegistrationClosed() implements Refusal {}

  /// Something is asked that only a logged-in person can have.
  record NotLoggedIn() implements Refusal {}

  /// The actor is logged in already.
  record AlreadyLoggedIn(AccountName account) implements Refusal {}

  /// The actor's role does not suffice.
  record NotPermitted(Role needed) implements Refusal {}

  /// The one-time code is wrong, used or void.
  record BadCode() implements Refusal {}

  /// The actor has asked to come in already, and waits for an answer.
  record AlreadyAsked(ChannelName channel) implements Refusal {}

  /// The actor was refused, and may ask again only then.
  record AskLater(ChannelName channel, Instant until) implements Refusal {}

  /// As many as may wait to come in do so.
  record QueueFull(ChannelName channel, int limit) implements Refusal {}

  /// What was written with a request to come in is too long.
  ///
  /// @param limit in characters
  record RequestTooLong(int limit) implements Refusal {}

  /// Nobody of this name asks to come in, or they do so no more.
  record NoJoinRequest(ChannelName channel, String asker) implements Refusal {}

  /// Somebody else was faster to answer.
  record AlreadyAnswered(ChannelName channel, String asker, Nick by, boolean accepted)
      implements Refusal {}

  /// Who asked is banned, and comes in only when that is lifted.
  record AskerBanned(ChannelName channel, String asker) implements Refusal {}

  /// Who asked is not connected, and the channel is none that accounts belong to while they are
  /// away.
  record AskerGone(ChannelName channel, String asker) implements Refusal {}

  /// There is no such message, or none that the actor may read, or it was deleted.
  record NoSuchMessage(String msgid) implements Refusal {}

  /// The message is somebody else's.
  record NotAuthor(String msgid) implements Refusal {}

  /// The message is too old for who said it to edit or delete it.
  ///
  /// @param limit in seconds
  record TooOld(String msgid, int limit) implements Refusal {}

  /// The message has as many different reactions as it takes.
  record TooManyReactions(String msgid, int limit) implements Refusal {}

  /// The account has put as many messages aside as it may.
  record TooManySaved(int limit) implements Refusal {}

  /// The conversation has as many pinned messages as it may have.
  record TooManyPins(int limit) implements Refusal {}

  /// The channel says as much of itself as it may.
  ///
  /// @param limit in keys
  record TooManyKeys(ChannelName channel, int limit) implements Refusal {}

  /// The text is no reaction: it is empty, too long, or has control characters or spaces around it.
  ///
  /// @param limit in bytes of UTF-8
  record BadReaction(String text, int limit) implements Refusal {}

  /// The server as a whole says no: a ban, a filter, or that it is shut.
  record Hindered(Hindrance why) implements Refusal {}

  /// How a password fails.
  enum Weakness {
    TOO_SHORT,
    TOO_LONG,
    TOO_COMMON
  }

  /// What stands between two people.
  enum Bar {
    /// They are one.
    YOURSELF,
    /// The other is here as a guest.
    NO_ACCOUNT,
    /// There is no such question to be friends.
    NO_QUESTION,
    NOT_FRIENDS,
    /// The other wants to be asked by people on channels of theirs only, or by nobody.
    NOT_TO_BE_ASKED,
    /// The other wants to be brought into groups by some people only, or by nobody.
    NOT_TO_BE_ADDED,
    /// The other has refused a short while ago.
    TOO_SOON,
    /// The actor has blocked the other.
    BLOCKED,
    TOO_MANY_FRIENDS,
    TOO_MANY_BLOCKED,
    /// Asked by the actor and not answered, or within a day.
    TOO_MANY_QUESTIONS
  }
}
