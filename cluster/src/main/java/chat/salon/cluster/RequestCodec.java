package chat.salon.cluster;

import chat.salon.core.request.AddToGroup;
import chat.salon.core.request.AnswerRequest;
import chat.salon.core.request.AskToJoin;
import chat.salon.core.request.Ban;
import chat.salon.core.request.ChangeModes;
import chat.salon.core.request.ChangeModesByForce;
import chat.salon.core.request.CreateChannel;
import chat.salon.core.request.CreateGroup;
import chat.salon.core.request.Describe;
import chat.salon.core.request.DropChannel;
import chat.salon.core.request.Edit;
import chat.salon.core.request.EndSeat;
import chat.salon.core.request.Erase;
import chat.salon.core.request.HidePreviews;
import chat.salon.core.request.Invite;
import chat.salon.core.request.Join;
import chat.salon.core.request.JoinByForce;
import chat.salon.core.request.Kick;
import chat.salon.core.request.Leave;
import chat.salon.core.request.LeaveByForce;
import chat.salon.core.request.PinMessage;
import chat.salon.core.request.PutAllOut;
import chat.salon.core.request.PutOutByForce;
import chat.salon.core.request.React;
import chat.salon.core.request.Redact;
import chat.salon.core.request.RegisterChannel;
import chat.salon.core.request.Rename;
import chat.salon.core.request.Request;
import chat.salon.core.request.Say;
import chat.salon.core.request.SayPrivately;
import chat.salon.core.request.SetMetadata;
import chat.salon.core.request.SetTopic;
import chat.salon.core.request.ShowPreviews;
import chat.salon.core.request.SpeakAs;
import chat.salon.core.request.TakeNote;
import chat.salon.core.request.TakeNote.News;
import chat.salon.core.request.TakeNote.News.Changed;
import chat.salon.core.request.TakeNote.News.Gone;
import chat.salon.core.request.TakeNote.News.MoreSessions;
import chat.salon.core.request.TakeNote.News.OffNode;
import chat.salon.core.request.TakeOver;
import chat.salon.core.request.TransferChannel;
import chat.salon.core.request.WithdrawRequest;
import java.time.Duration;

/// What people ask of a conversation.
final class RequestCodec {
  private static final int SAY = 1;
  private static final int SAY_PRIVATELY = 2;
  private static final int JOIN = 3;
  private static final int LEAVE = 4;
  private static final int KICK = 5;
  private static final int SET_TOPIC = 6;
  private static final int CHANGE_MODES = 7;
  private static final int INVITE = 8;
  private static final int TAKE_NOTE = 9;
  private static final int REGISTER_CHANNEL = 10;
  private static final int DROP_CHANNEL = 11;
  private static final int CREATE_CHANNEL = 12;
  private static final int EDIT = 13;
  private static final int REDACT = 14;
  private static final int REACT = 15;
  private static final int BAN = 16;
  private static final int PIN_MESSAGE = 17;
  private static final int DESCRIBE = 18;
  private static final int ASK_TO_JOIN = 20;
  private static final int WITHDRAW_REQUEST = 21;
  private static final int ANSWER_REQUEST = 22;
  private static final int SHOW_PREVIEWS = 30;
  private static final int HIDE_PREVIEWS = 31;

  private static final int END_SEAT = 50;
  private static final int PUT_ALL_OUT = 51;
  private static final int ERASE = 55;

  private static final int SPEAK_AS = 45;
  private static final int RENAME = 46;
  private static final int TAKE_OVER = 47;

  private static final int SET_METADATA = 65;
  private static final int CREATE_GROUP = 23;
  private static final int TRANSFER_CHANNEL = 80;
  private static final int ADD_TO_GROUP = 24;

  private static final int JOIN_BY_FORCE = 70;
  private static final int LEAVE_BY_FORCE = 71;
  private static final int PUT_OUT_BY_FORCE = 72;
  private static final int CHANGE_MODES_BY_FORCE = 73;

  private static final int GONE = 1;
  private static final int CHANGED = 2;
  private static final int MORE_SESSIONS = 3;
  private static final int OFF_NODE = 4;

  private RequestCodec() {}

  static void write(Writer out, Request<?> request) {
    out.body(request, RequestCodec::fields);
  }

