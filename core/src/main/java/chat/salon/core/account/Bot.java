package chat.salon.core.account;

import chat.salon.core.AccountName;
import java.time.Instant;

/// The account of a program. It has no password: tokens let it in.
///
/// @param owner who made it and answers for it
public record Bot(AccountName name, AccountName owner, Instant created) {}
