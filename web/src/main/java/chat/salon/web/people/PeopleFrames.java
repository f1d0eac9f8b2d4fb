package chat.salon.web.people;

import chat.salon.web.ClientFrame;
import java.util.ArrayList;
import java.util.List;

/// The frames of this package.
public final class PeopleFrames {
  private PeopleFrames() {}

  /// Each once.
  public static List<ClientFrame> all() {
    var all = new ArrayList<>(FriendFrame.all());
    all.addAll(
        List.of(
            new FriendsFrame(),
            new SetPrivacyFrame(),
            new SetAwayFrame(),
            new SetDisplayNameFrame(),
            new SetCustomStatusFrame(),
            new StatusFrame(),
            new GetStatusFrame(),
            new FindFrame(),
            new GetSettingsFrame(),
            new SetSettingsFrame(),
            new SetLanguageFrame(),
            new ProfileFrame()));
    return all;
  }
}
