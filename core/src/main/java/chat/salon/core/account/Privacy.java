package chat.salon.core.account;

/// Who may do what with an account.
///
/// @param write whose private messages come in as such; those of others wait as requests
/// @param add who may ask to be friends
/// @param see who is shown whether the account is connected; who is on a channel with somebody sees
///   them there
public record Privacy(Circle write, Circle add, Circle see) {
  /// What holds for an account that has chosen nothing.
  public static final Privacy OPEN = new Privacy(Circle.EVERYONE, Circle.EVERYONE, Circle.EVERYONE);

  /// Some people around an account.
  public enum Circle {
    EVERYONE,
    /// Friends, and those who share a channel.
    SHARED,
    FRIENDS
  }
}
