package chat.salon.irc.service;

import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;

/// NS, NICKSERV: a short way to talk to a service.
final class ServiceAlias implements Command {
  private final String name;
  private final String service;

  ServiceAlias(String name, String service) {
    this.name = name;
    this.service = service;
  }

  @Override
  public Spec spec() {
    return new Spec(name, 0, name + " <command>: the same as PRIVMSG " + service + " :<command>.")
        .from("Ergo and Anope, short commands of services");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    return session
        .door()
        .services()
        .find(service)
        .map(found -> found.said(session, String.join(" ", line.params())))
        .orElse(Reply.NONE);
  }
}
