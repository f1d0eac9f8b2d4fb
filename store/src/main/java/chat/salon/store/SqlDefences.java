package chat.salon.store;

import chat.salon.core.ChannelName;
import chat.salon.core.protect.Closure;
import chat.salon.core.protect.Deed;
import chat.salon.core.protect.Defences;
import chat.salon.core.protect.Rules;
import chat.salon.core.protect.ServerBan;
import chat.salon.core.protect.ServerBan.Kind;
import chat.salon.core.protect.SpamFilter;
import chat.salon.core.protect.SpamFilter.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Bans, spam filters, the level and the record of deeds, in SQL.
final class SqlDefences implements Defences {
  private static final String BANS =
      """
      select id, kind, mask, reason, staff_reason, set_by, set_at, expires from server_ban
      where expires is null or expires > ? order by id\
      """;

  private static final String ADD_BAN =
      """
      insert into server_ban (kind, mask, reason, staff_reason, set_by, set_at, expires)
      values (?, ?, ?, ?, ?, ?, ?)\
      """;

  private static final String LIFT =
      """
      delete from server_ban where kind = ? and mask = ?\
      """;

  private static final String SWEEP =
      """
      delete from server_ban where expires <= ?\
      """;

  private static final String FILTERS =
      """
      select id, pattern, places, action, lasts, reason, set_by, set_at from spam_filter order by id\
      """;

  private static final String ADD_FILTER =
      """
      insert into spam_filter (pattern, places, action, lasts, reason, set_by, set_at)
      values (?, ?, ?, ?, ?, ?, ?)\
      """;

  private static final String FORGET_PATTERN =
      """
      delete from spam_filter where pattern = ?\
      """;

  private static final String FORGET_FILTER =
      """
      delete from spam_filter where id = ?\
      """;

  private static final String LEVEL =
      """
      select content from setting where name = 'defcon'\
      """;

  private static final String SET_LEVEL =
      """
      update setting set content = ? where name = 'defcon'\
      """;

  private static final String ADD_LEVEL =
      """
      insert into setting (name, content) values ('defcon', ?)\
      """;

  private static final String DEEDS =
      """
      select happened, actor, action, subject, details from audit order by id desc limit ?\
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long ROW_BYTES = 2000;

  private final Committer committer;
  private final Readers readers;
  private final InstantSource clock;

  SqlDefences(Committer committer, Readers readers, InstantSource clock) {
    this.committer = committer;
    this.readers = readers;
    this.clock = clock;
  }

  @Override
  public Rules rules() {
    long now = clock.millis();
    return readers.read(
        "bans",
        db ->
            new Rules(
                db.all(BANS, SqlDefences::ban, now),
                db.all(FILTERS, SqlDefences::filter),
                db.first(LEVEL, row -> Integer.parseInt(row.getString(1))).orElse(Rules.OPEN),
                ClosureTable.all(db, now)));
  }

  private static ServerBan ban(ResultSet row) throws SQLException {
    var expires = row.getObject(8);
    return new ServerBan(
        row.getLong(1),
        Kind.valueOf(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        Instant.ofEpochMilli(row.getLong(7)),
        expires == null ? null : Instant.ofEpochMilli(row.getLong(8)));
  }

  private static SpamFilter filter(ResultSet row) throws SQLException {
    var lasts = row.getObject(5);
    return new SpamFilter(
        row.getLong(1),
        row.getString(2),
        Arrays.stream(row.getString(3).split(",")).map(Place::valueOf).collect(Collectors.toSet()),
        SpamFilter.Action.valueOf(row.getString(4)),
        lasts == null ? null : Duration.ofMillis(row.getLong(5)),
        row.getString(6),
        row.getString(7),
        Instant.ofEpochMilli(row.getLong(8)));
  }

  @Override
  public void ban(ServerBan ban, Deed deed) {
    var until = ban.until();
    change(
        deed,
        db -> {
          db.update(SWEEP, deed.at().toEpochMilli());
          db.update(LIFT, ban.kind().name(), ban.mask());
          return db.update(
              ADD_BAN,
              ban.kind().name(),
              ban.mask(),
              ban.reason(),
              ban.staffReason(),
              ban.by(),
              ban.at().toEpochMilli(),
              until == null ? null : until.toEpochMilli());
        });
  }

  @Override
  public boolean lift(ServerBan.Target target, Deed deed) {
    return change(deed, db -> db.update(LIFT, target.kind().name(), target.mask()));
  }

  @Override
  public void filter(SpamFilter filter, Deed deed) {
    var lasts = filter.lasts();
    change(
        deed,
        db -> {
          db.update(FORGET_PATTERN, filter.pattern());
          return db.update(
              ADD_FILTER,
              filter.pattern(),
              filter.places().stream().map(Place::name).sorted().collect(Collectors.joining(",")),
              filter.action().name(),
              lasts == null ? null : lasts.toMillis(),
              filter.reason(),
              filter.by(),
              filter.at().toEpochMilli());
        });
  }

  @Override
  public boolean forgetFilter(long id, Deed deed) {
    return change(deed, db -> db.update(FORGET_FILTER, id));
  }

  @Override
  public void level(int level, Deed deed) {
    var content = String.valueOf(level);
    change(deed, db -> db.update(SET_LEVEL, content) > 0 ? 1 : db.update(ADD_LEVEL, content));
  }

  @Override
  public void close(Closure closure, Deed deed) {
    change(deed, db -> ClosureTable.add(db, closure));
  }

  @Override
  public boolean reopen(ChannelName channel, Closure.Kind kind, Deed deed) {
    return change(deed, db -> ClosureTable.reopen(db, channel, kind));
  }

  @Override
  public void note(Deed deed) {
    change(deed, _ -> 1);
  }

  private interface Change {
    int make(Db db) throws SQLException;
  }

  // What is not changed is no deed. The audit's lock comes first: two who ban the same at once do
  // it
  // one after the other.
  private boolean change(Deed deed, Change change) {
    return committer.commit(
        2,
        ROW_BYTES,
        db -> {
          AuditTable.lock(db);
          if (change.make(db) == 0) {
            return false;
          }
          AuditTable.add(db, deed);
          return true;
        });
  }

  @Override
  public List<Deed> deeds(int most) {
    return readers.read("deeds", db -> db.all(DEEDS, SqlDefences::deed, most));
  }

  private static Deed deed(ResultSet row) throws SQLException {
    return new Deed(
        Instant.ofEpochMilli(row.getLong(1)),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        details(row.getString(5)));
  }

  private static Map<String, String> details(@Nullable String json) {
    var details = new TreeMap<String, String>();
    JSON.readTree(json == null ? "{}" : json)
        .properties()
        .forEach(each -> details.put(each.getKey(), each.getValue().asString("")));
    return details;
  }
}
