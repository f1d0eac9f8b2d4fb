package chat.salon.core;

/// The tag of a message that a program said in the name of somebody who is elsewhere (IRCv3
/// draft/relaymsg): its value is the nick of the program. No client can set it.
public final class RelayTag {
  /// As it is kept, and as clients that know it are told.
  public static final String NAME = "draft/relaymsg";

  private RelayTag() {}
}
