package chat.salon.cluster;

import chat.salon.core.ChannelName;
import chat.salon.core.Nick;
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
import java.time.Duration;

/// Why not.
final class RefusalCodec {
  private static final int NO_SUCH_CHANNEL = 1;
  private static final int NO_SUCH_NICK = 2;
  private static final int BAD_CHANNEL_NAME = 3;
  private static final int BAD_NICK = 4;
  private static final int NICK_IN_USE = 5;
  private static final int NICK_RESERVED = 6;
  private static final int NICK_IS_ACCOUNT = 7;
  private static final int NOT_ON_CHANNEL = 8;
  private static final int TARGET_NOT_ON_CHANNEL = 9;
  private static final int TARGET_ON_CHANNEL = 10;
  private static final int NOT_CHANNEL_OPERATOR = 11;
  private static final int CANNOT_SEND = 12;
  private static final int CANNOT_PLAY = 145;
  private static final int CHANNEL_FULL = 13;
  private static final int INVITE_ONLY = 14;
  private static final int BANNED = 15;
  private static final int BAD_KEY = 16;
  private static final int TOO_MANY_CHANNELS = 17;
  private static final int LIST_FULL = 18;
  private static final int TOO_LONG = 19;
  private static final int BUSY = 20;
  private static final int NOT_STORED = 21;
  private static final int BAD_CREDENTIALS = 22;
  private static final int THROTTLED = 23;
  private static final int ACCOUNT_EXISTS = 24;
  private static final int BAD_ACCOUNT_NAME = 25;
  private static final int WEAK_PASSWORD = 26;
  private static final int BAD_EMAIL = 27;
  private static final int REGISTRATION_CLOSED = 28;
  private static final int NOT_LOGGED_IN = 29;
  private static final int ALREADY_LOGGED_IN = 30;
  private static final int NOT_PERMITTED = 31;
  private static final int BAD_CODE = 32;
  private static final int UNCONFIRMED = 33;
  private static final int NO_ANSWER = 34;
  private static final int CUT_OFF = 35;
  private static final int CHANNEL_EXISTS = 36;
  private static final int CHANNEL_REGISTERED = 37;
  private static final int CHANNEL_NOT_REGISTERED = 38;
  private static final int NOT_FOUNDER = 39;
  private static final int NOT_BELONGING = 150;
  private static final int NOT_SETTABLE = 40;
  private static final int NO_SUCH_MESSAGE = 41;
  private static final int NOT_AUTHOR = 42;
  private static final int TOO_OLD = 43;
  private static final int TOO_MANY_REACTIONS = 44;
  private static final int BAD_REACTION = 45;
  private static final int BAD_DURATION = 46;
  private static final int TOO_MANY_FOUNDED = 47;
  private static final int TOO_MANY_PINS = 48;
  private static final int TOO_MANY_SAVED = 49;
  private static final int TOO_FAST = 57;
  private static final int TOO_SLOW = 58;
  private static final int ALREADY_ASKED = 60;
  private static final int ASK_LATER = 61;
  private static final int QUEUE_FULL = 62;
  private static final int REQUEST_TOO_LONG = 63;
  private static final int NO_JOIN_REQUEST = 64;
  private static final int ALREADY_ANSWERED = 65;
  private static final int ASKER_BANNED = 66;
  private static final int ASKER_GONE = 67;

  private static final int GROUP_NAME = 68;
  private static final int NOT_GROUP = 69;
  private static final int NOBODY_TO_ADD = 70;
  private static final int GROUP_FULL = 71;

  private static final int TOO_MANY_KEYS = 165;
  private static final int NO_FRIENDSHIP = 50;
  private static final int AGAINST_MODES = 140;

  private static final int HINDERED = 80;

  private RefusalCodec() {}

  static void write(Writer out, Refusal refusal) {
    out.body(refusal, RefusalCodec::fields);
  }

