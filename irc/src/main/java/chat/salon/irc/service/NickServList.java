package chat.salon.irc.service;

import chat.salon.core.Account;
import chat.salon.core.Role;
import chat.salon.core.protect.Privilege;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import chat.salon.irc.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// NickServ LIST: which accounts there are.
final class NickServList implements ServiceCommand {
  private static final int MOST = 100;
  private static final int LONGEST = 64;

  @Override
  public Spec spec() {
    return new Spec("LIST", 1, "LIST <name, with * and ?>: tells which accounts there are.")
        .needs(Privilege.ACCOUNTS);
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var glob = words.getFirst();
    if (glob.length() > LONGEST) {
      return voice.says("That is too long for a name");
    }
    var found = session.apart(() -> session.door().logins().matching(glob, MOST + 1));
    if (found.isEmpty()) {
      return voice.says("No account is called " + Words.named(glob));
    }
    var now = session.door().now();
    var texts = new ArrayList<String>();
    found.stream().limit(MOST).forEach(account -> texts.add(line(account, now)));
    texts.add(
        found.size() > MOST
            ? "There are more than " + MOST + ": ask for fewer"
            : found.size() + (found.size() == 1 ? " account" : " accounts"));
    return voice.says(texts);
  }

  private static String line(Account account, Instant now) {
    return account.name()
        + " since "
        + Words.date(account.created())
        + (account.role() == Role.MEMBER
            ? ""
            : ", " + account.role().name().toLowerCase(Locale.ROOT))
        + (account.owner() == null ? "" : ", a bot of " + account.owner())
        + (account.refusal(now).isPresent() ? ", suspended" : "");
  }
}
