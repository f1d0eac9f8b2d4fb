package chat.salon.store;

import chat.salon.core.StoreException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Reads all rows of a table, one after the other, and what they hash to: the same for the same
/// rows, whatever the database.
final class TableRows {
  private static final int AT_ONCE = 1000;

  private final MessageDigest digest;
  private long rows;

  private TableRows() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  /// What is done with each row: null, a Long, a String or bytes in each column.
  interface Sink {
    void row(@Nullable Object[] values) throws SQLException;
  }

  /// What a table has.
  record Sum(long rows, String hash) {}

  /// @param from without auto-commit, so that it streams
  /// @param done told of how many rows there were so far
  static Sum read(Connection from, CopiedTable table, Sink sink, LongConsumer done)
      throws SQLException {
    var reading = new TableRows();
    try (var statement = from.prepareStatement(table.select())) {
      statement.setFetchSize(AT_ONCE);
      try (var row = statement.executeQuery()) {
        var values = new @Nullable Object[row.getMetaData().getColumnCount()];
        while (row.next()) {
          for (int i = 0; i < values.length; i++) {
            values[i] = plain(row, i + 1);
            reading.add(values[i]);
          }
          sink.row(values);
          if (++reading.rows % AT_ONCE == 0) {
            done.accept(reading.rows);
          }
        }
      }
    }
    return new Sum(reading.rows, HexFormat.of().formatHex(reading.digest.digest()));
  }

  private static @Nullable Object plain(ResultSet row, int column) throws SQLException {
    return switch (row.getObject(column)) {
      case null -> null;
      case Number number -> number.longValue();
      case String text -> text;
      case byte[] bytes -> bytes;
      case Blob blob -> blob.getBytes(1, Math.toIntExact(blob.length()));
      case Object other ->
          throw new StoreException("a column of an unknown type: " + other.getClass().getName());
    };
  }

  // Each value with its kind and its length, so that no two rows are written alike.
  private void add(@Nullable Object value) {
    switch (value) {
      case null -> digest.update((byte) 0);
      case Long number -> add(1, ByteBuffer.allocate(Long.BYTES).putLong(number).array());
      case String text -> add(2, text.getBytes(StandardCharsets.UTF_8));
      default -> add(3, (byte[]) value);
    }
  }

  private void add(int kind, byte[] bytes) {
    digest.update((byte) kind);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
