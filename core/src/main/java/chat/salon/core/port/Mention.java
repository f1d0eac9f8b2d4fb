package chat.salon.core.port;

import chat.salon.core.AccountName;
import java.util.Set;

/// Whom a message mentions, as it was said or as it is after an edit.
///
/// @param id of the message
/// @param former accounts that it may have mentioned before the edit, which it does not any more
///   unless they are among the others; empty for what is said just now
public record Mention(long id, Set<AccountName> accounts, Set<AccountName> former) {}
