package chat.salon.core.bouncer;

import chat.salon.core.AccountName;
import chat.salon.core.Delivery;
import chat.salon.core.Presence;
import chat.salon.core.Refusal.Hindered;
import chat.salon.core.Session;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A session without a connection: by it somebody stays while none of theirs is open. What it is
/// shown nobody reads.
final class StandIn implements Session {
  private final long id;
  private final AccountName account;
  private final String address;
  private final Consumer<StandIn> whenShutOut;
  private volatile @Nullable Presence presence;

  /// @param presence whose it is to be; null while it is to come in
  /// @param address of the connection that it stands in for
  /// @param whenShutOut is told when they may not be here any more; on any thread, and never waits
  StandIn(
      long id,
      AccountName account,
      String address,
      @Nullable Presence presence,
      Consumer<StandIn> whenShutOut) {
    this.whenShutOut = whenShutOut;
    this.id = id;
    this.account = account;
    this.address = address;
    this.presence = presence;
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public String device() {
    return "always-on";
  }

  @Override
  public void deliver(Delivery delivery) {
    // all of it is in the log
  }

  @Override
  public void shutOut(Hindered why) {
    whenShutOut.accept(this);
  }

  AccountName account() {
    return account;
  }

  Presence presence() {
    return Objects.requireNonNull(presence);
  }

  void presence(Presence now) {
    presence = now;
  }
}
