package chat.salon.web;

import chat.salon.core.ChannelName;
import chat.salon.core.Event;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Mentions;
import chat.salon.core.Person;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Whether an event mentions its readers: its words are looked at once for all of them. By the same
/// rules as mentions are counted, nobody mentions themselves, and what is for a rank mentions
/// nobody.
record Mentioning(Event event, Set<String> words) {

  static Mentioning of(Event event) {
    return new Mentioning(event, event instanceof Said said ? words(said) : Set.of());
  }

  private static Set<String> words(Said said) {
    boolean isCounted =
        said.where() instanceof ChannelName && said.form() != Form.TAGS && said.least() == null;
    return isCounted ? Mentions.words(said.text()) : Set.of();
  }

  /// Whether it may mention anybody at all.
  boolean mayBe() {
    return !words.isEmpty();
  }

  /// Whether it mentions somebody.
  boolean mentions(Person reader) {
    return event instanceof Said said
        && Mentions.mentions(words, reader)
        && !isSame(said.by(), reader);
  }

  private static boolean isSame(Person speaker, Person reader) {
    var account = speaker.account();
    return account == null
        ? speaker.nick().equals(reader.nick())
        : account.equals(reader.account());
  }

  /// Says in a frame that its reader is mentioned.
  static ObjectNode mark(ObjectNode frame) {
    return frame.put("mentions_me", true);
  }
}
