package chat.salon.irc.service;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.HangUp;
import chat.salon.core.protect.Announcement.To;
import chat.salon.core.protect.Privilege;
import chat.salon.core.request.EndSeat;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import chat.salon.irc.login.Identity;
import java.util.List;

/// NickServ DROP: ends an account for good, one's own or, for staff, another's. What was said stays
/// with those who heard it; the name stays taken, so that nobody can appear as who had it (security
/// G2). Its channels pass on to who ranks highest there.
final class NickServDrop implements ServiceCommand {
  private static final String REASON = "The account was dropped";

  @Override
  public Spec spec() {
    return new Spec("DROP", 1, "DROP <account> [<code>]: ends your account for good.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var name = words.getFirst();
    var own = session.accountName();
    boolean isOwn = own != null && AccountName.parse(name).filter(own::equals).isPresent();
    if (isOwn) {
      return OnAccountOf.run(
          session, voice, name, account -> confirmed(session, voice, account, words));
    }
    return session.door().staff().may(session, Privilege.ACCOUNTS)
        ? OnAccountOf.runOver(
            session, voice, name, account -> confirmed(session, voice, account, words))
        : voice.says("That is not your account: log in to it to drop it");
  }

  private static Reply confirmed(
      IrcSession session, Voice voice, Account account, List<String> words) {
    var name = account.name();
    if (account.isBot()) {
      return voice.says(name + " is a bot: " + account.owner() + " can delete it");
    }
    var code = ConfirmationCode.of(session, "drop", name.folded());
    if (words.size() < 2 || !words.get(1).equalsIgnoreCase(code)) {
      return voice.says(
          "This ends the account "
              + name
              + " with all that is kept for it, and cannot be undone."
              + " Nobody can have the name again. Channels that it founded pass on to who ranks"
              + " highest there.",
          "To do it: /msg NickServ DROP " + name + " " + code);
    }
    return drop(session, voice, name);
  }

  private static Reply drop(IrcSession session, Voice voice, AccountName name) {
    boolean isOwn = name.equals(session.accountName());
    var door = session.door();
    var deed = Deeds.of(session, "drop", name.shown());
    var channels = session.apart(() -> door.bouncer().seats(name));
    boolean was =
        session.apart(() -> {
          door.access().endAll(name, 0);
          door.pushing().loggedOut(name);
          return door.logins().drop(name, deed);
        });
    if (!was) {
      return voice.says(OnAccountOf.none(name.shown()));
    }
    channels.forEach(channel -> {
      var _ = session.ask(channel, new EndSeat(name, REASON));
    });
    session.salon().people().hangUpEverywhere(new HangUp.OfDropped(name, isOwn ? session.id() : 0));
    Deeds.tell(session, To.ACCOUNTS, "dropped the account " + name);
    session.send(voice.says("The account " + name + " is dropped"));
    return isOwn ? Identity.leave(session) : Reply.NONE;
  }
}
