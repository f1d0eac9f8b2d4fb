package chat.salon.web.login;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.Nick;
import chat.salon.core.hook.OutgoingWebhook;
import chat.salon.core.hook.OutgoingWebhook.Progress;
import chat.salon.core.hook.OutgoingWebhook.Result;
import chat.salon.core.request.Invite;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Problem;
import chat.salon.web.Problems;
import chat.salon.web.Spec;
import chat.salon.web.Text;
import chat.salon.web.WebSession;
import chat.salon.web.hook.Voice;
import java.util.Optional;

/// Has what is said in a channel posted to an address outside, for a bot of one's own, which comes
/// into the channel and says so.
final class CreateOutgoingWebhookFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(
        Field.line("create_outgoing_webhook").atMost(100),
        Field.line("channel"),
        Field.line("bot").atMost(256),
        Field.line("url").atMost(1000),
        Field.line("word").optional().atMost(100),
        Field.of("mentions", Shape.FLAG).optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return OwnBot.refuseProgram(session)
        .<Answer>map(Answer::no)
        .orElseGet(() ->
            session.channel(
                fields.text("channel"),
                channel ->
                    refuse(session, fields, channel)
                        .<Answer>map(Answer::no)
                        .orElseGet(() ->
                            OwnBot.orSelf(
                                session, fields, bot -> make(session, fields, channel, bot)))));
  }

  // What mentions a bot it hears anyway; for the rest the channel's operators are asked.
  private static Optional<Problem> refuse(WebSession session, Fields fields, ChannelName channel) {
    if (session.door().outgoing().host(fields.text("url")).isEmpty()) {
      return Optional.of(OutgoingProblems.badAddress());
    }
    var state = session.look(channel);
    if (state.isEmpty()) {
      return Optional.of(Problems.notFound());
    }
    return Operating.refuse(session, channel)
        .filter(_ -> !fields.flag("mentions"))
        .or(() ->
            state.get().isRegistered()
                ? Optional.empty()
                : Optional.of(OutgoingProblems.notLasting(channel)));
  }

  private static Answer make(
      WebSession session, Fields fields, ChannelName channel, AccountName bot) {
    var voice = new Voice(session.door());
    if (!isLetIn(session, voice, channel, bot)
        || !session.apart(() -> session.salon().belongs(bot, channel))) {
      return Answer.no(OutgoingProblems.notLetIn(bot, channel));
    }
    var outgoing = session.door().outgoing();
    int most = outgoing.settings().perChannel();
    var wanted = wanted(session, fields, channel, bot);
    var made = session.apart(() -> outgoing.webhooks().add(wanted, most));
    if (made.isEmpty()) {
      return Answer.no(OutgoingProblems.tooMany(most));
    }
    var host = outgoing.host(wanted.url()).orElseThrow();
    var text = announcement(fields, host).in(session.language());
    session.apart(() -> voice.say(bot, channel, text, null));
    return Answer.ok(
        OutgoingJson.of(made.get(), wanted.owner()).put("secret", outgoing.secret(made.get())));
  }

  // Who may invite people invites the bot by this.
  private static boolean isLetIn(
      WebSession session, Voice voice, ChannelName channel, AccountName bot) {
    if (session.apart(() -> voice.join(bot, channel)) instanceof Answer.Ok) {
      return true;
    }
    session
        .find(Nick.trusted(bot.shown()))
        .ifPresent(person -> session.ask(channel, new Invite(person)));
    return session.apart(() -> voice.join(bot, channel)) instanceof Answer.Ok;
  }

  private static OutgoingWebhook wanted(
      WebSession session, Fields fields, ChannelName channel, AccountName bot) {
    var now = session.door().now();
    return new OutgoingWebhook(
        0,
        bot,
        session.account().name(),
        channel,
        fields.text("create_outgoing_webhook"),
        fields.text("url"),
        fields.optional("word").orElse(""),
        fields.flag("mentions"),
        now,
        0,
        new Progress(0, Result.NONE, 0, now, false));
  }

  // So that nobody is listened to without knowing it.
  private static Text announcement(Fields fields, String host) {
    if (fields.flag("mentions")) {
      return new Text(
          "Je transmets à " + host + " les messages qui me mentionnent.",
          "I pass on messages that mention me to " + host + ".");
    }
    return fields
        .optional("word")
        .filter(word -> !word.isEmpty())
        .map(word ->
            new Text(
                "Je transmets à " + host + " les messages qui commencent par " + word + ".",
                "I pass on messages that begin with " + word + " to " + host + "."))
        .orElseGet(() ->
            new Text(
                "Je transmets à " + host + " les messages de ce salon.",
                "I pass on the messages of this channel to " + host + "."));
  }
}
