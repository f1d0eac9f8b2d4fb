package chat.salon.web.login;

import chat.salon.web.ClientFrame;
import java.util.List;

/// The frames of this package.
public final class LoginFrames {
  private LoginFrames() {}

  /// Each once.
  public static List<ClientFrame> all() {
    return List.of(
        new RegisterFrame(),
        new LoginFrame(),
        new LogoutFrame(),
        new CloseFrame(),
        new SetPasswordFrame(),
        new SessionsFrame(),
        new EndSessionFrame(),
        new TokensFrame(),
        new CreateTokenFrame(),
        new RevokeTokenFrame(),
        new CreateWebhookFrame(),
        new WebhooksFrame(),
        new RevokeWebhookFrame(),
        new CreateOutgoingWebhookFrame(),
        new OutgoingWebhooksFrame(),
        new TestOutgoingWebhookFrame(),
        new DeleteOutgoingWebhookFrame(),
        new CreateBotFrame(),
        new BotsFrame(),
        new DeleteBotFrame());
  }
}
