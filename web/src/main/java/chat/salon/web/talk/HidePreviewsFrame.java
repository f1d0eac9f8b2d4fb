package chat.salon.web.talk;

import chat.salon.core.request.HidePreviews;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Takes the previews of a message of one's own away.
final class HidePreviewsFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("hide_previews")).inPlace();
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return OneMessage.ask(session, fields, "hide_previews", HidePreviews::new);
  }
}
