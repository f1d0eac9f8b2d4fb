package chat.salon.web.talk;

import chat.salon.core.ChannelName;
import chat.salon.core.Event;
import chat.salon.core.Nick;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.search.Malformed;
import chat.salon.core.search.SearchOutcome;
import chat.salon.core.search.SearchOutcome.Hit;
import chat.salon.core.search.SearchOutcome.Hits;
import chat.salon.core.search.SearchOutcome.NotNow;
import chat.salon.core.search.SearchOutcome.NotThere;
import chat.salon.core.search.SearchOutcome.Unavailable;
import chat.salon.web.Answer;
import chat.salon.web.EventFrames;
import chat.salon.web.Json;
import chat.salon.web.Problem;
import chat.salon.web.Problems;
import chat.salon.web.WebSession;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What was found, as frames have it.
final class FoundMessages {
  private FoundMessages() {}

  static Answer answer(WebSession session, SearchOutcome outcome) {
    return switch (outcome) {
      case Hits hits -> Answer.ok(hits(session, hits));
      case Malformed malformed -> Answer.no(SearchProblems.of(malformed));
      case NotThere(var why) -> Answer.no(why);
      case NotNow(var wait) -> Answer.no(Problems.tooFast(Math.max(1, wait.toSeconds())));
      case Unavailable _ ->
          Answer.no(
              Problem.of(
                      "search_unavailable",
                      503,
                      "La recherche ne répond pas pour le moment ; la discussion continue."
                          + " Réessayez dans un instant.",
                      "The search does not answer for the moment; the chat goes on. Try again in a"
                          + " moment.")
                  .until(10));
    };
  }

  private static ObjectNode hits(WebSession session, Hits found) {
    var answer = Json.object();
    var hits = answer.putArray("hits");
    found.hits().forEach(hit -> hits.add(hit(session, hit)));
    var next = found.next();
    return answer
        .put("next", next == null ? null : next.toString())
        .put("complete", found.isComplete());
  }

  private static ObjectNode hit(WebSession session, Hit hit) {
    var reader = session.person();
    var node = Json.object();
    switch (hit.where()) {
      case ChannelName name -> node.put("channel", shown(session, name));
      case Pair pair -> node.put("other_user", shown(session, pair, reader));
    }
    node.set("message", frame(hit.said(), reader));
    var marks = node.putArray("marks");
    hit.marks().forEach(mark -> marks.addArray().add(mark.start()).add(mark.length()));
    put(node, "before", hit.before(), reader);
    put(node, "after", hit.after(), reader);
    return node;
  }

  private static void put(ObjectNode node, String name, @Nullable Event event, Person reader) {
    if (event == null) {
      node.putNull(name);
    } else {
      node.set(name, frame(event, reader));
    }
  }

  private static ObjectNode frame(Event event, Person reader) {
    return EventFrames.of(event, reader).getFirst();
  }

  private static String shown(WebSession session, ChannelName name) {
    return session
        .salon()
        .look(session.actor(), name)
        .map(channel -> channel.name().shown())
        .orElse(name.shown());
  }

  // The nick of a party that is here, as it writes it.
  private static String shown(WebSession session, Pair pair, Person reader) {
    var other = pair.across(Pair.party(reader));
    var name = Pair.shown(other);
    return session
        .salon()
        .people()
        .directory()
        .find(Nick.trusted(name))
        .filter(person -> Pair.party(person).equals(other))
        .map(person -> person.nick().shown())
        .orElse(name);
  }
}
