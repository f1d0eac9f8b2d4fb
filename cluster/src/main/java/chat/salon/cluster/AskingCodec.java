package chat.salon.cluster;

import chat.salon.core.Event.JoinAnswered;
import chat.salon.core.Event.JoinAsked;
import chat.salon.core.Event.JoinWithdrawn;
import chat.salon.core.JoinRequest;
import chat.salon.core.JoinRequest.Answer;
import chat.salon.core.Stamp;
import chat.salon.core.request.AnswerRequest;
import java.time.Duration;

/// Who asks to come into a channel: what is asked and answered, what happened, and who waits.
final class AskingCodec {
  private AskingCodec() {}

  static void fields(Writer out, AnswerRequest answer) {
    Names.write(out, answer.account());
    out.flag(answer.accepts());
    Text.LINE.write(out, answer.reason());
    var pause = answer.pause();
    out.flag(pause != null);
    if (pause != null) {
      out.number(pause.toMillis());
    }
  }

  static AnswerRequest answerRequest(Reader in) {
    return new AnswerRequest(
        Names.account(in),
        in.flag(),
        Text.LINE.read(in),
        in.flag() ? Duration.ofMillis(in.number()) : null);
  }

  static void fields(Writer out, JoinAsked asked) {
    Names.write(out, asked.where());
    PersonCodec.write(out, asked.who());
    Text.LINE.write(out, asked.message());
  }

  static JoinAsked asked(Reader in, Stamp stamp) {
    return new JoinAsked(stamp, Names.channel(in), PersonCodec.read(in), Text.LINE.read(in));
  }

  static void fields(Writer out, JoinWithdrawn withdrawn) {
    Names.write(out, withdrawn.where());
    PersonCodec.write(out, withdrawn.who());
  }

  static JoinWithdrawn withdrawn(Reader in, Stamp stamp) {
    return new JoinWithdrawn(stamp, Names.channel(in), PersonCodec.read(in));
  }

  static void fields(Writer out, JoinAnswered answered) {
    Names.write(out, answered.where());
    PersonCodec.write(out, answered.by());
    PersonCodec.write(out, answered.who());
    out.body(answered.answer(), AskingCodec::fields);
  }

  static JoinAnswered answered(Reader in, Stamp stamp) {
    return new JoinAnswered(
        stamp,
        Names.channel(in),
        PersonCodec.read(in),
        PersonCodec.read(in),
        in.body(AskingCodec::answer));
  }

  static void write(Writer out, JoinRequest request) {
    out.body(request, AskingCodec::fields);
  }

  private static void fields(Writer out, JoinRequest request) {
    Names.write(out, request.asker());
    Text.LINE.write(out, request.message());
    out.instant(request.asked());
    var answer = request.answer();
    out.flag(answer != null);
    if (answer != null) {
      out.body(answer, AskingCodec::fields);
    }
  }

  static JoinRequest request(Reader in) {
    return in.body(AskingCodec::requestFields);
  }

  private static JoinRequest requestFields(Reader in) {
    return new JoinRequest(
        Names.account(in),
        Text.LINE.read(in),
        in.instant(),
        in.flag() ? in.body(AskingCodec::answer) : null);
  }

  private static void fields(Writer out, Answer answer) {
    out.flag(answer.accepted());
    Names.write(out, answer.by());
    Text.LINE.write(out, answer.reason());
    out.instant(answer.at());
    var until = answer.until();
    out.flag(until != null);
    if (until != null) {
      out.instant(until);
    }
  }

  private static Answer answer(Reader in) {
    return new Answer(
        in.flag(),
        Names.nick(in),
        Text.LINE.read(in),
        in.instant(),
        in.flag() ? in.instant() : null);
  }
}
