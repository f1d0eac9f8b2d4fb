package chat.salon.core.port;

import chat.salon.core.AccountName;
import java.util.Set;

/// Whom a message mentions.
///
/// @param id of the message
public record Mention(long id, Set<AccountName> accounts) {}
