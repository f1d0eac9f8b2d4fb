package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Event.Said;
import chat.salon.core.Person;
import chat.salon.core.StoreException;
import chat.salon.core.port.ActivityInbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What concerns accounts, in SQL: those whom messages mention, and those who are answered.
final class SqlActivityInbox implements ActivityInbox {
  private static final String ACCOUNT =
      """
      select id from account where folded = ?\
      """;

  private static final String MENTIONS =
      """
      select m.id, m.seq, m.kind, a.name, m.nick, m.username, m.host, m.target, m.body, m.details,
        m.least, m.edited, m.redacted, c.name_key, c.shown, r.message_id
      from mention t
      join conversation c on c.id = t.conversation_id
      join message m on m.conversation_id = t.conversation_id and m.id = t.message_id
      left join account a on a.id = m.account_id
      left join read_marker r on r.account_id = t.account_id
        and r.conversation_id = t.conversation_id
      where t.account_id = ? and t.message_id > ? and t.message_id < ? and m.redacted is null
      order by t.message_id desc limit ?\
      """;

  private static final String RESPONSES =
      """
      select m.id, m.seq, m.kind, a.name, m.nick, m.username, m.host, m.target, m.body, m.details,
        m.least, m.edited, m.redacted, c.name_key, c.shown, r.message_id,
        t.event_id, t.kind, t.reaction, b.name, e.nick, e.username, e.host, e.details
      from response t
      join conversation c on c.id = t.conversation_id
      join message m on m.conversation_id = t.conversation_id and m.id = t.message_id
      join message e on e.conversation_id = t.conversation_id and e.id = t.event_id
      left join account a on a.id = m.account_id
      left join account b on b.id = e.account_id
      left join read_marker r on r.account_id = t.account_id
        and r.conversation_id = t.conversation_id
      where t.account_id = ? and t.event_id > ? and t.event_id < ? and t.kind in (?, ?)
        and m.redacted is null
      order by t.event_id desc limit ?\
      """;

  private static final String SEEN =
      """
      select event_id from activity_seen
      where account_id = (select id from account where folded = ?)\
      """;

  private static final String RAISE =
      """
      update activity_seen set event_id = ? where account_id = ? and event_id < ?\
      """;

  private static final String FIRST =
      """
      insert into activity_seen (account_id, event_id) values (?, ?)\
      """;

  private static final String AUTHOR =
      """
      select a.name from message m join account a on a.id = m.account_id
      where m.conversation_id = (select id from conversation where name_key = ?) and m.id = ?\
      """;

  private static final int KEY = 14;
  private static final long ROW_BYTES = 50;

  private final Committer committer;
  private final Readers readers;
  private final Database database;

  SqlActivityInbox(Committer committer, Readers readers, Database database) {
    this.committer = committer;
    this.readers = readers;
    this.database = database;
  }

  /// The number under which a kind is stored, never given to another.
  static int number(Kind kind) {
    return switch (kind) {
      case MENTION -> 1;
      case REPLY -> 2;
      case REACTION -> 3;
    };
  }

  @Override
  public List<Entry> of(AccountName account, Slice slice) {
    return readers.read(
        "what concerns an account",
        db -> {
          var id = db.first(ACCOUNT, row -> row.getLong(1), account.folded());
          return id.isEmpty() ? List.of() : newest(db, id.get(), slice);
        });
  }

  // The newest of both are among the newest of each.
  private static List<Entry> newest(Db db, long account, Slice slice) throws SQLException {
    var all = new ArrayList<>(responses(db, account, slice));
    if (slice.kinds().contains(Kind.MENTION)) {
      var answered = new HashSet<Long>();
      all.forEach(entry -> answered.add(entry.id()));
      for (var entry : mentions(db, account, slice)) {
        if (!answered.contains(entry.id())) {
          all.add(entry);
        }
      }
      all.sort(Comparator.comparingLong(Entry::id).reversed());
    }
    return List.copyOf(all.subList(0, Math.min(slice.limit(), all.size())));
  }

  private static List<Entry> mentions(Db db, long account, Slice slice) throws SQLException {
    return db.all(
        MENTIONS, SqlActivityInbox::mention, account, slice.above(), slice.below(), slice.limit());
  }

  private static List<Entry> responses(Db db, long account, Slice slice) throws SQLException {
    var kinds = new ArrayList<>(slice.kinds());
    kinds.remove(Kind.MENTION);
    return kinds.isEmpty()
        ? List.of()
        : db.all(
            RESPONSES,
            SqlActivityInbox::response,
            account,
            slice.above(),
            slice.below(),
            number(kinds.getFirst()),
            number(kinds.getLast()),
            slice.limit());
  }

  private static Entry mention(ResultSet row) throws SQLException {
    var said = said(row);
    return new Entry(said.stamp().id(), Kind.MENTION, said, said.by(), "", row.getLong(KEY + 2));
  }

  private static Entry response(ResultSet row) throws SQLException {
    var said = said(row);
    boolean isReply = row.getInt(KEY + 4) == number(Kind.REPLY);
    return new Entry(
        row.getLong(KEY + 3),
        isReply ? Kind.REPLY : Kind.REACTION,
        said,
        isReply ? said.by() : reactor(row),
        row.getString(KEY + 5),
        row.getLong(KEY + 2));
  }

  private static Person reactor(ResultSet row) throws SQLException {
    var account = row.getString(KEY + 6);
    return EventRow.person(
        row.getString(KEY + 7),
        row.getString(KEY + 8),
        row.getString(KEY + 9),
        account == null ? null : AccountName.trusted(account),
        Details.parse(row.getString(KEY + 10)));
  }

  private static Said said(ResultSet row) throws SQLException {
    var key = row.getString(KEY);
    ConversationId<?> where =
        key.startsWith("#") ? ChannelName.trusted(row.getString(KEY + 1)) : SqlMessageLog.pair(key);
    if (MessageTable.event(row, where) instanceof Said said) {
      return said;
    }
    throw new StoreException("What concerns an account is no message.");
  }

  @Override
  public long seen(AccountName account) {
    return readers.read("what an account has seen", db -> seen(db, account));
  }

  private static long seen(Db db, AccountName account) throws SQLException {
    return db.first(SEEN, row -> row.getLong(1), account.folded()).orElse(0L);
  }

  @Override
  public boolean see(AccountName account, long upTo) {
    return committer.commit(
        1,
        ROW_BYTES,
        db -> {
          var id = db.first(ACCOUNT, row -> row.getLong(1), account.folded());
          return id.isPresent()
              && (raise(db, id.get(), upTo)
                  || (seen(db, account) == 0 && first(db, id.get(), upTo)));
        });
  }

  private static boolean raise(Db db, long account, long upTo) throws SQLException {
    return db.update(RAISE, upTo, account, upTo) > 0;
  }

  // Another node may add it at the same time.
  private boolean first(Db db, long account, long upTo) throws SQLException {
    try {
      db.attempt(() -> db.update(FIRST, account, upTo));
      return true;
    } catch (SQLException e) {
      if (database.isTaken(e)) {
        return raise(db, account, upTo);
      }
      throw e;
    }
  }

  @Override
  public Optional<AccountName> author(ConversationId<?> where, long message) {
    return readers.read(
        "whose a message is",
        db -> db.first(AUTHOR, row -> AccountName.trusted(row.getString(1)), where.key(), message));
  }
}