  private static void fields(Writer out, Request<?> request) {
    switch (request) {
      case Say say -> {
        out.number(SAY);
        SpeechCodec.fields(out, say);
      }
      case SayPrivately say -> {
        out.number(SAY_PRIVATELY);
        SpeechCodec.fields(out, say);
      }
      case SpeakAs as -> {
        out.number(SPEAK_AS);
        SpeechCodec.fields(out, as);
      }
      case PutAllOut(var reason) -> {
        out.number(PUT_ALL_OUT);
        Text.LINE.write(out, reason);
      }
      case EndSeat(var account, var reason) -> {
        out.number(END_SEAT);
        Names.write(out, account);
        Text.LINE.write(out, reason);
      }
      case Rename rename -> {
        out.number(RENAME);
        RenameCodec.fields(out, rename);
      }
      case TakeOver taking -> {
        out.number(TAKE_OVER);
        RenameCodec.fields(out, taking);
      }
      case Join join -> {
        out.number(JOIN);
        var key = join.key();
        out.flag(key != null);
        if (key != null) {
          Text.LINE.write(out, key); // whatever they tried
        }
        out.flag(join.makesLast());
      }
      case Leave leave -> {
        out.number(LEAVE);
        Text.LINE.write(out, leave.reason());
      }
      case Kick kick -> {
        out.number(KICK);
        Names.write(out, kick.nick());
        Text.LINE.write(out, kick.reason());
      }
      case SetTopic set -> {
        out.number(SET_TOPIC);
        Text.LINE.write(out, set.text());
      }
      case Describe(var text) -> {
        out.number(DESCRIBE);
        Text.LINE.write(out, text);
      }
      case SetMetadata set -> {
        out.number(SET_METADATA);
        MetadataCodec.write(out, set.key(), set.value());
        out.number(set.most());
      }
      case ChangeModes change -> {
        out.number(CHANGE_MODES);
        out.list(change.wanted(), ModeCodec::write);
      }
      case Ban ban -> {
        out.number(BAN);
        fields(out, ban);
      }
      case Invite invite -> {
        out.number(INVITE);
        PersonCodec.write(out, invite.target());
      }
      case RegisterChannel() -> out.number(REGISTER_CHANNEL);
      case DropChannel(var byForce) -> {
        out.number(DROP_CHANNEL);
        out.flag(byForce);
      }
      case TransferChannel(var to) -> {
        out.number(TRANSFER_CHANNEL);
        Names.write(out, to);
      }
      case CreateChannel create -> {
        out.number(CREATE_CHANNEL);
        Text.LINE.write(out, create.description());
        Numbers.FLAGS.writeSet(out, create.flags()::contains);
      }
      case TakeNote note -> {
        out.number(TAKE_NOTE);
        out.body(note.news(), RequestCodec::fields);
      }
      case Edit edit -> {
        out.number(EDIT);
        AftermathCodec.fields(out, edit);
      }
      case Redact redact -> {
        out.number(REDACT);
        AftermathCodec.fields(out, redact);
      }
      case React react -> {
        out.number(REACT);
        AftermathCodec.fields(out, react);
      }
      case PinMessage pin -> {
        out.number(PIN_MESSAGE);
        AftermathCodec.fields(out, pin);
      }
      case ShowPreviews show -> {
        out.number(SHOW_PREVIEWS);
        AftermathCodec.fields(out, show);
      }
      case HidePreviews(var message) -> {
        out.number(HIDE_PREVIEWS);
        out.number(message);
      }
      case Erase(var message) -> {
        out.number(ERASE);
        out.number(message);
      }
      case AskToJoin ask -> {
        out.number(ASK_TO_JOIN);
        Text.LINE.write(out, ask.message());
      }
      case WithdrawRequest() -> out.number(WITHDRAW_REQUEST);
      case AnswerRequest answer -> {
        out.number(ANSWER_REQUEST);
        AskingCodec.fields(out, answer);
      }
      case CreateGroup group -> {
        out.number(CREATE_GROUP);
        GroupCodec.fields(out, group);
      }
      case AddToGroup add -> {
        out.number(ADD_TO_GROUP);
        GroupCodec.fields(out, add);
      }
      case JoinByForce join -> {
        out.number(JOIN_BY_FORCE);
        DecreeCodec.fields(out, join);
      }
      case LeaveByForce leave -> {
        out.number(LEAVE_BY_FORCE);
        DecreeCodec.fields(out, leave);
      }
      case PutOutByForce putOut -> {
        out.number(PUT_OUT_BY_FORCE);
        DecreeCodec.fields(out, putOut);
      }
      case ChangeModesByForce change -> {
        out.number(CHANGE_MODES_BY_FORCE);
        DecreeCodec.fields(out, change);
      }
      default -> throw new IllegalArgumentException(request.getClass() + " needs a number");
    }
  }

  private static void fields(Writer out, Ban ban) {
    var whom = ban.whom();
    out.flag(whom != null);
    if (whom != null) {
      Names.write(out, whom);
    }
    ModeCodec.write(out, ban.mask());
    var lasts = ban.lasts();
    out.flag(lasts != null);
    if (lasts != null) {
      out.number(lasts.toMillis());
    }
    Text.LINE.write(out, ban.reason());
  }

