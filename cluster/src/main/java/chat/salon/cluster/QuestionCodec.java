package chat.salon.cluster;

import chat.salon.cluster.Message.Ask;
import chat.salon.cluster.Message.AskDirectory;
import chat.salon.cluster.Message.Look;
import chat.salon.cluster.Message.LostTrack;
import chat.salon.cluster.Message.Question;
import chat.salon.core.IdempotencyKey;
import chat.salon.core.Origin;
import chat.salon.core.Pair;
import chat.salon.core.request.OnMessage;
import chat.salon.core.request.SayPrivately;
import org.jspecify.annotations.Nullable;

/// What owners are asked: messages number 1 to 31.
final class QuestionCodec {
  static final int LAST = 31;

  private static final int ASK = 1;
  private static final int LOST_TRACK = 2;
  private static final int LOOK = 3;
  private static final int ASK_DIRECTORY = 4;

  private QuestionCodec() {}

  static void fields(Writer out, Question question) {
    switch (question) {
      case Ask ask -> {
        head(out, ASK, ask);
        Names.writeConversation(out, ask.where());
        PersonCodec.write(out, ask.actor());
        RequestCodec.write(out, ask.request());
        writeOptional(out, ask.origin());
        writeOptional(out, ask.once());
      }
      case LostTrack lost -> {
        head(out, LOST_TRACK, lost);
        Names.write(out, lost.where());
      }
      case Look look -> {
        head(out, LOOK, look);
        Names.write(out, look.where());
      }
      case AskDirectory ask -> {
        head(out, ASK_DIRECTORY, ask);
        DirectoryCodec.write(out, ask.wish());
      }
    }
  }

  private static void head(Writer out, int number, Question question) {
    out.number(number);
    out.number(question.id());
    out.number(question.from());
  }

  static Question fields(Reader in, int number) {
    return switch (number) {
      case ASK -> ask(in, in.number(), PersonCodec.node(in));
      case LOST_TRACK -> new LostTrack(in.number(), PersonCodec.node(in), Names.channel(in));
      case LOOK -> new Look(in.number(), PersonCodec.node(in), Names.channel(in));
      case ASK_DIRECTORY ->
          new AskDirectory(in.number(), PersonCodec.node(in), DirectoryCodec.wish(in));
      default -> throw in.unknown("question", number);
    };
  }

  private static Ask ask(Reader in, long id, int from) {
    var where = Names.conversation(in);
    var actor = PersonCodec.actor(in);
    var request = RequestCodec.read(in);
    boolean isForAny = request instanceof OnMessage;
    if (!isForAny && where instanceof Pair != request instanceof SayPrivately) {
      throw in.bad("a request for another kind of conversation");
    }
    return new Ask(id, from, where, actor, request, optionalOrigin(in), optionalKey(in));
  }

  private static void writeOptional(Writer out, @Nullable IdempotencyKey key) {
    out.flag(key != null);
    if (key != null) {
      out.body(key, QuestionCodec::fields);
    }
  }

  private static void fields(Writer out, IdempotencyKey key) {
    Text.LINE.write(out, key.text());
    out.flag(key.isRepeated());
  }

  private static @Nullable IdempotencyKey optionalKey(Reader in) {
    return in.hasMore() && in.flag() ? in.body(QuestionCodec::key) : null;
  }

  private static IdempotencyKey key(Reader in) {
    var text = Text.LINE.read(in);
    if (text.isEmpty() || text.length() > IdempotencyKey.LONGEST) {
      throw in.bad("a key of " + text.length() + " characters");
    }
    return new IdempotencyKey(text, in.flag());
  }

  static void writeOptional(Writer out, @Nullable Origin origin) {
    out.flag(origin != null);
    if (origin != null) {
      out.body(origin, QuestionCodec::fields);
    }
  }

  private static void fields(Writer out, Origin origin) {
    out.number(origin.session());
    var label = origin.label();
    out.flag(label != null);
    if (label != null) {
      Text.TAG_VALUE.write(out, label);
    }
  }

  static @Nullable Origin optionalOrigin(Reader in) {
    return in.flag() ? in.body(QuestionCodec::origin) : null;
  }

  private static Origin origin(Reader in) {
    return new Origin(in.number(), in.flag() ? Text.TAG_VALUE.read(in) : null);
  }
}
