package chat.salon.core.port;

import chat.salon.core.AccountName;
import chat.salon.core.ConversationId;
import chat.salon.core.Rank;
import org.jspecify.annotations.Nullable;

/// Which events of a conversation somebody wants to read.
///
/// @param above only ids greater than this; 0 for no bound
/// @param below only ids less than this; [Long#MAX_VALUE] for no bound
/// @param limit at most so many
/// @param newest take them from the newest end of the range, else from the oldest; either way they
///   come oldest first
/// @param messagesOnly leave out everything but messages and notices
/// @param least of the rank-limited messages only those for this rank or a lower one; null for none
///   of them
/// @param own the account that reads what it said itself whoever else may; null for none
public record Page(
    ConversationId<?> where,
    long above,
    long below,
    int limit,
    boolean newest,
    boolean messagesOnly,
    @Nullable Rank least,
    @Nullable AccountName own) {

  /// A page for nobody in particular.
  public Page(
      ConversationId<?> where,
      long above,
      long below,
      int limit,
      boolean newest,
      boolean messagesOnly,
      @Nullable Rank least) {
    this(where, above, below, limit, newest, messagesOnly, least, null);
  }

  /// The same, but nothing at or below this id.
  public Page notBefore(long id) {
    return new Page(where, Math.max(above, id), below, limit, newest, messagesOnly, least, own);
  }

  /// The same for a reader of this rank; null for a reader without one.
  public Page readableBy(@Nullable Rank rank) {
    return new Page(where, above, below, limit, newest, messagesOnly, rank, own);
  }

  /// The same for this account, which reads what it said itself.
  public Page withOwn(@Nullable AccountName account) {
    return new Page(where, above, below, limit, newest, messagesOnly, least, account);
  }

  /// The same, but no longer than this.
  public Page atMost(int most) {
    return limit <= most
        ? this
        : new Page(where, above, below, most, newest, messagesOnly, least, own);
  }
}
