package chat.salon.web.talk;

import chat.salon.core.Event.Said.Form;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.request.Say;
import chat.salon.core.request.SayPrivately;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Place.InChannel;
import chat.salon.web.Place.With;
import chat.salon.web.Somebody;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.Map;

/// Tells the others that one is typing, or not any more. Never kept.
final class TypingFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.of("typing", Shape.FLAG)).inPlace();
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var tags = Map.of("+typing", fields.flag("typing") ? "active" : "done");
    return session.place(
        fields,
        place ->
            switch (place) {
              case InChannel(var name) ->
                  session.answer(session.ask(name, new Say(Form.TAGS, "", tags, null)));
              case With(var nick, var pair) ->
                  Somebody.named(session, nick)
                      .map(to ->
                          session.answer(
                              session.ask(pair, new SayPrivately(to, Form.TAGS, "", tags))))
                      .orElseGet(() -> Answer.no(new NoSuchNick(nick.shown())));
            });
  }
}
