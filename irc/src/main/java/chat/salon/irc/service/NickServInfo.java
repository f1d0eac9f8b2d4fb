package chat.salon.irc.service;

import chat.salon.core.Account;
import chat.salon.irc.EventLines;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// NickServ INFO: what is kept of one's own account. Of others' it tells nothing, not even whether
/// there is one (security A5).
final class NickServInfo implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("INFO", 0, "INFO: tells what is kept of your account.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return ServiceDesk.account(session)
        .map(account -> about(session, voice, account))
        .orElseGet(() -> voice.says("You are not logged in"));
  }

  private static Reply about(IrcSession session, Voice voice, Account account) {
    var texts = new ArrayList<String>();
    texts.add("Account: " + account.name());
    texts.add("Made: " + EventLines.time(account.created()));
    texts.add("E-mail: " + (account.email() == null ? "none" : account.email()));
    texts.add("Role: " + account.role().name().toLowerCase(Locale.ROOT));
    texts.add("Connections: " + session.presence().sessions().size());
    return voice.says(texts);
  }
}