  private static void fields(Writer out, Refusal refusal) {
    switch (refusal) {
      case NoSuchChannel(var channel) -> text(out, NO_SUCH_CHANNEL, channel);
      case NoSuchNick(var nick) -> text(out, NO_SUCH_NICK, nick);
      case BadChannelName(var text) -> text(out, BAD_CHANNEL_NAME, text);
      case BadNick(var text) -> text(out, BAD_NICK, text);
      case NickInUse(var nick) -> nick(out, NICK_IN_USE, nick);
      case NickReserved(var nick) -> nick(out, NICK_RESERVED, nick);
      case NickIsAccount(var nick, var account) -> {
        nick(out, NICK_IS_ACCOUNT, nick);
        Names.write(out, account);
      }
      case NotOnChannel(var channel) -> channel(out, NOT_ON_CHANNEL, channel);
      case TargetNotOnChannel(var nick, var channel) -> {
        nick(out, TARGET_NOT_ON_CHANNEL, nick);
        Names.write(out, channel);
      }
      case TargetOnChannel(var nick, var channel) -> {
        nick(out, TARGET_ON_CHANNEL, nick);
        Names.write(out, channel);
      }
      case NotChannelOperator(var channel, var needed) -> {
        channel(out, NOT_CHANNEL_OPERATOR, channel);
        Numbers.RANKS.write(out, needed);
      }
      case AgainstModes(var bar) -> {
        out.number(AGAINST_MODES);
        ModeBarCodec.write(out, bar);
      }
      case CannotPlay(var channel) -> channel(out, CANNOT_PLAY, channel);
      case CannotSend(var channel) -> channel(out, CANNOT_SEND, channel);
      case ChannelFull(var channel) -> channel(out, CHANNEL_FULL, channel);
      case InviteOnly(var channel) -> channel(out, INVITE_ONLY, channel);
      case Banned(var channel) -> channel(out, BANNED, channel);
      case BadKey(var channel) -> channel(out, BAD_KEY, channel);
      case TooManyChannels(var channel, var limit) -> {
        channel(out, TOO_MANY_CHANNELS, channel);
        out.number(limit);
      }
      case ListFull(var channel, var list, var mask) -> {
        channel(out, LIST_FULL, channel);
        Numbers.LISTS.write(out, list);
        Text.LINE.write(out, mask);
      }
      case TooLong(var what, var limit) -> limited(out, TOO_LONG, what, limit);
      case Busy(var what) -> text(out, BUSY, what);
      case NotStored(var what) -> text(out, NOT_STORED, what);
      case Unconfirmed(var what) -> text(out, UNCONFIRMED, what);
      case BadCredentials() -> out.number(BAD_CREDENTIALS);
      case Throttled(var retryAfter) -> {
        out.number(THROTTLED);
        out.number(retryAfter.toMillis());
      }
      case AccountExists(var name) -> text(out, ACCOUNT_EXISTS, name);
      case BadAccountName(var text) -> text(out, BAD_ACCOUNT_NAME, text);
      case WeakPassword(var weakness, var limit) -> {
        out.number(WEAK_PASSWORD);
        Numbers.WEAKNESSES.write(out, weakness);
        out.number(limit);
      }
      case BadEmail(var text) -> text(out, BAD_EMAIL, text);
      case RegistrationClosed() -> out.number(REGISTRATION_CLOSED);
      case NotLoggedIn() -> out.number(NOT_LOGGED_IN);
      case AlreadyLoggedIn(var account) -> {
        out.number(ALREADY_LOGGED_IN);
        Names.write(out, account);
      }
      case NotPermitted(var needed) -> {
        out.number(NOT_PERMITTED);
        Numbers.ROLES.write(out, needed);
      }
      case BadCode() -> out.number(BAD_CODE);
      case NoAnswer() -> out.number(NO_ANSWER);
      case CutOff() -> out.number(CUT_OFF);
      case ChannelExists(var channel) -> channel(out, CHANNEL_EXISTS, channel);
      case ChannelRegistered(var channel) -> channel(out, CHANNEL_REGISTERED, channel);
      case ChannelNotRegistered(var channel) -> channel(out, CHANNEL_NOT_REGISTERED, channel);
      case NotBelonging(var channel, var account) -> {
        channel(out, NOT_BELONGING, channel);
        Names.write(out, account);
      }
      case NotFounder(var channel) -> channel(out, NOT_FOUNDER, channel);
      case NotSettable(var channel, var flag) -> {
        channel(out, NOT_SETTABLE, channel);
        Numbers.FLAGS.write(out, flag);
      }
      case NoSuchMessage(var msgid) -> text(out, NO_SUCH_MESSAGE, msgid);
      case NotAuthor(var msgid) -> text(out, NOT_AUTHOR, msgid);
      case TooOld(var msgid, var limit) -> limited(out, TOO_OLD, msgid, limit);
      case TooManyReactions(var msgid, var limit) -> limited(out, TOO_MANY_REACTIONS, msgid, limit);
      case BadReaction(var text, var limit) -> limited(out, BAD_REACTION, text, limit);
      case BadDuration(var text, var most) -> limited(out, BAD_DURATION, text, most);
      case AlreadyAsked(var channel) -> channel(out, ALREADY_ASKED, channel);
      case AskLater(var channel, var until) -> {
        channel(out, ASK_LATER, channel);
        out.instant(until);
      }
      case QueueFull(var channel, var limit) -> {
        channel(out, QUEUE_FULL, channel);
        out.number(limit);
      }
      case RequestTooLong(var limit) -> {
        out.number(REQUEST_TOO_LONG);
        out.number(limit);
      }
      case NoJoinRequest(var channel, var asker) -> asker(out, NO_JOIN_REQUEST, channel, asker);
      case AlreadyAnswered(var channel, var asker, var by, var accepted) -> {
        asker(out, ALREADY_ANSWERED, channel, asker);
        Names.write(out, by);
        out.flag(accepted);
      }
      case AskerBanned(var channel, var asker) -> asker(out, ASKER_BANNED, channel, asker);
      case AskerGone(var channel, var asker) -> asker(out, ASKER_GONE, channel, asker);
      case TooManyKeys(var channel, var limit) -> {
        out.number(TOO_MANY_KEYS);
        Names.write(out, channel);
        out.number(limit);
      }
      case TooManyPins(var limit) -> {
        out.number(TOO_MANY_PINS);
        out.number(limit);
      }
      case TooManySaved(var limit) -> {
        out.number(TOO_MANY_SAVED);
        out.number(limit);
      }
      case TooFast(var channel, var seconds) -> {
        channel(out, TOO_FAST, channel);
        out.number(seconds);
      }
      case TooSlow(var most) -> {
        out.number(TOO_SLOW);
        out.number(most);
      }
      case TooManyFounded(var limit) -> {
        out.number(TOO_MANY_FOUNDED);
        out.number(limit);
      }
      case GroupName(var name) -> text(out, GROUP_NAME, name);
      case NotGroup(var channel) -> channel(out, NOT_GROUP, channel);
      case Hindered(var hindrance) -> {
        out.number(HINDERED);
        DecreeCodec.write(out, hindrance);
      }
      case NobodyToAdd _ -> out.number(NOBODY_TO_ADD);
      case GroupFull(var limit) -> {
        out.number(GROUP_FULL);
        out.number(limit);
      }
      case NoFriendship(var bar, var name, var bound) -> {
        text(out, NO_FRIENDSHIP, name);
        Numbers.BARS.write(out, bar);
        out.number(bound);
      }
    }
  }

