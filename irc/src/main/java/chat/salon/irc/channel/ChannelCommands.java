package chat.salon.irc.channel;

import chat.salon.irc.Command;
import java.util.List;

/// The commands of channels and of talk. One line each.
public final class ChannelCommands {
  private ChannelCommands() {}

  /// All of them.
  public static List<Command> all() {
    return List.of(
        new AcceptCommand(),
        new BatchCommand(),
        new ChathistoryCommand(),
        new InviteCommand(),
        new JoinCommand(),
        new KickCommand(),
        new KnockCommand(),
        new ListCommand(),
        new MarkReadCommand(),
        new ModeCommand(),
        new PropCommand(),
        new NamesCommand(),
        new NoticeCommand(),
        new PlayCommand("NPC", "NPC <channel> <name> :<text>: lets a character say something."),
        new PlayCommand("NPCA", "NPCA <channel> <name> :<text>: lets a character do something."),
        new PlayCommand("SCENE", "SCENE <channel> :<text>: tells what happens around."),
        new PartCommand(),
        new PrivmsgCommand(),
        new RedactCommand(),
        new RelaymsgCommand(),
        new RenameCommand(),
        new SearchCommand(),
        new TagmsgCommand(),
        new TopicCommand(),
        new ZncCommand());
  }
}
