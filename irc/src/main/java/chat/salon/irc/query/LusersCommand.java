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
    return new Spec("LUSERS", 0, "LUSERS: how many people and channels there are.")
        .from("Modern IRC, LUSERS message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    session.upToDate();
    return of(session, session.salon().channels(session.actor()).size());
  }

  /// The counts as they are shown, also to who has just been let in.
  public static Reply of(IrcSession session, int channels) {
    var nodes = session.salon().topology().nodes();
    var directory = session.salon().people().directory();
    var here = directory.crowd(nodes.getFirst().number());
    var census = directory.census();
    int visible = census.people() - census.invisible();
    return Reply.of(
        session.numeric(
            "251",
            "There are "
                + visible
                + " users and "
                + census.invisible()
                + " invisible on "
                + nodes.size()
                + " servers"),
        session.numeric("252", String.valueOf(census.opers()), "operator(s) online"),
        session.numeric(
            "253", String.valueOf(session.door().unregistered().get()), "unknown connection(s)"),
        session.numeric("254", String.valueOf(channels), "channels formed"),
        session.numeric(
            "255", "I have " + here.people() + " clients and " + (nodes.size() - 1) + " servers"),
        users(session, "265", "local", here.people(), here.most()),
        users(session, "266", "global", census.people(), census.most()));
  }

  private static Line users(IrcSession session, String code, String which, int people, int most) {
    return session.numeric(
        code,
        String.valueOf(people),
        String.valueOf(most),
        "Current %s users %d, max %d".formatted(which, people, most));
  }
}
