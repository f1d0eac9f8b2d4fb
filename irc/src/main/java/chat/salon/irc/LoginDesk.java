package chat.salon.irc;

import chat.salon.core.account.BearerTokens;
import chat.salon.core.account.Certificates;

/// What the ways to log in by IRC need beside passwords: one for each server. Any thread.
public final class LoginDesk {
  private final Certificates certificates;
  private final BearerTokens bearers;
  private volatile LoginSettings settings;

  /// @param certificates that let accounts in
  /// @param bearers tokens that do
  public LoginDesk(Certificates certificates, BearerTokens bearers, LoginSettings settings) {
    this.certificates = certificates;
    this.bearers = bearers;
    this.settings = settings;
  }

  /// The certificates that let accounts in.
  public Certificates certificates() {
    return certificates;
  }

  /// The tokens that let accounts in.
  public BearerTokens bearers() {
    return bearers;
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
