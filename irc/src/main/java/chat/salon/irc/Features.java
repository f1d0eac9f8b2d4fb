package chat.salon.irc;

import chat.salon.core.Fold;
import chat.salon.core.Mask;
import chat.salon.wire.Isupport;
import chat.salon.wire.ModeString.Kinds;

/// What the server can do, as 005 tells it (RPL_ISUPPORT).
public final class Features {
  /// The letters of the ranks, the highest first.
  public static final String RANK_LETTERS = "qaohv";

  /// Their prefixes, in the same order.
  public static final String RANK_PREFIXES = "~&@%+";

  /// The modes of channels by their four kinds.
  public static final String CHANMODES = "beI,k,Sdfjl,CEHMPRUimnprstu";

  /// The same, as MODE reads them.
  public static final Kinds KINDS =
      Kinds.parse(CHANMODES, "(" + RANK_LETTERS + ")" + RANK_PREFIXES);

  private Features() {}

  /// The letters of all modes of channels, as 004 tells them.
  ///
  /// @param onlyWithParameter leaves out the flags
  public static String channelModes(boolean onlyWithParameter) {
    var all = onlyWithParameter ? CHANMODES.substring(0, CHANMODES.lastIndexOf(',')) : CHANMODES;
    return all.replace(",", "") + RANK_LETTERS;
  }

  static Isupport of(Door door) {
    var limits = door.salon().limits();
    var settings = door.settings();
    var targets = String.valueOf(settings.maxTargets());
    return LoginFeatures.of(door, MessageFeatures.of(door, Isupport.EMPTY))
        .with("ACCEPT", String.valueOf(limits.accepted()))
        .with("ACCOUNTEXTBAN", String.valueOf(Mask.ACCOUNT))
        .with("AWAYLEN", String.valueOf(limits.awayLength()))
        .with("BOT", "B")
        .with("CASEMAPPING", Fold.mapping().title())
        .with("CHANLIMIT", "#:" + limits.channelsPerPerson())
        .with("CHANMODES", CHANMODES)
        .with("CHANNELLEN", String.valueOf(limits.channelLength()))
        .with("CHANTYPES", "#")
        .with("CHATHISTORY", String.valueOf(limits.historyPage()))
        .with("ELIST", "CMNTU")
        .with("EXCEPTS", "e")
        .with("EXTBAN", "," + Mask.EXTENDED)
        .with("INVEX", "I")
        .with("KEYLEN", String.valueOf(limits.keyLength()))
        .with("KICKLEN", String.valueOf(limits.kickLength()))
        .with("KNOCK")
        .with("MAXLIST", "beI:" + limits.listEntries())
        .with("MAXMODES", String.valueOf(settings.maxModes()))
        .with("MAXTARGETS", targets)
        .with("MODES", String.valueOf(settings.maxModes()))
        .with("MONITOR", String.valueOf(settings.monitored()))
        .with("MSGREFTYPES", "msgid,timestamp")
        .with("NAMELEN", String.valueOf(limits.realnameLength()))
        .with("NETWORK", door.info().network())
        .with("NICKLEN", String.valueOf(limits.nickLength()))
        .with("PREFIX", "(" + RANK_LETTERS + ")" + RANK_PREFIXES)
        .with("SAFELIST")
        .with("SILENCE", String.valueOf(settings.silenced()))
        .with("STATUSMSG", RANK_PREFIXES)
        .with(
            "TARGMAX",
            "JOIN:,KICK:%1$s,LIST:,NAMES:,NOTICE:%1$s,PART:,PRIVMSG:%1$s,TAGMSG:%1$s,WHOIS:1,WHOWAS:%1$s"
                .formatted(targets))
        .with("TOPICLEN", String.valueOf(limits.topicLength()))
        .with("USERLEN", String.valueOf(limits.userLength()))
        .with("UTF8ONLY")
        .with("VAPID", door.pushing().key())
        .with("WHOX");
  }
}
