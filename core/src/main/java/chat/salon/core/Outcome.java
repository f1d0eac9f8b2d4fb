package chat.salon.core;

import java.util.List;

/// What became of a request.
public sealed interface Outcome {

  /// It happened: the events are on disk and on their way to everybody, the asker included.
  ///
  /// @param events empty when all was so already
  /// @param refusals of the parts that did not happen: MODE and the like ask for several things
  record Done(List<Event> events, List<Refusal> refusals) implements Outcome {
    /// All was so already.
    public static final Done NOTHING = new Done(List.of(), List.of());

    public static Done of(Event event) {
      return new Done(List.of(event), List.of());
    }
  }

  /// It did not happen, and nobody saw anything.
  record Refused(Refusal why) implements Outcome {}
}
