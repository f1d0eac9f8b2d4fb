package chat.salon.core;

import java.util.Optional;

/// The ranks of one member; a member may hold several.
///
/// @param bits one bit a rank, the highest rank in the lowest bit
public record Ranks(int bits) {
  public static final Ranks NONE = new Ranks(0);

  public static Ranks of(Rank rank) {
    return NONE.with(rank);
  }

  /// From mode letters, as they are stored; unknown letters are left out.
  public static Ranks ofLetters(String letters) {
    var ranks = NONE;
    for (int i = 0; i < letters.length(); i++) {
      var rank = Rank.ofLetter(letters.charAt(i));
      if (rank.isPresent()) {
        ranks = ranks.with(rank.get());
      }
    }
    return ranks;
  }

  public Ranks with(Rank rank) {
    return new Ranks(bits | rank.bit());
  }

  public Ranks without(Rank rank) {
    return new Ranks(bits & ~rank.bit());
  }

  public boolean has(Rank rank) {
    return (bits & rank.bit()) != 0;
  }

  /// Whether any of the ranks is this one or higher.
  public boolean atLeast(Rank rank) {
    return (bits & (rank.bit() | (rank.bit() - 1))) != 0;
  }

  public boolean isNone() {
    return bits == 0;
  }

  public Optional<Rank> highest() {
    for (var rank : Rank.values()) {
      if (has(rank)) {
        return Optional.of(rank);
      }
    }
    return Optional.empty();
  }

  /// Mode letters, highest first: `qo`.
  public String letters() {
    return spell(false);
  }

  /// Prefixes, highest first: `~@`.
  public String prefixes() {
    return spell(true);
  }

  private String spell(boolean prefixes) {
    if (bits == 0) {
      return "";
    }
    var text = new StringBuilder();
    for (var rank : Rank.values()) {
      if (has(rank)) {
        text.append(prefixes ? rank.prefix() : rank.letter());
      }
    }
    return text.toString();
  }
}
