package chat.salon.irc;

/// The hosts that staff give to accounts. Section `[vhosts]` of the configuration. Checked when it
/// is made; an [IllegalArgumentException] names the key.
///
/// @param longest characters of such a host
/// @param waiting accounts that may ask for one at a time; 0 when nobody may
/// @param fallback whether clients without the capability `chghost` see who has another host quit
///   and come in again
public record VhostSettings(int longest, int waiting, boolean fallback) {

  /// What holds where the configuration says nothing.
  public static final VhostSettings DEFAULT = new VhostSettings(64, 100, false);

  public VhostSettings {
    check("longest", longest, 8, 100);
    check("waiting", waiting, 0, 10_000);
  }

  private static void check(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "vhosts." + key + " is " + value + ": it must be from " + least + " to " + most);
    }
  }
}
