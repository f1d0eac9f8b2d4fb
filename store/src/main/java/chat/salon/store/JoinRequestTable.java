package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.Event.Asking;
import chat.salon.core.JoinRequest;
import chat.salon.core.JoinRequest.Answer;
import chat.salon.core.Nick;
import chat.salon.core.port.Batch;
import chat.salon.core.port.StoredChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who asked to come into channels. A row for each account that did and is still of use.
final class JoinRequestTable {
  private static final String CLEAR =
      """
      delete from join_request where conversation_id = ?\
      """;

  private static final String REMOVE =
      """
      delete from join_request where conversation_id = ? and account_id = ?\
      """;

  private static final String ADD =
      """
      insert into join_request
        (conversation_id, account_id, message, asked, answered, answered_by, accepted, reason,
         paused_until)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  private static final String FIND =
      """
      select a.name, r.message, r.asked, r.answered, r.answered_by, r.accepted, r.reason,
        r.paused_until
      from join_request r join account a on a.id = r.account_id
      where r.conversation_id = ? order by r.asked, a.folded\
      """;

  private final AccountIds accounts;

  JoinRequestTable(AccountIds accounts) {
    this.accounts = accounts;
  }

  /// Makes the requests of a channel what they are after a batch.
  void write(Db db, long conversation, Batch batch, StoredChannel after) throws SQLException {
    if (!batch.head().isOpen()) {
      db.update(CLEAR, conversation);
      return;
    }
    for (var event : batch.events()) {
      if (event instanceof Asking asking && asking.who().account() != null) {
        write(db, conversation, asking.who().account(), after.requests());
      }
    }
  }

  private void write(Db db, long conversation, AccountName asker, List<JoinRequest> now)
      throws SQLException {
    long account = accounts.find(db, asker);
    db.update(REMOVE, conversation, account);
    for (var request : now) {
      if (account != 0 && request.asker().equals(asker)) {
        add(db, conversation, account, request);
      }
    }
  }

  private static void add(Db db, long conversation, long account, JoinRequest request)
      throws SQLException {
    var answer = request.answer();
    db.update(
        ADD,
        conversation,
        account,
        request.message(),
        request.asked().toEpochMilli(),
        answer == null ? null : answer.at().toEpochMilli(),
        answer == null ? null : answer.by().shown(),
        answer != null && answer.accepted() ? 1 : 0,
        answer == null ? null : answer.reason(),
        answer == null || answer.until() == null ? null : answer.until().toEpochMilli());
  }

  /// Those of a channel, in the order in which they were made.
  static List<JoinRequest> find(Db db, long conversation) throws SQLException {
    return db.all(FIND, JoinRequestTable::read, conversation);
  }

  /// One that stands in these columns of a row.
  static JoinRequest read(ResultSet row) throws SQLException {
    var answered = moment(row, "answered");
    return new JoinRequest(
        AccountName.trusted(row.getString("name")),
        row.getString("message"),
        Instant.ofEpochMilli(row.getLong("asked")),
        answered == null
            ? null
            : new Answer(
                row.getInt("accepted") != 0,
                Nick.trusted(row.getString("answered_by")),
                Objects.requireNonNullElse(row.getString("reason"), ""),
                answered,
                moment(row, "paused_until")));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
