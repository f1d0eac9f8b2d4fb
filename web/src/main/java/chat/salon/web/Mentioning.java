package chat.salon.web;

import chat.salon.core.ChannelName;
import chat.salon.core.Event;
import chat.salon.core.Event.Edited;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Mentions;
import chat.salon.core.Person;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Whether an event mentions its readers: its words are looked at once for all of them. By the same
/// rules as mentions are counted, nobody mentions themselves, and what is for a rank mentions
/// nobody. An edit mentions whom the new text does.
///
/// @param by who speaks; null when it is nobody who mentions anybody
record Mentioning(@Nullable Person by, Set<String> words) {
  private static final Mentioning NOBODY = new Mentioning(null, Set.of());

  static Mentioning of(Event event) {
    if (!(event.where() instanceof ChannelName)) {
      return NOBODY;
    }
    if (event instanceof Said said && said.form() != Form.TAGS && said.least() == null) {
      return new Mentioning(said.by(), Mentions.words(said.text()));
    }
    return event instanceof Edited edited && edited.about().least() == null
        ? new Mentioning(edited.by(), Mentions.words(edited.text()))
        : NOBODY;
  }

  /// Whether it may mention anybody at all.
  boolean mayBe() {
    return !words.isEmpty();
  }

  /// Whether it mentions somebody.
  boolean mentions(Person reader) {
    return by != null && Mentions.mentions(words, reader) && !isSame(by, reader);
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
