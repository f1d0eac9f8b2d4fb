package chat.salon.irc.login;

import chat.salon.core.ChannelName;
import chat.salon.core.Nick;
import chat.salon.core.Rank;
import chat.salon.core.account.AuthTokens.Claims;
import chat.salon.irc.Cap;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.TokenService;
import chat.salon.irc.arrival.Ranges;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// TOKEN: people ask for something by which another service knows them, and those services ask
/// whose it is. A token tells of one channel at most, and only when it was asked for that one:
/// where else somebody is is nobody's business.
final class TokenCommand implements Command {
  private static final String TYPE = "draft/authtoken";

  @Override
  public Spec spec() {
    return Spec.always(
            "TOKEN",
            1,
            "TOKEN SERVICELIST: tells which services there are beside the chat. TOKEN GENERATE"
                + " <service> [<channel or nick>]: makes a token by which one of them knows you, once."
                + " TOKEN VALIDATE <service> :<token>: tells such a service whose it is.")
        .from("IRCv3 draft/authtoken (proposal 602), TOKEN command");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    return switch (line.param(0).toUpperCase(Locale.ROOT)) {
      case "SERVICELIST" -> services(session);
      case "GENERATE" -> generate(session, line.param(1), line.param(2));
      case "VALIDATE" -> validate(session, line);
      default ->
          Reply.of(
              session.fail(
                  "UNKNOWN_COMMAND",
                  Line.word(line.param(0)),
                  "TOKEN knows SERVICELIST, GENERATE and VALIDATE"));
    };
  }

  /// All services, as who negotiated the capability is told when they come in.
  static Reply services(IrcSession session) {
    var services = session.door().tokens().settings().services();
    if (services.isEmpty()) {
      return Reply.of(
          session.standardReply(
              "NOTE", "TOKEN", "NO_SERVICES", "There are no services beside the chat here"));
    }
    var lines =
        services.stream()
            .map(one -> said(session, "SERVICE", one.name(), one.url(), one.description()))
            .toList();
    return Reply.batch(session, lines, TYPE, "*");
  }

  private static Reply generate(IrcSession session, String name, String scope) {
    if (!session.isRegistered()) {
      return Reply.of(session.numeric("451", "You have not registered"));
    }
    var desk = session.door().tokens();
    var service = desk.settings().service(name);
    if (service.isEmpty()) {
      return Reply.of(
          session.fail(
              "UNKNOWN_SERVICE",
              named(name),
              "There is no such service: TOKEN SERVICELIST tells which there are"));
    }
    if (desk.settings().accountRequired() && session.accountName() == null) {
      return Reply.of(session.fail("ACCOUNT_REQUIRED", "Log in to an account to get a token"));
    }
    var claims = claims(session, scope);
    if (claims.isEmpty()) {
      return Reply.of(
          session.fail(
              "INVALID_SCOPE",
              Line.word(scope),
              "That is no channel that you are on, and not you"));
    }
    var now = session.door().now();
    return session
        .apart(() -> desk.make(service.get(), claims.get(), now))
        .map(token -> Reply.of(said(session, "GENERATE", service.get().name(), token)))
        .orElseGet(() ->
            Reply.of(session.fail("INTERNAL_ERROR", "Too many tokens wait: try again later")));
  }

  // Empty for a channel that they are not on, and for somebody else.
  private static Optional<Claims> claims(IrcSession session, String scope) {
    var account = session.accountName();
    var nick = session.nick();
    if (scope.isEmpty()) {
      return Optional.of(new Claims(account, nick, "", false, false));
    }
    var channel = session.salon().channelName(scope);
    if (channel.isPresent()) {
      return inChannel(session, channel.get());
    }
    return Nick.parse(scope).equals(Nick.parse(nick))
        ? Optional.of(new Claims(account, nick, nick, false, false))
        : Optional.empty();
  }

  private static Optional<Claims> inChannel(IrcSession session, ChannelName name) {
    var self = session.presence().id();
    return session
        .look(name)
        .filter(channel -> channel.has(self))
        .map(channel ->
            new Claims(
                session.accountName(),
                session.nick(),
                channel.name().shown(),
                true,
                channel.ranks(self).atLeast(Rank.OP)));
  }

  private static Reply validate(IrcSession session, Line line) {
    if (!session.has(Cap.BATCH)) {
      return Reply.of(session.fail("NEED_CAPABILITY", "batch", "Negotiate batch before that"));
    }
    var desk = session.door().tokens();
    var validators = new Ranges(desk.settings().validators());
    if (!validators.has(session.inetAddress())) {
      return Reply.of(
          session.fail(
              "NO_PERMISSIONS", named(line.param(1)), "Services do not ask from your address"));
    }
    var now = session.door().now();
    var service = desk.settings().service(line.param(1));
    var claims = service.flatMap(one -> session.apart(() -> desk.show(one, line.param(2), now)));
    return claims.isEmpty()
        ? Reply.of(session.fail("INVALID_TOKEN", "That is not a token which is good here now"))
        : told(session, service.orElseThrow(), claims.get());
  }

  private static Reply told(IrcSession session, TokenService service, Claims claims) {
    var lines = new ArrayList<Line>();
    if (claims.account() != null) {
      lines.add(said(session, "CLAIM", "account", claims.account().shown()));
    }
    lines.add(said(session, "CLAIM", "name", claims.nick()));
    if (!claims.scope().isEmpty()) {
      lines.add(said(session, "CLAIM", "scope", claims.scope()));
    }
    if (claims.member()) {
      lines.add(said(session, "CLAIM", "member_of", claims.scope()));
    }
    if (claims.operator()) {
      lines.add(said(session, "CLAIM", "operator_of", claims.scope()));
    }
    return Reply.batch(session, List.copyOf(lines), TYPE, service.name());
  }

  private static Line said(IrcSession session, String... params) {
    var all = new ArrayList<>(List.of(params));
    return Line.of(session.serverName(), "TOKEN", all.toArray(String[]::new));
  }

  private static String named(String name) {
    return name.isEmpty() ? "*" : Line.word(name);
  }
}
