package chat.salon.web.people;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Language;
import chat.salon.web.Problem;
import chat.salon.web.Problems;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.Arrays;

/// Chooses in which language this connection is spoken to. A connection begins with the one that
/// its browser asks for, which need not be what its person chose.
final class SetLanguageFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.always(Field.line("set_language"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var tag = fields.text("set_language");
    return Arrays.stream(Language.values())
        .filter(each -> each.tag().equals(tag))
        .findFirst()
        .<Answer>map(language -> {
          session.language(language);
          return Answer.done();
        })
        .orElseGet(() -> Answer.no(unknown()));
  }

  private static Problem unknown() {
    return Problems.badFrame(
        "set_language", "Salon parle « fr » et « en ».", "Salon speaks \"fr\" and \"en\".");
  }
}
