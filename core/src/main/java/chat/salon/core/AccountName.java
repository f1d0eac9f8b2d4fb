package chat.salon.core;

import java.util.Optional;

/// The name of a durable, logged-in identity. Follows the rules of a [Nick], so that every account
/// can be shown under its own name.
///
/// @param shown as it was registered
/// @param folded as it is compared
public record AccountName(String shown, String folded) {

  /// An account name, or empty when the text could not be a nick.
  public static Optional<AccountName> parse(String text) {
    return Nick.parse(text).map(nick -> new AccountName(nick.shown(), nick.folded()));
  }

  /// A name from a place that has checked it already: the store, another node.
  public static AccountName trusted(String shown) {
    return new AccountName(shown, Fold.name(shown));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AccountName name && name.folded.equals(folded);
  }

  @Override
  public int hashCode() {
    return folded.hashCode();
  }

  @Override
  public String toString() {
    return shown;
  }
}
