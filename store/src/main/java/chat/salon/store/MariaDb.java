package chat.salon.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/// MariaDB, on InnoDB. New rows of a batch travel in bulk; updates do not, which then would not
/// tell how many rows they changed.
final class MariaDb extends ServerDatabase {
  private static final String NAME = "MariaDB";
  private static final String LOST_POWER = "a crash of the machine loses messages";
  private static final long LEAST_PACKET = 4L << 20; // a message of a mebibyte, and its neighbours
  private static final Runtime.Version OLDEST = Runtime.Version.parse("10.6");

  private static final String VERSION = "select version()";
  private static final String SETTING =
      """
      select variable_value from information_schema.global_variables where variable_name = ?\
      """;

  // Sorted by what they are, byte for byte, and a blank at the end counts.
  private static final String ODD_TABLE =
      """
      select table_name, engine from information_schema.tables
      where table_schema = database() and engine <> 'InnoDB'\
      """;

  private static final String OWNER = "select is_used_lock(?)";
  private static final String KILL = "kill connection ?";
  private static final String TAKE = "select get_lock(?, ?)";
  private static final String STRICT =
      """
      set session sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'\
      """;
  private static final String BOUND_LOCKS = "set session innodb_lock_wait_timeout = ?";

  private static final String NOW =
      """
      select cast(unix_timestamp(sysdate(3)) * 1000 as signed)\
      """;

  // A name may be 320 characters long: two of them are the largest key, and InnoDB takes 3072
  // bytes.
  private static final String TEXT = " character set utf8mb4 collate utf8mb4_nopad_bin";

  MariaDb(DatabaseUrl.Remote url, StoreSettings settings) {
    super(url, settings);
  }

  @Override
  public String name() {
    return "the MariaDB database " + url().database() + " on " + url().host() + ":" + url().port();
  }

  @Override
  public Map<String, String> types() {
    var table = "engine = InnoDB default" + TEXT;
    return Map.of(
        "key",
        "varchar(320)" + TEXT,
        "text",
        "longtext" + TEXT,
        "long",
        "bigint",
        "bytes",
        "longblob",
        "identity",
        "bigint not null auto_increment primary key",
        "table",
        table,
        "clustered",
        table,
        "fence",
        ", unique (conversation_id, seq)");
  }

  @Override
  DataSource source(String use, Duration patience) {
    var address = new StringBuilder("jdbc:mariadb://");
    address.append(url().host()).append(':').append(url().port()).append('/');
    address.append(url().database());
    address.append("?useBulkStmtsForInserts=true&tcpKeepAlive=true&connectTimeout=");
    address.append(settings().timeout().toMillis());
    address.append("&socketTimeout=").append(patience.toMillis());
    address.append("&sslMode=").append(isEncrypted() ? "verify-full" : "disable");
    if (isEncrypted() && settings().hasTlsCa()) {
      address.append("&serverSslCert=").append(settings().tlsCa().toAbsolutePath());
    }
    try {
      var source = new MariaDbDataSource(address.toString());
      source.setUser(url().user());
      source.setPassword(settings().secret());
      return source;
    } catch (SQLException e) {
      throw new IllegalArgumentException("store.url cannot be used: " + e.getMessage(), e);
    }
  }

  // A lock of this name belongs to the writer's connection for as long as it lives.
  @Override
  void takeOver(Db db, String writer) throws SQLException {
    var owner = db.one(OWNER, row -> row.getString(1) == null ? 0 : row.getLong(1), writer);
    if (owner != 0) {
      db.update(KILL, owner);
    }
    long seconds = Math.max(1, settings().timeout().toSeconds() / 2);
    if (db.one(TAKE, row -> row.getInt(1), writer, seconds) != 1) {
      throw new SQLException("an earlier connection does not end", "08000");
    }
  }

