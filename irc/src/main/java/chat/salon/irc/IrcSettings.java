package chat.salon.irc;

/// What bounds an IRC connection. Section `[irc]` of the configuration; 0 turns a limit off where
/// it says so.
///
/// @param loops event loops; 0 for one on up to four cores and one for every two on more
/// @param pingSeconds of silence after which a client is asked whether it is there; 0 for never
/// @param pongSeconds it then has to answer
/// @param registrationSeconds a connection has to register; 0 for no limit
/// @param registrationLines it may send until then; 0 for no limit
/// @param lineBytes of a line without its tags, with CR LF
/// @param tagBytes of the tags that a client may send
/// @param sendQueueBytes that may wait for a client that does not read
/// @param receiveQueueLines that may wait for their turn
/// @param floodBurst lines at once before a client is slowed down; 0 for no limit
/// @param floodLinesPerSecond when it is
/// @param connectionsPerAddress at once, IPv6 by /64; 0 for no limit
/// @param connectionsPerMinute per address; 0 for no limit
/// @param maxTargets of one PRIVMSG, NOTICE, TAGMSG or KICK
/// @param maxModes with a parameter in one MODE
/// @param monitored nicks of which one client is told when they come and go
/// @param silenced masks of one connection
/// @param whoMatches people that WHO tells of at most when a mask is asked for
/// @param plainPasswords take passwords over unencrypted connections from other machines
/// @param cloak hide the addresses of people from each other
/// @param joinOwnChannels who logs in is joined to the registered channels of the account
public record IrcSettings(
    int loops,
    int pingSeconds,
    int pongSeconds,
    int registrationSeconds,
    int registrationLines,
    int lineBytes,
    int tagBytes,
    int sendQueueBytes,
    int receiveQueueLines,
    int floodBurst,
    int floodLinesPerSecond,
    int connectionsPerAddress,
    int connectionsPerMinute,
    int maxTargets,
    int maxModes,
    int monitored,
    int silenced,
    int whoMatches,
    boolean plainPasswords,
    boolean cloak,
    boolean joinOwnChannels) {

  public static final IrcSettings DEFAULT =
      new IrcSettings(
          0, 60, 30, 10, 64, 512, 4094, 1 << 20, 512, 10, 2, 100, 120, 4, 20, 100, 32, 500, false,
          true, true);

  public IrcSettings {
    check("loops", loops, 0, 256);
    check("ping_seconds", pingSeconds, 0, 86_400);
    check("pong_seconds", pongSeconds, 1, 86_400);
    check("registration_seconds", registrationSeconds, 0, 3_600);
    check("registration_lines", registrationLines, 0, 100_000);
    check("line_bytes", lineBytes, 512, 16_384);
    check("tag_bytes", tagBytes, 4_094, 8_190);
    check("send_queue_bytes", sendQueueBytes, 16_384, 1 << 30);
    check("receive_queue_lines", receiveQueueLines, 8, 1 << 20);
    check("flood_burst", floodBurst, 0, 1 << 20);
    check("flood_lines_per_second", floodLinesPerSecond, 1, 1 << 20);
    check("connections_per_address", connectionsPerAddress, 0, 1 << 20);
    check("connections_per_minute", connectionsPerMinute, 0, 1 << 20);
    check("max_targets", maxTargets, 1, 1_000);
    check("max_modes", maxModes, 1, 100);
    check("monitored", monitored, 1, 10_000);
    check("silenced", silenced, 1, 1_000);
    check("who_matches", whoMatches, 1, 100_000);
  }

  private static void check(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "irc." + key + " is " + value + ": it must be from " + least + " to " + most);
    }
  }
}
