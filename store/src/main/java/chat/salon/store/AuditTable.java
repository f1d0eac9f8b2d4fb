package chat.salon.store;

import chat.salon.core.protect.Deed;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// What those with power over others did. Rows are only ever added, and each one's hash covers it
/// and the hash before it, so that a row that was changed or taken out shows.
final class AuditTable {
  // Of several nodes only one adds at a time: each row continues the one before.
  private static final String LOCK =
      """
      update setting set content = content where name = 'server_key'\
      """;

  private static final String LAST =
      """
      select id, hash from audit order by id desc limit 1\
      """;

  private static final String ADD =
      """
      insert into audit (id, happened, actor, action, subject, details, previous_hash, hash)
      values (?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Last(long id, byte[] hash) {
    static final Last NONE = new Last(0, new byte[0]);

    static Last read(ResultSet row) throws SQLException {
      return new Last(row.getLong(1), row.getBytes(2));
    }
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AuditTable() {}

  /// Waits until nobody else is adding.
  static void lock(Db db) throws SQLException {
    db.update(LOCK);
  }

  /// Writes down a deed, with all that was done in the same transaction.
  static void add(Db db, Deed deed) throws SQLException {
    var details = JSON.writeValueAsString(new TreeMap<>(deed.details()));
    add(db, deed.at(), deed.actor(), deed.action(), deed.subject(), details);
  }

  /// @param actor who did it; `server` for the one who runs it
  /// @param details as JSON
  static void add(Db db, Instant now, String actor, String action, String subject, String details)
      throws SQLException {
    lock(db);
    var last = db.first(LAST, Last::read).orElse(Last.NONE);
    long id = last.id() + 1;
    long happened = now.toEpochMilli();
    var hash = hash(last.hash(), id, happened, actor, action, subject, details);
    db.update(ADD, id, happened, actor, action, subject, details, last.hash(), hash);
  }

  static byte[] hash(byte[] previous, long id, long happened, String... texts) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(previous.length);
      out.write(previous);
      out.writeLong(id);
      out.writeLong(happened);
      for (var text : texts) {
        out.writeUTF(text);
      }
      return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
