package chat.salon.store;

import chat.salon.core.ChannelName;
import chat.salon.core.protect.Closure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// The channels that staff closed.
final class ClosureTable {
  private static final String ALL =
      """
      select name, kind, reason, set_by, set_at, expires from channel_closure
      where expires is null or expires > ? order by folded\
      """;

  private static final String ADD =
      """
      insert into channel_closure (folded, name, kind, reason, set_by, set_at, expires)
      values (?, ?, ?, ?, ?, ?, ?)\
      """;

  private static final String DROP =
      """
      delete from channel_closure where folded = ?\
      """;

  private static final String REOPEN =
      """
      delete from channel_closure where folded = ? and kind = ?\
      """;

  private ClosureTable() {}

  /// Those that hold at a moment.
  static List<Closure> all(Db db, long now) throws SQLException {
    return db.all(ALL, ClosureTable::closure, now);
  }

  private static Closure closure(ResultSet row) throws SQLException {
    var expires = row.getObject(6);
    return new Closure(
        ChannelName.trusted(row.getString(1)),
        Closure.Kind.valueOf(row.getString(2)),
        row.getString(3),
        row.getString(4),
        Instant.ofEpochMilli(row.getLong(5)),
        expires == null ? null : Instant.ofEpochMilli(row.getLong(6)));
  }

  /// Adds one, in place of what was said of the channel before.
  static int add(Db db, Closure closure) throws SQLException {
    var name = closure.channel();
    var until = closure.until();
    db.update(DROP, name.folded());
    return db.update(
        ADD,
        name.folded(),
        name.shown(),
        closure.kind().name(),
        closure.reason(),
        closure.by(),
        closure.at().toEpochMilli(),
        until == null ? null : until.toEpochMilli());
  }

  /// Takes one away; returns how many there were.
  static int reopen(Db db, ChannelName name, Closure.Kind kind) throws SQLException {
    return db.update(REOPEN, name.folded(), kind.name());
  }
}
