package chat.salon.irc.service;

import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// HostServ ON and OFF: whether one is shown under the host that one was given.
///
/// @param name of the command
record HostServWear(String name, boolean isOn) implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec(
        name,
        0,
        isOn
            ? "ON: shows you under the host that you were given."
            : "OFF: shows you under your own host.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var own = session.accountName();
    if (own == null) {
      return voice.says(Numerics.text(new NotLoggedIn()));
    }
    if (!session.apart(() -> session.door().hosts().vhosts().wear(own, isOn))) {
      return voice.says("You were given no host. REQUEST asks for one");
    }
    GivenHost.show(session, own);
    return voice.says("You are shown under " + session.person().host());
  }
}
