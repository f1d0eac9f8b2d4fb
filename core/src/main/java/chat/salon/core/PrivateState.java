package chat.salon.core;

/// A private conversation of two people: there is nothing to be in, so nothing to change.
public record PrivateState(Pair id) implements ConversationState {
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
