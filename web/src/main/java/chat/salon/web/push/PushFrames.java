package chat.salon.web.push;

import chat.salon.web.ClientFrame;
import java.util.List;

/// The frames of this package.
public final class PushFrames {
  private PushFrames() {}

  /// Each once.
  public static List<ClientFrame> all() {
    return List.of(
        new GetPushKeyFrame(),
        new SubscribePushFrame(),
        new UnsubscribePushFrame(),
        new TestPushFrame(),
        new NotifyFrame(),
        new MuteFrame(),
        new UnmuteFrame());
  }
}
