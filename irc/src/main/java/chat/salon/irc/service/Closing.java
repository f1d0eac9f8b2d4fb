package chat.salon.irc.service;

import chat.salon.core.ChannelName;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Refusal.BadDuration;
import chat.salon.core.Refusal.GroupName;
import chat.salon.core.WrittenDuration;
import chat.salon.core.protect.Announcement.To;
import chat.salon.core.protect.Closure;
import chat.salon.core.request.DropChannel;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.ProtectionWords;
import chat.salon.irc.Reply;
import chat.salon.irc.Voice;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What ChanServ does for staff about channels that are to be closed. On the session's turn.
final class Closing {
  private Closing() {}

  /// Closes a channel on every node, and puts out who is in.
  ///
  /// @param duration as written; empty for good
  static Reply close(
      IrcSession session,
      Voice voice,
      ChannelName channel,
      Closure.Kind kind,
      String duration,
      String written) {
    if (channel.isGroup()) {
      return voice.says(Numerics.text(new GroupName(channel.shown())));
    }
    var protection = session.salon().protection();
    int most = protection.settings().banDays();
    var lasts = duration.isEmpty() ? null : WrittenDuration.parse(duration).orElse(null);
    if (!duration.isEmpty() && (lasts == null || lasts.compareTo(Duration.ofDays(most)) > 0)) {
      return voice.says(Numerics.text(new BadDuration(duration, most)));
    }
    boolean isThere = protection.closure(channel).isPresent();
    if (!isThere && protection.rules().closures().size() >= protection.settings().bans()) {
      return voice.says("There are too many closed channels: open some first");
    }
    var limit = session.salon().limits().kickLength();
    var reason = session.fit(written, limit, "KICK", channel.shown(), session.nick());
    var now = session.door().now();
    var closure =
        new Closure(
            channel,
            kind,
            reason,
            Deeds.name(session),
            now,
            lasts == null ? null : now.plus(lasts));
    var deed =
        Deeds.of(session, action(kind), channel.shown(), "reason", reason, "duration", duration);
    session.apart(() -> {
      protection.defences().close(closure, deed);
      return true;
    });
    renew(session);
    if (kind == Closure.Kind.PURGED) {
      var _ = session.ask(channel, new DropChannel(true)) instanceof Done; // if it is registered
    }
    Deeds.tell(session, To.BANS, "closed " + channel + ": " + ProtectionWords.shown(closure));
    return voice.says(channel + " is closed · " + ProtectionWords.shown(closure));
  }

  /// Opens a channel that was closed in this way.
  static Reply reopen(IrcSession session, Voice voice, ChannelName channel, Closure.Kind kind) {
    var protection = session.salon().protection();
    var deed = Deeds.of(session, "un" + action(kind), channel.shown());
    boolean was = session.apart(() -> protection.defences().reopen(channel, kind, deed));
    if (!was) {
      return voice.says(channel + " is not " + kind.name().toLowerCase(Locale.ROOT));
    }
    renew(session);
    Deeds.tell(session, To.BANS, "opened " + channel + " again");
    return voice.says(channel + " is open again");
  }

  /// Which channels are closed in this way.
  static Reply list(IrcSession session, Voice voice, Closure.Kind kind) {
    var protection = session.salon().protection();
    List<String> texts =
        protection.rules().closures().stream()
            .filter(one -> one.kind() == kind && one.holds(session.door().now()))
            .map(one -> one.channel() + " · " + ProtectionWords.shown(one))
            .toList();
    return texts.isEmpty() ? voice.says("No channel is") : voice.says(texts);
  }

  private static void renew(IrcSession session) {
    session.awaiting(() -> {
      session.salon().protection().renew();
      return true;
    });
  }

  private static String action(Closure.Kind kind) {
    return switch (kind) {
      case SUSPENDED -> "suspend_channel";
      case PURGED -> "purge_channel";
    };
  }
}
