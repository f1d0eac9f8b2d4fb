package chat.salon.core.account;

import chat.salon.core.AccountName;
import chat.salon.core.ConversationId;
import java.util.List;
import java.util.Map;

/// Port: what accounts want to be told of, conversation by conversation. Methods may wait for the
/// disk and throw [chat.salon.core.StoreException].
public interface Attentions {

  /// What an account said of a conversation; the usual where it said nothing.
  Attention of(AccountName account, ConversationId<?> where);

  /// All conversations of which it said something else than the usual.
  Map<ConversationId<?>, Attention> all(AccountName account);

  /// Keeps what an account says.
  ///
  /// @return false when nothing ever happened in the conversation
  boolean put(AccountName account, ConversationId<?> where, Attention attention);

  /// Who wants to be told of everything in a conversation, muted or not.
  List<AccountName> toldEverything(ConversationId<?> where);
}
