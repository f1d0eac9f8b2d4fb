package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Event.Said;
import chat.salon.core.Pair;
import chat.salon.core.personal.Spoken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// What an account has said, in SQL. The log has no index by who said something, which every
/// message would pay for: all channels are looked through, in parts, and the private conversations
/// of the account.
final class SqlSpoken implements Spoken {
  private static final String PLACE =
      """
      select id, kind, shown, name_key from conversation where id = ?\
      """;

  private static final String NEXT_PLACE =
      """
      select c.id, c.kind, c.shown, c.name_key from conversation c
      where c.id > ? and (c.kind = 1
        or c.id in (select p.conversation_id from private_party p where p.party = ?))
      order by c.id limit 1\
      """;

  private static final String BOUND =
      """
      select coalesce(max(w.id), 0) from (
        select id from message where conversation_id = ? and id > ? order by id limit ?) w\
      """;

  private static final String SAID =
      """
      select m.id, m.seq, m.kind, a.name, m.nick, m.username, m.host, m.target, m.body, m.details,
        m.least, m.edited, m.redacted
      from message m join account a on a.id = m.account_id
      where m.conversation_id = ? and m.id > ? and m.id <= ? and m.kind <= 3
        and m.redacted is null and a.folded = ?
      order by m.id\
      """;

  private static final int CHANNEL = 1;

  private final Readers readers;

  SqlSpoken(Readers readers) {
    this.readers = readers;
  }

  private record Place(long number, ConversationId<?> where) {}

  @Override
  public Slice next(AccountName account, Spot after, int rows) {
    return readers.read("what somebody said", db -> next(db, account, after, rows));
  }

  private static Slice next(Db db, AccountName account, Spot after, int rows) throws SQLException {
    var place =
        after.id() > 0
            ? db.first(PLACE, SqlSpoken::place, after.conversation())
            : following(db, account, after.conversation());
    if (place.isEmpty()) {
      return new Slice(List.of(), after, true);
    }
    long number = place.get().number();
    long bound = db.one(BOUND, row -> row.getLong(1), number, after.id(), rows);
    if (bound == 0) { // the next conversation
      return new Slice(List.of(), new Spot(number, 0), false);
    }
    var said =
        db.all(
            SAID,
            row -> (Said) MessageTable.event(row, place.get().where()),
            number,
            after.id(),
            bound,
            account.folded());
    return new Slice(said, new Spot(number, bound), false);
  }

  private static Optional<Place> following(Db db, AccountName account, long number)
      throws SQLException {
    return db.first(NEXT_PLACE, SqlSpoken::place, number, Pair.party(account));
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getLong(1),
        row.getInt(2) == CHANNEL
            ? ChannelName.trusted(row.getString(3))
            : SqlMessageLog.pair(row.getString(4)));
  }
}
