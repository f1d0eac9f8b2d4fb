package chat.salon.irc.service;

import chat.salon.core.AccountName;
import chat.salon.core.protect.AddressRange;
import chat.salon.core.protect.Announcement.To;
import chat.salon.core.protect.Decree;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Voice;
import chat.salon.irc.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the commands of HostServ have in common. On the session's turn.
final class GivenHost {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?");
  private static final Pattern SEPARATOR = Pattern.compile("[./]");
  private static final Pattern LIKE_ADDRESS = Pattern.compile("[0-9./]+");

  private GivenHost() {}

  /// Why nobody can be shown under a host; empty when they can. No address, which exceptions from
  /// bans may be for, no cloak, and nothing that services are known by.
  static Optional<String> refusal(IrcSession session, String host) {
    int most = session.door().hosts().settings().longest();
    if (host.length() > most) {
      return Optional.of("A host has at most " + most + " characters");
    }
    boolean isHost =
        SEPARATOR.splitAsStream(host + ".end").allMatch(part -> HOST.matcher(part).matches());
    if (!isHost) {
      return Optional.of(
          Words.named(host) + " is no host: letters, digits, - and _, with . or / between them");
    }
    var folded = host.toLowerCase(Locale.ROOT);
    boolean isTaken =
        LIKE_ADDRESS.matcher(host).matches()
            || AddressRange.parse(host).isPresent()
            || folded.equals("cloak")
            || folded.endsWith(".cloak")
            || folded.equals(Voice.host(session).toLowerCase(Locale.ROOT));
    return isTaken
        ? Optional.of(Words.named(host) + " is for others: addresses, cloaks and services")
        : Optional.empty();
  }

  /// Gives an account a host.
  static Reply give(
      IrcSession session, Voice voice, AccountName account, String host, String action) {
    var deed = Deeds.of(session, action, account.shown(), "host", host);
    boolean was = session.apart(() -> session.door().hosts().vhosts().give(account, host, deed));
    if (!was) {
      return voice.says(OnAccountOf.none(account.shown()));
    }
    show(session, account);
    Deeds.tell(session, To.ACCOUNTS, "gave " + account + " the host " + host);
    return voice.says(account + " is shown under " + host);
  }

  /// Shows everybody under which host an account is now, on every node.
  static void show(IrcSession session, AccountName account) {
    session.awaiting(() -> {
      session.salon().protection().decree(new Decree.Rehost(account));
      return true;
    });
  }
}