  private static Ban ban(Reader in) {
    return new Ban(
        in.flag() ? Names.nick(in) : null,
        ModeCodec.mask(in),
        in.flag() ? Duration.ofMillis(in.number()) : null,
        Text.LINE.read(in));
  }

  private static void fields(Writer out, News news) {
    switch (news) {
      case Gone(var reason, var fact) -> {
        out.number(GONE);
        Text.LINE.write(out, reason);
        EventCodec.write(out, fact);
      }
      case Changed(var after, var fact) -> {
        out.number(CHANGED);
        PersonCodec.write(out, after);
        EventCodec.write(out, fact);
      }
      case MoreSessions(var session, var node) -> {
        out.number(MORE_SESSIONS);
        out.number(session);
        out.number(node);
      }
      case OffNode(var node) -> {
        out.number(OFF_NODE);
        out.number(node);
      }
    }
  }

  static Request<?> read(Reader in) {
    return in.body(RequestCodec::fields);
  }

  private static Request<?> fields(Reader in) {
    int number = in.integer();
    return switch (number) {
      case SAY -> SpeechCodec.say(in);
      case SAY_PRIVATELY -> SpeechCodec.sayPrivately(in);
      case JOIN -> new Join(in.flag() ? Text.LINE.read(in) : null, in.hasMore() && in.flag());
      case RENAME -> RenameCodec.rename(in);
      case TAKE_OVER -> RenameCodec.takeOver(in);
      case SPEAK_AS -> SpeechCodec.speakAs(in);
      case LEAVE -> new Leave(Text.LINE.read(in));
      case KICK -> new Kick(Names.nick(in), Text.LINE.read(in));
      case SET_TOPIC -> new SetTopic(Text.LINE.read(in));
      case DESCRIBE -> new Describe(Text.LINE.read(in));
      case SET_METADATA ->
          new SetMetadata(MetadataCodec.key(in), MetadataCodec.value(in), in.integer());
      case CHANGE_MODES -> new ChangeModes(in.list(ModeCodec::read));
      case BAN -> ban(in);
      case INVITE -> new Invite(PersonCodec.read(in));
      case REGISTER_CHANNEL -> new RegisterChannel();
      case DROP_CHANNEL -> new DropChannel(in.hasMore() && in.flag());
      case PUT_ALL_OUT -> new PutAllOut(Text.LINE.read(in));
      case END_SEAT -> new EndSeat(Names.account(in), Text.LINE.read(in));
      case TRANSFER_CHANNEL -> new TransferChannel(Names.account(in));
      case CREATE_CHANNEL -> new CreateChannel(Text.LINE.read(in), Numbers.FLAGS.readSet(in));
      case TAKE_NOTE -> new TakeNote(in.body(RequestCodec::news));
      case EDIT -> AftermathCodec.edit(in);
      case REDACT -> AftermathCodec.redact(in);
      case REACT -> AftermathCodec.react(in);
      case PIN_MESSAGE -> AftermathCodec.pin(in);
      case SHOW_PREVIEWS -> AftermathCodec.show(in);
      case HIDE_PREVIEWS -> new HidePreviews(in.number());
      case ERASE -> new Erase(in.number());
      case ASK_TO_JOIN -> new AskToJoin(Text.LINE.read(in));
      case WITHDRAW_REQUEST -> new WithdrawRequest();
      case ANSWER_REQUEST -> AskingCodec.answerRequest(in);
      case CREATE_GROUP -> GroupCodec.createGroup(in);
      case ADD_TO_GROUP -> GroupCodec.addToGroup(in);
      case JOIN_BY_FORCE -> DecreeCodec.join(in);
      case LEAVE_BY_FORCE -> DecreeCodec.leave(in);
      case PUT_OUT_BY_FORCE -> DecreeCodec.putOut(in);
      case CHANGE_MODES_BY_FORCE -> DecreeCodec.changeModes(in);
      default -> throw in.unknown("request", number);
    };
  }

  private static News news(Reader in) {
    int number = in.integer();
    return switch (number) {
      case GONE -> new Gone(Text.LINE.read(in), EventCodec.fact(in));
      case CHANGED -> new Changed(PersonCodec.read(in), EventCodec.fact(in));
      case MORE_SESSIONS -> new MoreSessions(in.number(), PersonCodec.node(in));
      case OFF_NODE -> new OffNode(PersonCodec.node(in));
      default -> throw in.unknown("piece of news", number);
    };
  }
}
