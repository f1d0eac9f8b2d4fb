package chat.salon.web.command;

import chat.salon.web.ClientFrame;
import java.util.List;

/// The frames of this package.
public final class CommandFrames {
  private CommandFrames() {}

  /// Each once.
  public static List<ClientFrame> all() {
    return List.of(new CommandFrame(), new CommandsFrame());
  }
}
