package chat.salon.irc.service;

import chat.salon.core.Bonded;
import chat.salon.core.Nick;
import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.core.SlashCommand;
import chat.salon.core.account.Friendships.Bond;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// NickServ FRIENDS: friends with their presence, requests, and who is blocked.
final class NickServFriends implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("FRIENDS", 0, Slash.helpAnywhere(SlashCommand.FRIENDS));
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var own = session.accountName();
    if (own == null) {
      return voice.says(Numerics.text(new NotLoggedIn()));
    }
    session.upToDate();
    var all = session.apart(() -> session.salon().friends().all(own));
    return all.isEmpty()
        ? voice.says("You have no friends here yet: FRIEND <name> asks somebody")
        : voice.says(all.stream().map(one -> line(session, one)).toList());
  }

  private static String line(IrcSession session, Bonded one) {
    var now = NickServDeed.now(one);
    return one.bond() == Bond.FRIENDS ? now + ", " + presence(session, one) : now;
  }

  private static String presence(IrcSession session, Bonded friend) {
    var salon = session.salon();
    return salon
        .people()
        .directory()
        .find(Nick.trusted(friend.other().shown()))
        .filter(person -> salon.friends().maySee(session.presence(), person))
        .map(person -> person.isAway() ? "away" : "online")
        .orElse("offline");
  }
}
