package chat.salon.irc.service;

import chat.salon.core.AccountName;
import chat.salon.core.Bonded;
import chat.salon.core.FriendDeed;
import chat.salon.core.Nick;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.core.SlashCommand;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// NickServ FRIEND, UNFRIEND, BLOCK, UNBLOCK: what somebody does about somebody else.
///
/// @param command which names and explains it
record NickServDeed(SlashCommand command, FriendDeed deed) implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec(command.name(), 1, Slash.helpAnywhere(command));
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var own = session.accountName();
    if (own == null) {
      return voice.says(Numerics.text(new NotLoggedIn()));
    }
    var name = words.getFirst();
    return session
        .salon()
        .nick(name)
        .map(nick -> act(session, voice, own, nick))
        .orElseGet(() -> voice.says(Numerics.text(new NoSuchNick(name))));
  }

  private Reply act(IrcSession session, Voice voice, AccountName own, Nick nick) {
    var friends = session.salon().friends();
    session.upToDate();
    return session
        .apart(() -> friends.act(own, deed, nick))
        .map(why -> voice.says(Numerics.text(why)))
        .orElseGet(() -> voice.says(now(session.apart(() -> friends.bonded(own, nick)))));
  }

  /// How somebody stands to the account.
  static String now(Bonded bonded) {
    var name = bonded.other().shown();
    if (bonded.isBlocked()) {
      return name + " is blocked";
    }
    return switch (bonded.bond()) {
      case NONE -> name + " is neither a friend of yours nor blocked";
      case ASKED -> name + " has been asked";
      case ASKS -> name + " asks to be your friend";
      case FRIENDS -> name + " is a friend of yours";
    };
  }
}
