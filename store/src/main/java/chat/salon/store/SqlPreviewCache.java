package chat.salon.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.Preview;
import chat.salon.core.preview.PreviewCache;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// What is known of pages, in SQL. Their addresses are not kept, only by what they are found again.
final class SqlPreviewCache implements PreviewCache {
  private static final String FIND =
      """
      select content, fetched from page_preview where url_hash = ?\
      """;

  private static final String ADD =
      """
      insert into page_preview (content, fetched, url_hash) values (?, ?, ?)\
      """;

  private static final String CHANGE =
      """
      update page_preview set content = ?, fetched = ? where url_hash = ?\
      """;

  private static final String COUNT =
      """
      select count(*) from page_preview where fetched >= ?\
      """;

  private static final String NEWEST_TO_GO =
      """
      select fetched from page_preview order by fetched limit 1 offset ?\
      """;

  private static final String SWEEP =
      """
      delete from page_preview where fetched < ?\
      """;

  private static final long ROW_BYTES = 1000;

  private final Committer committer;
  private final Readers readers;
  private final Database database;

  SqlPreviewCache(Committer committer, Readers readers, Database database) {
    this.committer = committer;
    this.readers = readers;
    this.database = database;
  }

  @Override
  public Optional<Known> find(String url) {
    return readers.read(
        "a preview",
        db ->
            db.first(
                FIND,
                row ->
                    new Known(
                        PreviewText.page(row.getString(1)), Instant.ofEpochMilli(row.getLong(2))),
                hash(url)));
  }

  @Override
  public void put(String url, Optional<Preview> preview, Instant at) {
    var content = PreviewText.write(preview);
    var hash = hash(url);
    committer.commit(
        1,
        ROW_BYTES,
        db -> {
          if (db.update(CHANGE, content, at.toEpochMilli(), hash) == 0) {
            add(db, content, at, hash);
          }
          return true;
        });
  }

  // Another node may add it at the same time.
  private void add(Db db, String content, Instant at, String hash) throws SQLException {
    try {
      db.attempt(() -> db.update(ADD, content, at.toEpochMilli(), hash));
    } catch (SQLException e) {
      if (!database.isTaken(e)) {
        throw e;
      }
      db.update(CHANGE, content, at.toEpochMilli(), hash);
    }
  }

  @Override
  public void sweep(Instant before, int most) {
    committer.commit(
        1,
        ROW_BYTES,
        db -> {
          db.update(SWEEP, before.toEpochMilli());
          long more = db.one(COUNT, row -> row.getLong(1), 0L) - most;
          if (more > 0) {
            long last = db.one(NEWEST_TO_GO, row -> row.getLong(1), more - 1);
            db.update(SWEEP, last + 1);
          }
          return true;
        });
  }

  private static String hash(String url) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(url.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
