package chat.salon.core;

import chat.salon.core.protect.AddressRange;
import chat.salon.core.protect.ServerBan;
import chat.salon.core.protect.ServerBan.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The bans from the server that hold, ready to be asked of everybody who comes. Never changes.
final class Bans {
  private final List<Held> all;

  private record Held(ServerBan ban, @Nullable AddressRange range) {
    static Held of(ServerBan ban) {
      return new Held(
          ban, ban.kind() == Kind.ADDRESS ? AddressRange.parse(ban.mask()).orElse(null) : null);
    }

    boolean covers(Person who, String address, boolean isExempt) {
      return range == null
          ? ban.covers(who, address, isExempt)
          : !isExempt && range.contains(address);
    }
  }

  Bans(List<ServerBan> bans) {
    all = bans.stream().map(Held::of).toList();
  }

  /// The one that keeps everybody out of an account.
  Optional<ServerBan> suspending(AccountName account, Instant now) {
    return all.stream()
        .map(Held::ban)
        .filter(ban ->
            ban.kind() == Kind.SUSPENSION && ban.mask().equals(account.folded()) && ban.holds(now))
        .findFirst();
  }

  /// The one by which nobody may have a name.
  ///
  /// @param kind of the name
  Optional<ServerBan> forbidding(Kind kind, String folded, Instant now) {
    return all.stream()
        .map(Held::ban)
        .filter(ban -> ban.kind() == kind && ban.holds(now) && Glob.matches(ban.mask(), folded))
        .findFirst();
  }

  /// The first that is about somebody.
  Optional<ServerBan> on(Person who, String address, boolean isExempt, Instant now) {
    for (var held : all) {
      if (held.ban().holds(now) && held.covers(who, address, isExempt)) {
        return Optional.of(held.ban());
      }
    }
    return Optional.empty();
  }
}
