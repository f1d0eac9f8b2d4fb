package chat.salon.irc;

import java.util.List;

/// One of the server's own, to whom people talk as to anybody else: NickServ. Stateless; runs on
/// the turn of the session that talks to it, and may wait as a command may. What is said to it is
/// never kept, relayed or logged: it may be a password.
public interface Service {

  /// The nick under which it is spoken to.
  String name();

  /// What it is there for, as WHOIS says it.
  String description();

  /// What it can be told to do, in the order of their names.
  default List<Spec> specs() {
    return List.of();
  }

  /// Does what it was told.
  ///
  /// @param text of the PRIVMSG, or the parameters of the short command joined by spaces
  /// @return what only the sender sees
  Reply said(IrcSession session, String text);
}
