package chat.salon.core.protect;

import java.util.List;

/// What keeps the server in order. Section `[protection]` of the configuration.
///
/// @param exempt addresses and ranges for which bans by address never hold, and which are let in
///   however tightly the server is shut
/// @param appeal told to who is banned: whom to ask
/// @param banDays that a ban lasts at most, when it is for a time
/// @param bans kept at most
/// @param filters kept at most
/// @param joinsPerMinute of one person; 0 for no limit
/// @param nicksPerMinute changes of one person's nick; 0 for no limit
/// @param invitesPerMinute of one person, and questions to come in; 0 for no limit
/// @param targetsPerMinute others to whom one person without an account begins to write; 0 for no
///   limit
public record ProtectionSettings(
    List<String> exempt,
    String appeal,
    int banDays,
    int bans,
    int filters,
    int joinsPerMinute,
    int nicksPerMinute,
    int invitesPerMinute,
    int targetsPerMinute) {
  private static final int LONGEST_APPEAL = 200;

  public static final ProtectionSettings DEFAULT =
      new ProtectionSettings(List.of("127.0.0.0/8", "::1"), "", 3650, 10_000, 200, 40, 6, 20, 10);

  public ProtectionSettings {
    exempt = List.copyOf(exempt);
    for (var range : exempt) {
      if (AddressRange.parse(range).isEmpty()) {
        throw new IllegalArgumentException(
            "protection.exempt has \""
                + range
                + "\": it must be an address, or a range such as 192.0.2.0/24");
      }
    }
    if (appeal.length() > LONGEST_APPEAL || appeal.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "protection.appeal must be one line of at most " + LONGEST_APPEAL + " characters");
    }
    check("ban_days", banDays, 1, 36_500);
    check("bans", bans, 1, 1_000_000);
    check("filters", filters, 0, 10_000);
    check("joins_per_minute", joinsPerMinute, 0, 100_000);
    check("nicks_per_minute", nicksPerMinute, 0, 100_000);
    check("invites_per_minute", invitesPerMinute, 0, 100_000);
    check("targets_per_minute", targetsPerMinute, 0, 100_000);
  }

  /// How often a minute something may be done; 0 for no limit.
  public int perMinute(Hindrance.Haste what) {
    return switch (what) {
      case JOINING -> joinsPerMinute;
      case RENAMING -> nicksPerMinute;
      case INVITING -> invitesPerMinute;
      case REACHING -> targetsPerMinute;
    };
  }

  /// Whether bans by address never hold for an address.
  public boolean isExempt(String address) {
    return exempt.stream()
        .flatMap(range -> AddressRange.parse(range).stream())
        .anyMatch(range -> range.contains(address));
  }

  private static void check(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "protection." + key + " is " + value + ": it must be from " + least + " to " + most);
    }
  }
}
