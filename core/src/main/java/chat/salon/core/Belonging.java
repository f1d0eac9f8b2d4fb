package chat.salon.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody who belongs to a channel: is in it, or has an account that does while nobody is
/// connected.
///
/// @param account null for a guest, who belongs to it only while they are in it
/// @param person null when they are not in it now
public record Belonging(@Nullable AccountName account, Ranks ranks, @Nullable Person person) {

  /// Everybody who belongs to a channel: those who are in it, in the order in which they came, and
  /// then the others by name.
  public static List<Belonging> to(ChannelState channel) {
    var all = new ArrayList<Belonging>();
    var here = new HashSet<AccountName>();
    for (var member : channel.members()) {
      var account = member.person().account();
      all.add(new Belonging(account, member.ranks(), member.person()));
      Optional.ofNullable(account).ifPresent(here::add);
    }
    if (channel.isRegistered()) {
      channel.seats().keySet().stream()
          .filter(account -> !here.contains(account))
          .sorted((one, other) -> one.folded().compareTo(other.folded()))
          .forEach(account -> all.add(new Belonging(account, channel.seat(account), null)));
    }
    return List.copyOf(all);
  }
}
