package chat.salon.irc.service;

import chat.salon.core.AccountName;
import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.core.protect.Privilege;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import chat.salon.irc.Words;
import java.util.ArrayList;
import java.util.List;

/// HostServ STATUS: which host one was given, and which one asks for.
final class HostServStatus implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("STATUS", 0, "STATUS: tells which host you were given, and asked for.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    if (!words.isEmpty() && session.door().staff().may(session, Privilege.VHOSTS)) {
      return OnAccountOf.run(
          session, voice, words.getFirst(), account -> tell(session, voice, account.name()));
    }
    var own = session.accountName();
    return own == null ? voice.says(Numerics.text(new NotLoggedIn())) : tell(session, voice, own);
  }

  private static Reply tell(IrcSession session, Voice voice, AccountName account) {
    var found = session.apart(() -> session.door().hosts().vhosts().of(account));
    if (found.isEmpty()) {
      return voice.says(account + " was given no host");
    }
    var vhost = found.get();
    var texts = new ArrayList<String>();
    texts.add(
        vhost.host() == null
            ? account + " was given no host"
            : account + " was given " + vhost.host() + " (" + (vhost.isOn() ? "on" : "off") + ")");
    var askedAt = vhost.askedAt();
    if (askedAt != null) {
      texts.add(account + " asks for " + vhost.asked() + " since " + Words.date(askedAt));
    }
    return voice.says(texts);
  }
}