  @Override
  void prove(Db db) throws SQLException {
    db.execute(STRICT);
    db.update(BOUND_LOCKS, Math.max(1, settings().timeout().toSeconds()));
    var version = db.one(VERSION, row -> row.getString(1));
    if (!version.contains("MariaDB") || isOld(version)) {
      throw new IllegalArgumentException(
          "store.url leads to version " + version + ": Salon needs MariaDB 10.6 or newer.");
    }
    demand(db, "innodb_flush_log_at_trx_commit", Set.of("1"), LOST_POWER);
    demand(db, "innodb_doublewrite", Set.of("ON", "fast"), LOST_POWER);
    demand(db, "innodb_force_recovery", Set.of("0"), "its tables cannot be trusted");
    demand(db, "read_only", Set.of("OFF"), "nothing can be stored");
    demand(db, "innodb_read_only", Set.of("OFF"), "nothing can be stored");
    var method = setting(db, "innodb_flush_method");
    if (method.equals("nosync") || method.equals("littlesync")) {
      throw unsafe(NAME, "innodb_flush_method", method, "O_DIRECT or fsync", LOST_POWER);
    }
    if (setting(db, "log_bin").equals("ON")) {
      // The log decides after a crash what was committed.
      demand(db, "sync_binlog", Set.of("1"), LOST_POWER);
    }
    var packet = setting(db, "max_allowed_packet");
    if (Long.parseLong(packet) < LEAST_PACKET) {
      throw unsafe(
          NAME, "max_allowed_packet", packet, LEAST_PACKET + " or more", "long texts do not fit");
    }
    proveTables(db);
  }

  private static void proveTables(Db db) throws SQLException {
    record Odd(String table, String engine) {}
    var odd = db.first(ODD_TABLE, row -> new Odd(row.getString(1), row.getString(2)));
    if (odd.isPresent()) {
      throw unsafe(
          NAME,
          "table " + odd.get().table(),
          odd.get().engine(),
          "InnoDB",
          "its rows are in no transaction");
    }
  }

  private static boolean isOld(String version) {
    var number = version.substring(0, version.indexOf('-')); // 10.11.6-MariaDB-…
    return Runtime.Version.parse(number).compareTo(OLDEST) < 0;
  }

  private static void demand(Db db, String setting, Set<String> wanted, String why)
      throws SQLException {
    var value = setting(db, setting);
    if (!wanted.contains(value)) {
      throw unsafe(NAME, setting, value, wanted.iterator().next(), why);
    }
  }

  private static String setting(Db db, String name) throws SQLException {
    return db.first(SETTING, row -> row.getString(1), name).orElse("not there");
  }

  @Override
  Trouble judge(SQLException e) {
    return switch (e.getErrorCode()) {
      case 1213, 1020 -> Trouble.AGAIN; // deadlock, a row that changed since it was read
      // A lock that is not given, no space, too many connections, a statement that took too long.
      case 1205, 1021, 1114, 1040, 1041, 1203, 1969 -> Trouble.PASSING;
      // Killed, the server stops, or it only reads now.
      case 1927, 1053, 1317, 1290, 1792, 1836 -> Trouble.LOST;
      case 1030, 1034, 1035, 1194, 1712 -> Trouble.FATAL; // its disk, its data
      default -> ofState(e.getSQLState() == null ? "" : e.getSQLState(), e.getErrorCode());
    };
  }

  private static Trouble ofState(String state, int code) {
    if (state.startsWith("08")) {
      return Trouble.LOST;
    }
    // Data, constraint, statement; a packet that is too large.
    boolean isOwn =
        state.startsWith("22") || state.startsWith("23") || state.startsWith("42") || code == 1153;
    return isOwn ? Trouble.OWN : Trouble.PASSING;
  }

  @Override
  public boolean isTaken(SQLException e) {
    return e.getErrorCode() == 1062;
  }

  @Override
  public void continueIdentities(Db db) {
    // as auto_increment does
  }

  @Override
  public long now(Db db) throws SQLException {
    return db.one(NOW, row -> row.getLong(1));
  }
}
