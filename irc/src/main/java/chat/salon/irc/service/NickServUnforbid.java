package chat.salon.irc.service;

import chat.salon.core.protect.Privilege;
import chat.salon.core.protect.ServerBan;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// NickServ UNFORBID: lets people use names again.
final class NickServUnforbid implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("UNFORBID", 1, "UNFORBID <nick or channel, as it was forbidden>: allows it.")
        .needs(Privilege.BAN);
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return ServerBan.names(words.getFirst())
        .map(target ->
            BannedNames.lift(
                session,
                voice,
                target,
                "unforbid",
                "is not forbidden any more",
                target.mask() + " is not forbidden"))
        .orElseGet(() -> voice.says(NickServForbid.unclear(words.getFirst())));
  }
}
