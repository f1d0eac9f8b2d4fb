package chat.salon.irc;

import chat.salon.core.Refusal;
import chat.salon.core.Refusal.AccountExists;
import chat.salon.core.Refusal.AgainstModes;
import chat.salon.core.Refusal.AlreadyAnswered;
import chat.salon.core.Refusal.AlreadyAsked;
import chat.salon.core.Refusal.AlreadyLoggedIn;
import chat.salon.core.Refusal.AskLater;
import chat.salon.core.Refusal.AskerBanned;
import chat.salon.core.Refusal.AskerGone;
import chat.salon.core.Refusal.BadAccountName;
import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.Refusal.BadCode;
import chat.salon.core.Refusal.BadCredentials;
import chat.salon.core.Refusal.BadDuration;
import chat.salon.core.Refusal.BadEmail;
import chat.salon.core.Refusal.BadKey;
import chat.salon.core.Refusal.BadNick;
import chat.salon.core.Refusal.BadReaction;
import chat.salon.core.Refusal.Banned;
import chat.salon.core.Refusal.Busy;
import chat.salon.core.Refusal.CannotPlay;
import chat.salon.core.Refusal.CannotSend;
import chat.salon.core.Refusal.ChannelExists;
import chat.salon.core.Refusal.ChannelFull;
import chat.salon.core.Refusal.ChannelNotRegistered;
import chat.salon.core.Refusal.ChannelRegistered;
import chat.salon.core.Refusal.CutOff;
import chat.salon.core.Refusal.GroupFull;
import chat.salon.core.Refusal.GroupName;
import chat.salon.core.Refusal.Hindered;
import chat.salon.core.Refusal.InviteOnly;
import chat.salon.core.Refusal.ListFull;
import chat.salon.core.Refusal.NickInUse;
import chat.salon.core.Refusal.NickIsAccount;
import chat.salon.core.Refusal.NickReserved;
import chat.salon.core.Refusal.NoAnswer;
import chat.salon.core.Refusal.NoFriendship;
import chat.salon.core.Refusal.NoJoinRequest;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.Refusal.NoSuchMessage;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.Refusal.NobodyToAdd;
import chat.salon.core.Refusal.NotAuthor;
import chat.salon.core.Refusal.NotBelonging;
import chat.salon.core.Refusal.NotChannelOperator;
import chat.salon.core.Refusal.NotFounder;
import chat.salon.core.Refusal.NotGroup;
import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.core.Refusal.NotOnChannel;
import chat.salon.core.Refusal.NotPermitted;
import chat.salon.core.Refusal.NotSettable;
import chat.salon.core.Refusal.NotStored;
import chat.salon.core.Refusal.QueueFull;
import chat.salon.core.Refusal.RegistrationClosed;
import chat.salon.core.Refusal.RequestTooLong;
import chat.salon.core.Refusal.TargetNotOnChannel;
import chat.salon.core.Refusal.TargetOnChannel;
import chat.salon.core.Refusal.Throttled;
import chat.salon.core.Refusal.TooFast;
import chat.salon.core.Refusal.TooLong;
import chat.salon.core.Refusal.TooManyChannels;
import chat.salon.core.Refusal.TooManyFounded;
import chat.salon.core.Refusal.TooManyKeys;
import chat.salon.core.Refusal.TooManyPins;
import chat.salon.core.Refusal.TooManyReactions;
import chat.salon.core.Refusal.TooManySaved;
import chat.salon.core.Refusal.TooOld;
import chat.salon.core.Refusal.TooSlow;
import chat.salon.core.Refusal.Unconfirmed;
import chat.salon.core.Refusal.WeakPassword;
import chat.salon.core.protect.Hindrance.Closed;
import chat.salon.core.protect.Hindrance.Forbidden;
import chat.salon.wire.Line;
import chat.salon.wire.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Refusals in the words of IRC: the one translator of this door.
public final class Numerics {
  private Numerics() {}

  /// The line that tells a client why not.
  public static Line line(IrcSession session, Refusal why) {
    var answer = answer(why);
    return answer.isNumeric()
        ? session.numeric(answer.code(), answer.params())
        : standardReply(session, "FAIL", session.command(), answer.code(), answer.params());
  }

  /// Why not, in one sentence.
  public static String text(Refusal why) {
    var params = answer(why).params();
    return params[params.length - 1];
  }

