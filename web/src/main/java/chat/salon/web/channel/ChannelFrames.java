package chat.salon.web.channel;

import chat.salon.web.ClientFrame;
import java.util.List;

/// The frames of this package.
public final class ChannelFrames {
  private ChannelFrames() {}

  /// Each once.
  public static List<ClientFrame> all() {
    return List.of(
        new JoinFrame(),
        new CreateFrame(),
        new CreateGroupFrame(),
        new AddToGroupFrame(),
        new NameGroupFrame(),
        new PartFrame(),
        new SetTopicFrame(),
        new SetDescriptionFrame(),
        new KickFrame(),
        new BanFrame(),
        new UnbanFrame(),
        new BansFrame(),
        new AskToJoinFrame(),
        new WithdrawFrame(),
        new JoinRequestsFrame(),
        new OwnRequestsFrame(),
        new AcceptFrame(),
        new RejectFrame(),
        new InviteFrame(),
        new ModeFrame(),
        new MembersFrame(),
        new ChannelsFrame(),
        new GetChannelFrame(),
        new ConversationsFrame());
  }
}
