package chat.salon.store;

import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Moved;
import chat.salon.core.Event.Renamed;
import chat.salon.core.port.Batch;
import java.sql.SQLException;

/// Writes what turns of conversations decided. What most of them change, their heads, messages and
/// keys, is written together at the end of a transaction. Belongs to the writer.
final class BatchWriter {
  private final AccountIds accounts = new AccountIds();
  private final ConversationTable conversations;
  private final MessageTable messages = new MessageTable(accounts);
  private final AftermathTable aftermaths = new AftermathTable();
  private final SentTable sent = new SentTable();
  private final MentionTable mentions = new MentionTable(accounts);
  private final ResponseTable responses = new ResponseTable(accounts);
  private final MembershipTable memberships = new MembershipTable(accounts);
  private final JoinRequestTable requests = new JoinRequestTable(accounts);

  BatchWriter(Database database) {
    this.conversations = new ConversationTable(database);
  }

  /// Writes all of it but the head, the messages and their keys, which wait for [#flush].
  void write(Db db, Batch batch) throws SQLException {
    long conversation = conversations.advance(db, batch, kept(batch));
    messages.add(db, conversation, batch.events());
    aftermaths.add(db, conversation, batch.events());
    sent.add(db, conversation, batch.keyed());
    mentions.add(db, conversation, batch.mentions());
    responses.add(db, conversation, batch.events());
    var after = batch.after();
    if (after != null) {
      var founder = after.founder();
      long account = founder == null ? 0 : accounts.find(db, founder);
      ChannelTable.write(db, conversation, account, batch, after);
      memberships.write(db, conversation, batch, after);
      requests.write(db, conversation, batch, after);
      MetadataTable.write(db, conversation, batch);
      if (batch.where() instanceof ChannelName && isOpenedBy(batch)) {
        conversations.rename(db, conversation, after.name());
      }
    }
    for (var event : batch.events()) {
      if (event instanceof Renamed renamed) {
        conversations.move(db, conversation, renamed.where(), renamed.to());
      }
    }
  }

  // No stream: it took 6 % of the writer's processor time.
  private static int kept(Batch batch) {
    int kept = 0;
    for (var event : batch.events()) {
      if (event.isKept()) {
        kept++;
      }
    }
    return kept;
  }

  private static boolean isOpenedBy(Batch batch) {
    return batch.events().stream()
        .anyMatch(e ->
            e instanceof Moved
                || (e instanceof Joined joined && ChannelTable.isOpening(joined, batch)));
  }

  /// Makes a conversation that of a new owner, whose epoch it returns.
  long take(Db db, ConversationId<?> where) throws SQLException {
    return conversations.take(db, where);
  }

  /// Writes what waits, all conversations in one go.
  ///
  /// @throws chat.salon.core.StoreException one of the batches came from an owner that is none any
  ///   more
  void flush() throws SQLException {
    conversations.flush();
    messages.flush();
    aftermaths.flush();
    sent.flush();
    mentions.flush();
    responses.flush();
  }

  /// Forgets what it learnt, and what it has not written, in a transaction that was undone.
  void forget() {
    messages.forget();
    aftermaths.forget();
    sent.forget();
    mentions.forget();
    responses.forget();
    accounts.forget();
    conversations.forget();
  }
}
