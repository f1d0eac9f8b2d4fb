package chat.salon.irc.query;

import chat.salon.core.ChannelName;
import chat.salon.core.Person;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.irc.Cap;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// One person in an answer to WHO.
///
/// @param channel as a member of which they are shown; null for none
/// @param ranks that they hold there
record WhoRow(Person person, @Nullable ChannelName channel, Ranks ranks) {
  private static final String HIDDEN_ADDRESS = "255.255.255.255";

  /// What stands before the name of a member: all ranks for who negotiated multi-prefix, else the
  /// highest.
  static String prefixes(IrcSession session, Ranks ranks) {
    return session.has(Cap.MULTI_PREFIX)
        ? ranks.prefixes()
        : ranks.highest().map(Rank::prefix).map(String::valueOf).orElse("");
  }

  /// `H` or `G` for here or gone, `*` for staff, `B` for a program, then the prefixes.
  static String flags(Person person, String prefixes) {
    return (person.isAway() ? "G" : "H")
        + (person.standing().oper() ? "*" : "")
        + (person.standing().bot() ? "B" : "")
        + prefixes;
  }

  /// 352 (RPL_WHOREPLY).
  Line line(IrcSession session) {
    var server = Servers.of(session, person);
    return session.numeric(
        "352",
        channelShown(),
        person.user(),
        person.host(),
        server.name(),
        person.nick().shown(),
        flags(person, prefixes(session, ranks)),
        server.hops() + " " + person.realname());
  }

  /// 354 (RPL_WHOSPCRPL): the fields that were asked for, in the order of the specification.
  Line line(IrcSession session, WhoFields fields) {
    var values = new ArrayList<String>();
    for (char field : WhoFields.ORDER.toCharArray()) {
      if (fields.has(field)) {
        values.add(value(session, field, fields.token()));
      }
    }
    return session.numeric("354", values.toArray(String[]::new));
  }

  private String value(IrcSession session, char field, String token) {
    var account = person.account();
    return switch (field) {
      case 't' -> token;
      case 'c' -> channelShown();
      case 'u' -> person.user();
      case 'i' -> address(session);
      case 'h' -> person.host();
      case 's' -> Servers.of(session, person).name();
      case 'n' -> person.nick().shown();
      case 'f' -> flags(person, prefixes(session, ranks));
      case 'd' -> String.valueOf(Servers.of(session, person).hops());
      case 'l' -> String.valueOf(idle(session));
      case 'a' -> account == null ? "0" : account.shown();
      case 'o' -> "n/a";
      default -> person.realname();
    };
  }

  private String channelShown() {
    return channel == null ? "*" : channel.shown();
  }

  // For themselves only; administrators have WHOIS.
  private String address(IrcSession session) {
    return person.id().equals(session.presence().id())
        ? Words.address(session.address())
        : HIDDEN_ADDRESS;
  }

  private long idle(IrcSession session) {
    var now = session.door().now();
    return session
        .salon()
        .people()
        .presence(person.id())
        .map(presence -> Math.max(0, Duration.between(presence.lastSpoke(), now).toSeconds()))
        .orElse(0L);
  }
}