  private static Answer answer(Refusal why) {
    return switch (why) {
      case NoSuchChannel(var channel) -> answer("403", Words.named(channel), "No such channel");
      case NoSuchNick(var nick) -> answer("401", Words.named(nick), "No such nick");
      case BadChannelName(var text) -> answer("403", Words.named(text), "No such channel");
      case BadNick(var text) -> answer("432", Words.named(text), "Erroneous nickname");
      case NickInUse(var nick) -> answer("433", nick.shown(), "Nickname is already in use");
      case NickReserved(var nick) ->
          answer("433", nick.shown(), "Nickname belongs to an account: log in to it to use it");
      case NickIsAccount(var nick, var account) ->
          answer("432", nick.shown(), "While you are logged in your nickname is " + account);
      case NotOnChannel(var channel) ->
          answer("442", channel.shown(), "You're not on that channel");
      case TargetNotOnChannel(var nick, var channel) ->
          answer("441", nick.shown(), channel.shown(), "They aren't on that channel");
      case TargetOnChannel(var nick, var channel) ->
          answer("443", nick.shown(), channel.shown(), "is already on channel");
      case NotChannelOperator(var channel, _) ->
          answer("482", channel.shown(), "You're not channel operator");
      case ChannelExists(var channel) ->
          answer("CHANNEL_EXISTS", channel.shown(), "There is a channel " + channel + " already");
      case ChannelRegistered(var channel) ->
          answer("ALREADY_REGISTERED", channel.shown(), channel + " is registered already");
      case ChannelNotRegistered(var channel) ->
          answer("NOT_REGISTERED", channel.shown(), channel + " is not registered");
      case NotBelonging(var channel, var account) ->
          answer(
              "NOT_BELONGING",
              channel.shown(),
              account + " does not belong to " + channel + ": let them join it first");
      case NotFounder(var channel) ->
          answer(
              "NOT_FOUNDER",
              channel.shown(),
              "Only the account that founded " + channel + " may do that");
      case NotSettable(var channel, var flag) ->
          answer(
              "468",
              channel.shown(),
              "MODE does not set +" + flag.letter() + ": say it to ChanServ");
      case AgainstModes(var bar) -> answer(ModeBarWords.of(bar));
      case CannotPlay(var channel) ->
          answer("573", channel.shown(), "Nobody plays in " + channel + ": it needs the mode +E");
      case CannotSend(var channel) -> answer("404", channel.shown(), "Cannot send to channel");
      case TooFast(var channel, var seconds) ->
          answer(
              "404",
              channel.shown(),
              "Cannot send to channel (+S): it is in slow mode, say it again in "
                  + seconds
                  + (seconds == 1 ? " second" : " seconds"));
      case TooSlow(var most) ->
          answer(
              "INVALID_SLOW_MODE",
              String.valueOf(most),
              "Slow mode takes at most " + most + " seconds: choose fewer");
      case ChannelFull(var channel) -> answer("471", channel.shown(), "Cannot join channel (+l)");
      case InviteOnly(var channel) -> answer("473", channel.shown(), "Cannot join channel (+i)");
      case Banned(var channel) -> answer("474", channel.shown(), "Cannot join channel (+b)");
      case BadKey(var channel) -> answer("475", channel.shown(), "Cannot join channel (+k)");
      case TooManyChannels(var channel, _) ->
          answer("405", channel.shown(), "You have joined too many channels");
      case ListFull(var channel, var list, var mask) ->
          answer(
              "478",
              channel.shown(),
              String.valueOf(list.letter()),
              "Channel list is full: cannot add " + mask);
      case NotPermitted(var role) ->
          answer(
              "481",
              "Permission denied: this is for the "
                  + role.name().toLowerCase(Locale.ROOT)
                  + "s of this server");
      case TooLong(var what, var limit) ->
          answer("417", "Your " + what + " is too long: at most " + limit + " bytes");
      case Busy(var what) ->
          answer("TEMPORARILY_UNAVAILABLE", "Try again: too much is waiting for " + what);
      case Unconfirmed(var what) ->
          answer(
              "UNCONFIRMED",
              "Another server did not answer about "
                  + what
                  + ": look whether it came before you send it again");
      case NoAnswer() ->
          answer(
              "TEMPORARILY_UNAVAILABLE",
              "The other servers of this network do not answer, and nothing was changed. Try again"
                  + " in a moment");
      case CutOff() ->
          answer(
              "CUT_OFF",
              "This server is cut off from its network: until it is back you can read here, and"
                  + " change nothing");
      case NotStored(var what) ->
          answer(
              "NOT_STORED",
              "Not sent to " + what + ": the server cannot store it just now, so nobody saw it");
      case BadCredentials _ ->
          answer("INVALID_CREDENTIALS", "The name and the password do not belong together");
      case Throttled(var wait) ->
          answer(
              "RATE_LIMITED", "Too many tries: wait " + Math.max(1, wait.toSeconds()) + " seconds");
      case AccountExists(var name) -> answer("ACCOUNT_EXISTS", name + " is taken");
      case BadAccountName(var text) ->
          answer("BAD_ACCOUNT_NAME", Words.named(text) + " cannot be an account name");
      case WeakPassword(var weakness, var limit) ->
          answer(
              "WEAK_PASSWORD",
              switch (weakness) {
                case TOO_SHORT -> "The password needs at least " + limit + " characters";
                case TOO_LONG -> "The password may have at most " + limit + " bytes";
                case TOO_COMMON -> "The password is one that many people use: choose another";
              });
      case BadEmail(var text) ->
          answer(
              "INVALID_EMAIL",
              text.isEmpty()
                  ? "An account needs an e-mail address here"
                  : "That is not an e-mail address");
      case RegistrationClosed _ -> answer("DISALLOWED", "This server does not take new accounts");
      case NotLoggedIn _ -> answer("ACCOUNT_REQUIRED", "You must be logged in for that");
      case AlreadyLoggedIn(var account) ->
          answer("ALREADY_AUTHENTICATED", "You are logged in as " + account);
      case NoSuchMessage(var msgid) ->
          answer(
              "UNKNOWN_MSGID",
              Words.named(msgid),
              "There is no such message here, or it was deleted");
      case NotAuthor(var msgid) ->
          answer("EDIT_FORBIDDEN", msgid, "Only who wrote a message can edit it");
      case TooOld(var msgid, var limit) ->
          answer(
              "EDIT_WINDOW_EXPIRED",
              msgid,
              String.valueOf(limit),
              "That could be done for " + limit + " seconds: the message is too old");
      case TooManyReactions(var msgid, var limit) ->
          answer(
              "TOO_MANY_REACTIONS",
              msgid,
              "The message has " + limit + " different reactions already: use one of them");
      case TooManyKeys(var channel, var limit) ->
          answer(
              "LIMIT_REACHED",
              "SET",
              channel.shown(),
              String.valueOf(limit),
              "The channel has " + limit + " keys already");
      case TooManyPins(var limit) ->
          answer(
              "TOO_MANY_PINS",
              String.valueOf(limit),
              "The conversation has " + limit + " pinned messages already: unpin one first");
      case TooManySaved(var limit) ->
          answer(
              "TOO_MANY_SAVED",
              String.valueOf(limit),
              "You keep " + limit + " messages already: drop one first");
      case BadReaction(_, var limit) ->
          answer(
              "INVALID_REACTION",
              "A reaction is an emoji or a short text of at most " + limit + " bytes");
      case BadDuration(var text, var most) ->
          answer(
              "INVALID_DURATION",
              Words.named(text),
              text
                  + " is no duration: write 30m, 1h, 7d or 4w, at most "
                  + most
                  + "d, and a reason behind it");
      case TooManyFounded(var limit) ->
          answer(
              "TOO_MANY_FOUNDED",
              limit == 0
                  ? "Accounts found no channels on this server: ask its administrators for one"
                  : "Your account has founded "
                      + limit
                      + " channels, and no more are allowed: DROP one that you do not need");
      case AlreadyAsked(var channel) ->
          answer(
              "712",
              channel.shown(),
              "Too many KNOCKs: you have asked already. Wait for the answer, or say WITHDRAW "
                  + channel
                  + " to ChanServ");
      case QueueFull(var channel, var limit) ->
          answer(
              "712",
              channel.shown(),
              "Too many KNOCKs: " + limit + " people wait for an answer. Try again later");
      case AskLater(var channel, var until) ->
          answer(
              "REFUSED_BEFORE",
              channel.shown(),
              EventLines.time(until),
              "The team of "
                  + channel
                  + " refused your request: you may ask again from "
                  + Words.date(until)
                  + " on");
      case RequestTooLong(var limit) ->
          answer(
              "REQUEST_TOO_LONG",
              String.valueOf(limit),
              "Your message is too long: at most " + limit + " characters");
      case NoJoinRequest(var channel, var asker) ->
          answer(
              "NO_REQUEST",
              channel.shown(),
              Words.named(asker) + " does not ask to come into " + channel);
      case AlreadyAnswered(var channel, var asker, var by, var accepted) ->
          answer(
              "ALREADY_ANSWERED",
              channel.shown(),
              Words.named(asker),
              by.shown(),
              "Already handled by "
                  + by
                  + ": "
                  + Words.named(asker)
                  + (accepted ? " was let in" : " was refused"));
      case AskerBanned(var channel, var asker) ->
          answer(
              "ASKER_BANNED",
              channel.shown(),
              Words.named(asker)
                  + " is banned from "
                  + channel
                  + ": lift the ban first, or refuse the request");
      case AskerGone(var channel, var asker) ->
          answer(
              "ASKER_GONE",
              channel.shown(),
              Words.named(asker)
                  + " is not connected, and "
                  + channel
                  + " is not registered: wait for them, or register it");
      case GroupName(var name) ->
          answer(
              "403",
              name,
              "Names that begin with #~ are those of groups: only who was added by a member"
                  + " comes in. /msg ChanServ GROUP makes one");
      case NotGroup(var channel) ->
          answer("NOT_A_GROUP", channel.shown(), channel + " is no group: INVITE asks people in");
      case NobodyToAdd _ -> answer("NOBODY_TO_ADD", "Name at least one account besides your own");
      case GroupFull(var limit) ->
          answer("GROUP_FULL", "A group has at most " + limit + " people: name fewer");
      case NoFriendship(var bar, var name, var bound) ->
          answer(bar.name(), Words.named(name), FriendWords.why(bar, name, bound));
      case Hindered(Closed closed) ->
          answer(
              ProtectionWords.code(closed), closed.channel().shown(), ProtectionWords.text(closed));
      case Hindered(Forbidden hindrance) ->
          answer(
              ProtectionWords.code(hindrance),
              Words.named(hindrance.name()),
              ProtectionWords.text(hindrance));
      case Hindered(var hindrance) ->
          answer(ProtectionWords.code(hindrance), ProtectionWords.text(hindrance));
      case BadCode _ -> answer("INVALID_CODE", "The code is wrong, used or from an earlier start");
    };
  }

