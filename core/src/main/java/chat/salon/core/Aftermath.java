package chat.salon.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What became of a message since it was said. Plain data.
///
/// @param edited when it got the text that it has now; null when that is the first
/// @param isRedacted whether it was deleted: then it has no text
/// @param reactions who reacted how; what came first is first
/// @param previews of pages that it links to, or did before it was edited
public record Aftermath(
    @Nullable Instant edited,
    boolean isRedacted,
    Map<String, List<Reactor>> reactions,
    Previews previews) {
  /// Of a message that is as it was said.
  public static final Aftermath NONE = new Aftermath(null, false, Map.of(), Previews.NONE);

  /// Of a message that was deleted.
  public static final Aftermath REDACTED = new Aftermath(null, true, Map.of(), Previews.NONE);

  /// Somebody who reacted.
  ///
  /// @param party who they are, see [Pair#party(Person)]
  /// @param nick as shown then
  public record Reactor(String party, String nick) {
    /// What a person is as one who reacts now.
    public static Reactor of(Person person) {
      return new Reactor(Pair.party(person), person.nick().shown());
    }
  }

  /// Whether a party has reacted so.
  public boolean has(String reaction, String party) {
    return reactions.getOrDefault(reaction, List.of()).stream()
        .anyMatch(reactor -> reactor.party().equals(party));
  }

  /// The same with these reactions.
  public Aftermath withReactions(Map<String, List<Reactor>> others) {
    return new Aftermath(edited, isRedacted, others, previews);
  }

  /// The same with these previews.
  public Aftermath previewed(Previews others) {
    return new Aftermath(edited, isRedacted, reactions, others);
  }

  Aftermath edited(Instant when) {
    return new Aftermath(when, isRedacted, reactions, previews);
  }

  Aftermath reacted(String reaction, Reactor who, boolean on) {
    var after = new LinkedHashMap<>(reactions);
    var reactors = new ArrayList<>(after.getOrDefault(reaction, List.of()));
    reactors.removeIf(reactor -> reactor.party().equals(who.party()));
    if (on) {
      reactors.add(who);
    }
    if (reactors.isEmpty()) {
      after.remove(reaction);
    } else {
      after.put(reaction, List.copyOf(reactors));
    }
    return new Aftermath(edited, isRedacted, Collections.unmodifiableMap(after), previews);
  }
}
