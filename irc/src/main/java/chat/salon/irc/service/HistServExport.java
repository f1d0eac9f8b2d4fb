package chat.salon.irc.service;

import chat.salon.core.AccountName;
import chat.salon.core.personal.Exports.Export;
import chat.salon.core.personal.PersonalData;
import chat.salon.core.protect.Privilege;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import chat.salon.irc.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// HistServ EXPORT: writes all that an account has said into a file on the server.
final class HistServExport implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec(
            "EXPORT",
            0,
            "EXPORT [<account>]: writes all that you have said into a file on the server, which its"
                + " administrator hands over to you; for staff, what anybody has.")
        .from("Ergo, HistServ EXPORT");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return AllOfAccount.run(
        session, voice, words, (data, account) -> export(session, voice, data, account));
  }

  private static Reply export(
      IrcSession session, Voice voice, PersonalData data, AccountName account) {
    boolean isStaff = session.door().staff().may(session, Privilege.PERSONAL);
    var pause =
        isStaff ? Optional.<Instant>empty() : session.apart(() -> data.pausedUntil(account));
    if (pause.isPresent()) {
      return voice.says(
          "There is a file of yours; the next is written after " + Words.date(pause.get()));
    }
    Deeds.note(session, Deeds.of(session, "export", account.shown()));
    boolean hasBegun =
        data.export(account, found -> session.tell(voice.says(text(account, found, data)).lines()));
    return voice.says(
        hasBegun
            ? "What " + account + " has said is being written: you are told when the file is there"
            : "That is under way, or too much else is: try again later");
  }

  private static String text(AccountName account, Optional<Export> found, PersonalData data) {
    return found
        .map(export ->
            "What "
                + account
                + " has said is in the file "
                + export.path()
                + " among the data of the server (messages: "
                + export.messages()
                + "). Its administrator hands it over; it is deleted after "
                + data.settings().exportDays()
                + " days")
        .orElse("What " + account + " has said could not be written: try again later");
  }
}
