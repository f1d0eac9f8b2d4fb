package chat.salon.irc.query;

import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;

/// LUSERS: how many people, channels and connections there are.
public final class LusersCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec("LUSERS", 0, "LUSERS: how many people and channels there are.");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    session.upToDate();
    return of(session, session.salon().channels(session.actor()).size());
  }

  /// The counts as they are shown, also to who has just been let in.
  public static Reply of(IrcSession session, int channels) {
    var census = session.salon().people().directory().census();
    var people = String.valueOf(census.people());
    var most = String.valueOf(census.most());
    int visible = census.people() - census.invisible();
    return Reply.of(
        session.numeric(
            "251",
            "There are "
                + visible
                + " users and "
                + census.invisible()
                + " invisible on 1 servers"),
        session.numeric("252", String.valueOf(census.opers()), "operator(s) online"),
        session.numeric(
            "253", String.valueOf(session.door().unregistered().get()), "unknown connection(s)"),
        session.numeric("254", String.valueOf(channels), "channels formed"),
        session.numeric("255", "I have " + people + " clients and 0 servers"),
        session.numeric("265", people, most, "Current local users " + people + ", max " + most),
        session.numeric("266", people, most, "Current global users " + people + ", max " + most));
  }
}
