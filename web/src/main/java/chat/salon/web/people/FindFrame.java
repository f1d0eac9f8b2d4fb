package chat.salon.web.people;

import chat.salon.core.Fold;
import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.port.Directory;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Persons;
import chat.salon.web.Spec;
import chat.salon.web.Texts;
import chat.salon.web.WebSession;
import java.util.ArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Finds people by the beginning of a word of their names, connected or not.
final class FindFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(
        Field.line("find"),
        Field.of("limit", Shape.NUMBER).optional(),
        Field.line("after").optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    session.upToDate();
    int limit = Texts.within(fields.number("limit", 20), 1, 100);
    var text = fields.text("find");
    var directory = session.salon().people().directory();
    var people = new ArrayList<ObjectNode>();
    var after = fields.optional("after").orElse("");
    var found = session.apart(() -> session.door().profiles().search(text, after, limit));
    for (var profile : found) {
      var here =
          directory
              .find(Nick.trusted(profile.name().shown()))
              .filter(person -> Persons.isVisible(session, person));
      people.add(here.map(Persons::shown).orElseGet(() -> Persons.absent(profile)));
    }
    if (after.isEmpty()) {
      guests(directory, text)
          .limit(limit - people.size())
          .forEach(guest -> people.add(Persons.shown(guest)));
    }
    var answer = Json.object();
    answer.set("people", Json.array(people));
    return Answer.ok(answer);
  }

  // Who has no account is found while they are here.
  private static Stream<Person> guests(Directory directory, String text) {
    var beginning = Fold.sought(text);
    return directory.everybody().stream()
        .filter(person -> person.account() == null && !person.standing().invisible())
        .filter(person -> Fold.sought(person.nick().shown()).startsWith(beginning));
  }
}
