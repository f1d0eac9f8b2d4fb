package chat.salon.irc;

import chat.salon.core.Event;
import chat.salon.core.Event.Edited;
import chat.salon.core.Event.Invited;
import chat.salon.core.Event.Reacted;
import chat.salon.core.Event.Said;
import chat.salon.core.Mask;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Whom one connection does not want to hear in private (SILENCE). Accounts that are blocked are
/// not in it: the server keeps them from every door. Any thread.
public final class Silences {
  private final List<Mask> masks = new CopyOnWriteArrayList<>();

  /// All masks, in the order in which they came.
  public List<Mask> all() {
    return List.copyOf(masks);
  }

  /// Whether there is none.
  boolean isEmpty() {
    return masks.isEmpty();
  }

  /// Adds a mask, if it is not there.
  public void add(Mask mask) {
    remove(mask);
    masks.add(mask);
  }

  /// Takes a mask away.
  ///
  /// @return whether it was there
  public boolean remove(Mask mask) {
    return masks.removeIf(mask::isSameAs);
  }

  /// Whether an event is not to be shown: said in private, or an invitation, by one of them.
  boolean hides(Event event) {
    return !isEmpty()
        && switch (event) {
          case Said(_, Pair _, var by, _, _, _, _, _, _, _) -> covers(by);
          case Edited(_, Pair _, var by, _, _) -> covers(by);
          case Reacted(_, Pair _, var by, _, _, _) -> covers(by);
          case Invited(_, _, var by, _) -> covers(by);
          default -> false;
        };
  }

  private boolean covers(Person by) {
    return masks.stream().anyMatch(mask -> mask.covers(by));
  }
}
