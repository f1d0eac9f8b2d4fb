package chat.salon.irc.service;

import chat.salon.core.AccountName;
import chat.salon.core.personal.PersonalData;
import chat.salon.core.protect.Announcement.To;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// HistServ FORGET: deletes all that an account has said, everywhere, when the code that it tells
/// is repeated: it cannot be taken back.
final class HistServForget implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec(
            "FORGET",
            1,
            "FORGET <account> [<code>]: deletes all that you have said, in channels and privately;"
                + " for staff, what anybody has.")
        .from("Ergo, HistServ FORGET");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return AllOfAccount.run(
        session, voice, words, (data, account) -> forget(session, voice, data, account, words));
  }

  private static Reply forget(
      IrcSession session, Voice voice, PersonalData data, AccountName account, List<String> words) {
    var code = ConfirmationCode.of(session, "forget", account.folded());
    if (words.size() < 2 || !words.get(1).equalsIgnoreCase(code)) {
      return voice.says(
          "This deletes all that " + account + " has said up to now, everywhere and for good.",
          "To do it: /msg HistServ FORGET " + account + " " + code);
    }
    Deeds.note(session, Deeds.of(session, "forget", account.shown()));
    session.apart(() -> {
      data.forget(account);
      return true;
    });
    if (!account.equals(session.accountName())) {
      Deeds.tell(session, To.ACCOUNTS, "has all that " + account + " said deleted");
    }
    return voice.says("What " + account + " has said is being deleted, also after a restart");
  }
}
