package chat.salon.web.people;

import chat.salon.core.account.Privacy;
import chat.salon.core.account.Privacy.Circle;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Problems;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.Arrays;
import java.util.List;

/// Says who may write to one, who may ask to be friends, and who sees whether one is connected.
/// What is left out stays.
final class SetPrivacyFrame implements ClientFrame {
  private static final List<String> DEEDS = List.of("write", "add", "see");

  @Override
  public Spec spec() {
    return Spec.writing(
        Field.of("set_privacy", Shape.FLAG),
        Field.line("write").optional(),
        Field.line("add").optional(),
        Field.line("see").optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    for (var deed : DEEDS) {
      var said = fields.optional(deed);
      if (said.isPresent() && !isCircle(said.get())) {
        return Answer.no(
            Problems.badFrame(
                deed,
                "« " + deed + " » est everyone, shared ou friends.",
                "\"" + deed + "\" is everyone, shared or friends."));
      }
    }
    return session.awaiting(() -> {
      var friends = session.salon().friends();
      var own = session.account().name();
      var before = friends.privacy(own);
      friends.setPrivacy(
          own,
          new Privacy(
              circle(fields, "write", before.write()),
              circle(fields, "add", before.add()),
              circle(fields, "see", before.see())));
      return Answer.done();
    });
  }

  private static boolean isCircle(String word) {
    return Arrays.stream(Circle.values()).anyMatch(one -> FriendsFrame.word(one).equals(word));
  }

  private static Circle circle(Fields fields, String deed, Circle before) {
    return Arrays.stream(Circle.values())
        .filter(one -> fields.optional(deed).filter(FriendsFrame.word(one)::equals).isPresent())
        .findFirst()
        .orElse(before);
  }
}
