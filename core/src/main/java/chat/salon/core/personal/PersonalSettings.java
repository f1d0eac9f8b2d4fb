package chat.salon.core.personal;

/// What bounds that what one account has said is read out or deleted. Section `[personal]` of the
/// configuration. An [IllegalArgumentException] names the key.
///
/// @param exportDays after which a file is deleted
/// @param exportPauseHours between two files of one account; 0 for none
/// @param rows of the log that are looked at in one go
/// @param atOnce messages that are being deleted at one moment
/// @param queue orders that wait for those before them
public record PersonalSettings(
    int exportDays, int exportPauseHours, int rows, int atOnce, int queue) {

  /// What holds where the configuration says nothing.
  public static final PersonalSettings DEFAULT = new PersonalSettings(7, 24, 1000, 100, 100);

  public PersonalSettings {
    check("export_days", exportDays, 1, 3650);
    check("export_pause_hours", exportPauseHours, 0, 8760);
    check("rows", rows, 1, 100_000);
    check("at_once", atOnce, 1, 1000);
    check("queue", queue, 1, 10_000);
  }

  private static void check(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "personal." + key + " is " + value + ": it must be from " + least + " to " + most);
    }
  }
}
