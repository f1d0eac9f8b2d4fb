package chat.salon.irc;

import chat.salon.wire.Line;

/// CAP: negotiates capabilities (IRCv3 capability negotiation 302).
final class CapCommand implements Command {
  @Override
  public Spec spec() {
    return Spec.always("CAP", 1, "CAP LS [302] | LIST | REQ :<caps> | END: capabilities.");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    return Reply.NONE;
  }
}
