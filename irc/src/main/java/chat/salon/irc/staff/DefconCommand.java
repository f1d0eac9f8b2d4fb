package chat.salon.irc.staff;

import chat.salon.core.protect.Announcement.To;
import chat.salon.core.protect.Privilege;
import chat.salon.core.protect.Rules;
import chat.salon.irc.Command;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;

/// DEFCON: how tightly the server is shut, on every node and over restarts, until it is opened.
final class DefconCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            "DEFCON",
            0,
            "DEFCON [<1 to 5>]: tells or sets how tightly the server is shut. 5: open. 4: no new"
                + " accounts or registered channels. 3: who has no account writes privately to staff"
                + " only. 2: who has no account does not come in. 1: nobody comes in but staff, and"
                + " from exempt addresses.")
        .needs(Privilege.DEFCON)
        .from("Ergo, DEFCON");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var protection = session.salon().protection();
    var text = line.param(0);
    if (text.isEmpty()) {
      return Deeds.says(session, "Current DEFCON level is " + protection.rules().level());
    }
    int level = text.length() == 1 ? Character.digit(text.charAt(0), 10) : -1;
    if (level < 1 || level > Rules.OPEN) {
      return Reply.of(
          session.standardReply(
              "FAIL", "DEFCON", "INVALID_PARAMS", "A level is a number from 1 to " + Rules.OPEN));
    }
    var deed =
        Deeds.of(session, "defcon", text, "before", String.valueOf(protection.rules().level()));
    session.apart(() -> {
      protection.defences().level(level, deed);
      return true;
    });
    session.awaiting(() -> {
      protection.renew();
      return true;
    });
    Deeds.tell(session, To.BANS, "set the DEFCON level to " + level);
    return Deeds.says(session, "Current DEFCON level is " + level);
  }
}
