package chat.salon.web.people;

import chat.salon.core.AccountName;
import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.Visit;
import chat.salon.web.Answer;
import chat.salon.web.Bonds;
import chat.salon.web.ClientFrame;
import chat.salon.web.EventFrames;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Persons;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Tells what is known of somebody.
final class ProfileFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(Field.line("profile"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.nick(
        fields.text("profile"),
        nick ->
            session
                .find(nick)
                .filter(person -> Persons.isVisible(session, person))
                .map(person -> Answer.ok(profile(session, person)))
                .orElseGet(() -> disconnected(session, nick)));
  }

  private static ObjectNode profile(WebSession session, Person person) {
    var since =
        session.apart(() -> session.salon().people().visits(person.id())).stream()
            .map(Visit::since)
            .min(Comparator.naturalOrder());
    var channels =
        session.salon().channelsOf(session.actor(), person).stream()
            .filter(channel -> !channel.name().isGroup())
            .map(channel -> channel.name().shown())
            .sorted()
            .toList();
    var shown = Persons.shown(person);
    var account = person.account();
    if (account != null) {
      bond(session, shown, account);
    }
    return wrapped(shown, since.map(EventFrames::time).orElse(null), channels);
  }

  private static Answer disconnected(WebSession session, Nick nick) {
    var name = AccountName.trusted(nick.shown());
    return session
        .apart(() -> session.door().profiles().find(name))
        .map(account -> {
          var shown = bond(session, Persons.absent(account), account.name());
          return Answer.ok(wrapped(shown, null, List.of()));
        })
        .orElseGet(() -> Answer.no(new NoSuchNick(nick.shown())));
  }

  private static ObjectNode bond(WebSession session, ObjectNode shown, AccountName account) {
    var bonded =
        session.apart(() -> session.salon().friends().bonded(session.account().name(), account));
    return shown.put("bond", Bonds.word(bonded.bond())).put("blocked", bonded.isBlocked());
  }

  private static ObjectNode wrapped(
      ObjectNode shown, @Nullable String since, List<String> channels) {
    shown.put("since", since).set("channels", Json.texts(channels));
    var answer = Json.object();
    answer.set("person", shown);
    return answer;
  }
}
