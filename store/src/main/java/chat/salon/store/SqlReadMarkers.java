package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Pair;
import chat.salon.core.port.Overview;
import chat.salon.core.port.ReadMarkers;
import chat.salon.core.port.Unread;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The read markers in SQL.
final class SqlReadMarkers implements ReadMarkers {
  private static final String MARKER =
      """
      select r.message_id from read_marker r
      where r.account_id = (select id from account where folded = ?)
        and r.conversation_id = (select id from conversation where name_key = ?)\
      """;

  private static final String BOTH =
      """
      select a.id, c.id from account a, conversation c where a.folded = ? and c.name_key = ?\
      """;

  private static final String RAISE =
      """
      update read_marker set message_id = ?
      where account_id = ? and conversation_id = ? and message_id < ?\
      """;

  private static final String ADD =
      """
      insert into read_marker (message_id, account_id, conversation_id) values (?, ?, ?)\
      """;

  private static final String PRIVATES =
      """
      select c.name_key
      from (
        select p.conversation_id,
          (select m.id from message m
            where m.conversation_id = p.conversation_id and m.id > ? and m.kind <= 2
              and (m.least is null
                or m.account_id = (select id from account where folded = p.party))
            order by m.id desc limit 1) as id
        from private_party p where p.party = ?) n
      join conversation c on c.id = n.conversation_id
      where n.id is not null
      order by n.id desc limit ?\
      """;

  private static final long ROW_BYTES = 100;

  private final Committer committer;
  private final Readers readers;
  private final Database database;

  SqlReadMarkers(Committer committer, Readers readers, Database database) {
    this.committer = committer;
    this.readers = readers;
    this.database = database;
  }

  @Override
  public long marker(AccountName account, ConversationId<?> where) {
    return readers.read("a read marker", db -> marker(db, account, where));
  }

  private static long marker(Db db, AccountName account, ConversationId<?> where)
      throws SQLException {
    return db.first(MARKER, row -> row.getLong(1), account.folded(), where.key()).orElse(0L);
  }

  private record Place(long account, long conversation) {}

  @Override
  public Raised raise(AccountName account, ConversationId<?> where, long upTo) {
    long before = marker(account, where);
    return before >= upTo
        ? new Raised(before, false) // nothing is written for what is so already
        : committer.commit(2, ROW_BYTES, db -> raise(db, account, where, upTo));
  }

  private Raised raise(Db db, AccountName account, ConversationId<?> where, long upTo)
      throws SQLException {
    var found =
        db.first(
            BOTH, row -> new Place(row.getLong(1), row.getLong(2)), account.folded(), where.key());
    boolean isNew =
        found.isPresent() && (raise(db, found.get(), upTo) || add(db, found.get(), upTo));
    return new Raised(marker(db, account, where), isNew);
  }

  private static boolean raise(Db db, Place place, long upTo) throws SQLException {
    return db.update(RAISE, upTo, place.account(), place.conversation(), upTo) > 0;
  }

  // Another node may add it at the same time.
  private boolean add(Db db, Place place, long upTo) throws SQLException {
    try {
      db.attempt(() -> db.update(ADD, upTo, place.account(), place.conversation()));
      return true;
    } catch (SQLException e) {
      if (database.isTaken(e)) {
        return raise(db, place, upTo);
      }
      throw e;
    }
  }

  @Override
  public Unread unread(AccountName account, ConversationId<?> where, int most) {
    return readers.read(
        "what is unread",
        db -> {
          var found = UnreadQuery.of(db, account, where);
          return found.isEmpty() ? UnreadQuery.NOTHING : found.get().unread(db, most);
        });
  }

  @Override
  public List<Overview> overview(
      @Nullable AccountName account,
      String party,
      Collection<ChannelName> channels,
      Bounds bounds) {
    return readers.read(
        "a list of conversations",
        db -> {
          var overviews = new ArrayList<Overview>();
          for (var channel : channels) {
            add(overviews, db, account, channel, bounds);
          }
          var privates =
              db.all(
                  PRIVATES,
                  row -> SqlMessageLog.pair(row.getString(1)),
                  bounds.from(),
                  party,
                  bounds.privates());
          for (var pair : privates) {
            add(overviews, db, account, pair, bounds);
          }
          return List.copyOf(overviews);
        });
  }

  private static void add(
      List<Overview> overviews,
      Db db,
      @Nullable AccountName account,
      ConversationId<?> where,
      Bounds bounds)
      throws SQLException {
    var found = UnreadQuery.of(db, account, where);
    if (found.isPresent()) {
      long from = where instanceof Pair ? bounds.from() : 0;
      overviews.add(found.get().overview(db, account, where, bounds.unread(), from));
    }
  }
}
