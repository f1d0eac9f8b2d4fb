package chat.salon.core.bouncer;

/// What holds for people whose connections have ended. Section `[bouncer]` of the configuration. An
/// [IllegalArgumentException] names the key.
///
/// @param alwaysOn whether accounts stay in their channels while no connection of theirs is open
/// @param autoAway who stays so is shown as away meanwhile
/// @param expiryDays after which who has not come back leaves; 0 for never
/// @param replayLines of each conversation that a client without draft/chathistory is shown of what
///   it missed; 0 for none
/// @param playbackLines of each conversation that znc.in/playback plays at most
/// @param devices of an account of which it is remembered when they were here last
public record BouncerSettings(
    Policy alwaysOn,
    boolean autoAway,
    int expiryDays,
    int replayLines,
    int playbackLines,
    int devices) {

  /// Who stays while not connected.
  public enum Policy {
    /// Nobody.
    OFF,
    /// Who says so.
    OPT_IN,
    /// Everybody with an account who does not say otherwise.
    OPT_OUT,
    /// Everybody with an account.
    MANDATORY
  }

  /// What holds where the configuration says nothing.
  public static final BouncerSettings DEFAULT =
      new BouncerSettings(Policy.OPT_IN, true, 90, 50, 2000, 16);

  public BouncerSettings {
    check("expiry_days", expiryDays, 0, 36_500);
    check("replay_lines", replayLines, 0, 1_000);
    check("playback_lines", playbackLines, 1, 100_000);
    check("devices", devices, 1, 1_000);
  }

  private static void check(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "bouncer." + key + " is " + value + ": it must be from " + least + " to " + most);
    }
  }
}
