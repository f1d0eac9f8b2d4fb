package chat.salon.irc;

import chat.salon.core.account.Certificates;

/// What the ways to log in by IRC need beside passwords: one for each server. Any thread.
public final class LoginDesk {
  private final Certificates certificates;
  private volatile LoginSettings settings;

  /// @param certificates that let accounts in
  public LoginDesk(Certificates certificates, LoginSettings settings) {
    this.certificates = certificates;
    this.settings = settings;
  }

  /// The certificates that let accounts in.
  public Certificates certificates() {
    return certificates;
  }

  /// The settings as they are now.
  public LoginSettings settings() {
    return settings;
  }

  /// Takes new settings, for what happens from now on.
  public void reload(LoginSettings now) {
    settings = now;
  }
}