  private static void text(Writer out, int number, String text) {
    out.number(number);
    Text.LINE.write(out, text);
  }

  private static void limited(Writer out, int number, String text, int limit) {
    text(out, number, text);
    out.number(limit);
  }

  private static void nick(Writer out, int number, Nick nick) {
    out.number(number);
    Names.write(out, nick);
  }

  private static void channel(Writer out, int number, ChannelName channel) {
    out.number(number);
    Names.write(out, channel);
  }

  private static void asker(Writer out, int number, ChannelName channel, String asker) {
    channel(out, number, channel);
    Text.LINE.write(out, asker);
  }

  private static NoFriendship noFriendship(Reader in) {
    var name = Text.LINE.read(in);
    return new NoFriendship(Numbers.BARS.read(in), name, in.number());
  }

  static Refusal read(Reader in) {
    return in.body(RefusalCodec::fields);
  }

  private static Refusal fields(Reader in) {
    int number = in.integer();
    return switch (number) {
      case NO_SUCH_CHANNEL -> new NoSuchChannel(Text.LINE.read(in));
      case NO_SUCH_NICK -> new NoSuchNick(Text.LINE.read(in));
      case BAD_CHANNEL_NAME -> new BadChannelName(Text.LINE.read(in));
      case BAD_NICK -> new BadNick(Text.LINE.read(in));
      case NICK_IN_USE -> new NickInUse(Names.nick(in));
      case NICK_RESERVED -> new NickReserved(Names.nick(in));
      case NICK_IS_ACCOUNT -> new NickIsAccount(Names.nick(in), Names.account(in));
      case NOT_ON_CHANNEL -> new NotOnChannel(Names.channel(in));
      case TARGET_NOT_ON_CHANNEL -> new TargetNotOnChannel(Names.nick(in), Names.channel(in));
      case TARGET_ON_CHANNEL -> new TargetOnChannel(Names.nick(in), Names.channel(in));
      case NOT_CHANNEL_OPERATOR ->
          new NotChannelOperator(Names.channel(in), Numbers.RANKS.read(in));
      case CANNOT_PLAY -> new CannotPlay(Names.channel(in));
      case CANNOT_SEND -> new CannotSend(Names.channel(in));
      case CHANNEL_FULL -> new ChannelFull(Names.channel(in));
      case INVITE_ONLY -> new InviteOnly(Names.channel(in));
      case BANNED -> new Banned(Names.channel(in));
      case BAD_KEY -> new BadKey(Names.channel(in));
      case TOO_MANY_CHANNELS -> new TooManyChannels(Names.channel(in), in.integer());
      case LIST_FULL -> new ListFull(Names.channel(in), Numbers.LISTS.read(in), Text.LINE.read(in));
      case TOO_LONG -> new TooLong(Text.LINE.read(in), in.integer());
      case BUSY -> new Busy(Text.LINE.read(in));
      case NOT_STORED -> new NotStored(Text.LINE.read(in));
      case UNCONFIRMED -> new Unconfirmed(Text.LINE.read(in));
      case BAD_CREDENTIALS -> new BadCredentials();
      case THROTTLED -> new Throttled(Duration.ofMillis(in.number()));
      case ACCOUNT_EXISTS -> new AccountExists(Text.LINE.read(in));
      case BAD_ACCOUNT_NAME -> new BadAccountName(Text.LINE.read(in));
      case WEAK_PASSWORD -> new WeakPassword(Numbers.WEAKNESSES.read(in), in.integer());
      case BAD_EMAIL -> new BadEmail(Text.LINE.read(in));
      case REGISTRATION_CLOSED -> new RegistrationClosed();
      case NOT_LOGGED_IN -> new NotLoggedIn();
      case ALREADY_LOGGED_IN -> new AlreadyLoggedIn(Names.account(in));
      case NOT_PERMITTED -> new NotPermitted(Numbers.ROLES.read(in));
      case BAD_CODE -> new BadCode();
      case NO_ANSWER -> new NoAnswer();
      case CUT_OFF -> new CutOff();
      case CHANNEL_EXISTS -> new ChannelExists(Names.channel(in));
      case CHANNEL_REGISTERED -> new ChannelRegistered(Names.channel(in));
      case CHANNEL_NOT_REGISTERED -> new ChannelNotRegistered(Names.channel(in));
      case NOT_BELONGING -> new NotBelonging(Names.channel(in), Names.account(in));
      case NOT_FOUNDER -> new NotFounder(Names.channel(in));
      case NOT_SETTABLE -> new NotSettable(Names.channel(in), Numbers.FLAGS.read(in));
      case NO_SUCH_MESSAGE -> new NoSuchMessage(Text.LINE.read(in));
      case NOT_AUTHOR -> new NotAuthor(Text.LINE.read(in));
      case TOO_OLD -> new TooOld(Text.LINE.read(in), in.integer());
      case TOO_MANY_REACTIONS -> new TooManyReactions(Text.LINE.read(in), in.integer());
      case BAD_REACTION -> new BadReaction(Text.LINE.read(in), in.integer());
      case BAD_DURATION -> new BadDuration(Text.LINE.read(in), in.integer());
      case TOO_MANY_KEYS -> new TooManyKeys(Names.channel(in), in.integer());
      case TOO_MANY_PINS -> new TooManyPins(in.integer());
      case TOO_MANY_SAVED -> new TooManySaved(in.integer());
      case TOO_MANY_FOUNDED -> new TooManyFounded(in.integer());
      case TOO_FAST -> new TooFast(Names.channel(in), in.number());
      case TOO_SLOW -> new TooSlow(in.integer());
      case ALREADY_ASKED -> new AlreadyAsked(Names.channel(in));
      case ASK_LATER -> new AskLater(Names.channel(in), in.instant());
      case QUEUE_FULL -> new QueueFull(Names.channel(in), in.integer());
      case REQUEST_TOO_LONG -> new RequestTooLong(in.integer());
      case NO_JOIN_REQUEST -> new NoJoinRequest(Names.channel(in), Text.LINE.read(in));
      case ALREADY_ANSWERED ->
          new AlreadyAnswered(Names.channel(in), Text.LINE.read(in), Names.nick(in), in.flag());
      case ASKER_BANNED -> new AskerBanned(Names.channel(in), Text.LINE.read(in));
      case ASKER_GONE -> new AskerGone(Names.channel(in), Text.LINE.read(in));
      case GROUP_NAME -> new GroupName(Text.LINE.read(in));
      case NOT_GROUP -> new NotGroup(Names.channel(in));
      case NOBODY_TO_ADD -> new NobodyToAdd();
      case GROUP_FULL -> new GroupFull(in.integer());
      case NO_FRIENDSHIP -> noFriendship(in);
      case AGAINST_MODES -> new AgainstModes(ModeBarCodec.read(in));
      case HINDERED -> new Hindered(DecreeCodec.hindrance(in));
      default -> throw in.unknown("refusal", number);
    };
  }
}