  /// A standard reply; a NOTICE for who does not know them.
  static Line standardReply(
      IrcSession session, String kind, String command, String code, String... contextAndText) {
    if (!session.has(Cap.STANDARD_REPLIES)) {
      return Line.of(
          session.serverName(),
          "NOTICE",
          session.nick(),
          "*** " + command + ": " + contextAndText[contextAndText.length - 1]);
    }
    var params = new ArrayList<>(List.of(command, code));
    params.addAll(List.of(contextAndText));
    return Line.of(session.serverName(), kind, params.toArray(String[]::new));
  }

  /// What is wrong with a line that is none.
  ///
  /// @param near what could be read of it
  static List<Line> badLine(IrcSession session, Reason reason, @Nullable Line near) {
    return switch (reason) {
      case EMPTY -> List.of();
      case TAGS_TOO_LONG, LINE_TOO_LONG ->
          List.of(session.numeric("417", "Input line was too long"));
      case INVALID_UTF8 ->
          List.of(
              Line.of(
                  session.serverName(),
                  "FAIL",
                  near == null ? "*" : Words.named(near.command()),
                  "INVALID_UTF8",
                  "Your line was not sent: it is not UTF-8"));
      case MALFORMED ->
          List.of(
              Line.of(
                  session.serverName(),
                  "FAIL",
                  "*",
                  "MALFORMED",
                  "Your line was not read: it holds a control character or has no command"));
    };
  }

  private static Answer answer(List<String> codeAndParams) {
    var params = codeAndParams.subList(1, codeAndParams.size());
    return new Answer(codeAndParams.getFirst(), params.toArray(String[]::new));
  }

  private static Answer answer(String code, String... params) {
    return new Answer(code, params);
  }

  /// What is answered to somebody: a numeric, or a standard reply where there is none.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Answer(String code, String[] params) {
    boolean isNumeric() {
      return Character.isDigit(code.charAt(0));
    }
  }
}
