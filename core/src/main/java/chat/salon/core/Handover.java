package chat.salon.core;

import java.util.concurrent.atomic.AtomicBoolean;

/// Hands over to another thread when the virtual threads that are ready now have had their turn:
/// all that they have for it wakes it once, and not once each. Where nothing else is ready it
/// happens at once. Any thread.
public final class Handover {
  private final AtomicBoolean isComing = new AtomicBoolean();
  private final Runnable waking;

  /// @param waking makes the other thread look at what there is for it; never waits
  public Handover(Runnable waking) {
    this.waking = waking;
  }

  /// There is something to hand over. Never waits.
  public void soon() {
    if (!isComing.get() && isComing.compareAndSet(false, true)) {
      Thread.startVirtualThread(this::wake); // behind those that are ready
    }
  }

  private void wake() {
    isComing.set(false);
    waking.run();
  }
}
