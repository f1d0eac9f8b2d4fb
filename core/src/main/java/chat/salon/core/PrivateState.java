package chat.salon.core;

import java.util.function.Supplier;

/// A private conversation of two people: there is nothing to be in, so nothing to change.
///
/// @param limitsNow those that hold when somebody asks for something
public record PrivateState(Pair id, Supplier<Limits> limitsNow) implements ConversationState {
  @Override
  public Limits limits() {
    return limitsNow.get();
  }

  @Override
  public long opened() {
    return 0;
  }

  @Override
  public PrivateState copy() {
    return this;
  }

  @Override
  public void apply(Event event) {}

  @Override
  public boolean isChangedBy(Event event) {
    return false;
  }
}
