package chat.salon.web.talk;

import chat.salon.web.ClientFrame;
import java.util.List;

/// The frames of this package.
public final class TalkFrames {
  private TalkFrames() {}

  /// Each once.
  public static List<ClientFrame> all() {
    return List.of(
        new ChannelMessageFrame(),
        new PrivateMessageFrame(),
        new TypingFrame(),
        new HistoryFrame(),
        new ResumeFrame(),
        new EditFrame(),
        new DeleteFrame(),
        new ReactFrame(),
        new UnreactFrame(),
        new PinFrame(),
        new UnpinFrame(),
        new PinsFrame(),
        new HidePreviewsFrame(),
        new SaveFrame(),
        new UnsaveFrame(),
        new SavedFrame(),
        new ActivityFrame(),
        new SeeActivityFrame(),
        new NewActivityFrame(),
        new EditsFrame(),
        new ReadUpToFrame(),
        new SearchFrame(),
        new PingFrame());
  }
}
