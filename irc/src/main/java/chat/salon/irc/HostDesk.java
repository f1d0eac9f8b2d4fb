package chat.salon.irc;

import chat.salon.core.account.Vhosts;

/// Where accounts are given hosts: one for each server. Any thread.
public final class HostDesk {
  private final Vhosts vhosts;
  private volatile VhostSettings settings;

  /// @param vhosts where they are kept
  public HostDesk(Vhosts vhosts, VhostSettings settings) {
    this.vhosts = vhosts;
    this.settings = settings;
  }

  /// Where they are kept.
  public Vhosts vhosts() {
    return vhosts;
  }

  /// The settings as they are now.
  public VhostSettings settings() {
    return settings;
  }

  /// Takes new settings, for what happens from now on.
  public void reload(VhostSettings now) {
    settings = now;
  }
}
