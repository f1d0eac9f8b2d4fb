package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Pair;
import chat.salon.core.port.Conversations;
import chat.salon.core.port.Head;
import chat.salon.core.port.StoredChannel;
import java.util.Optional;
import java.util.OptionalLong;

/// The conversations in SQL.
final class SqlConversations implements Conversations {
  private static final String HEAD =
      """
      select last_id, last_seq, opened_id, is_open, epoch from conversation where name_key = ?\
      """;

  private static final String READABLE_FROM =
      """
      select m.opened_id from membership m
      where m.conversation_id = (select id from conversation where name_key = ?)
        and m.account_id = (select id from account where folded = ?)\
      """;

  private static final String LAST_ID =
      """
      select coalesce(max(last_id), 0) from conversation\
      """;

  private static final long ROW_BYTES = 200;

  private final Committer committer;
  private final Readers readers;
  private final BatchWriter writer;

  SqlConversations(Committer committer, Readers readers, BatchWriter writer) {
    this.committer = committer;
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public Optional<StoredChannel> channel(ChannelName name) {
    return readers.read("a channel", db -> ChannelTable.find(db, name));
  }

  @Override
  public Optional<Head> head(Pair pair) {
    return readers.read("a head", db -> db.first(HEAD, ConversationTable::head, pair.key()));
  }

  @Override
  public OptionalLong readableFrom(ChannelName channel, AccountName account) {
    var found =
        readers.read(
            "a membership",
            db -> db.first(READABLE_FROM, row -> row.getLong(1), channel.key(), account.folded()));
    return found.isPresent() ? OptionalLong.of(found.get()) : OptionalLong.empty();
  }

  @Override
  public long take(ConversationId<?> where) {
    return committer.commit(2, ROW_BYTES, db -> writer.take(db, where));
  }

  @Override
  public long lastId() {
    return readers.read("the last id", db -> db.one(LAST_ID, row -> row.getLong(1)));
  }
}
