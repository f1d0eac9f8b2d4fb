package chat.salon.irc.query;

import chat.salon.core.protect.Privilege;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;

/// REHASH: reads the configuration anew.
final class RehashCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec("REHASH", 0, "REHASH: reads the configuration anew.")
        .needs(Privilege.REHASH)
        .from("RFC 2812 section 4.2");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    try {
      session.apart(() -> {
        session.door().rehash();
        return true;
      });
      return Reply.of(session.numeric("382", "salon.toml", "Rehashing"));
    } catch (IllegalArgumentException e) {
      var why = e.getMessage();
      return Reply.of(
          session.standardReply(
              "FAIL",
              command(),
              "CONFIG_BAD",
              why == null ? "The configuration cannot be read" : why));
    }
  }

  private String command() {
    return spec().name();
  }
}
