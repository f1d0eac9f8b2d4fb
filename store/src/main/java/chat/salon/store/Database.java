package chat.salon.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/// What differs between the databases: how they are opened and proved safe, what they call their
/// types, and what their errors mean. All SQL but the types is the same for all of them.
interface Database {

  /// As people know it, with where it is.
  String name();

  /// The placeholders of the migrations.
  Map<String, String> types();

  /// Connections that may change tables.
  DataSource forMigration();

  /// The one connection that writes, proved to be durable: what it commits survives a power cut.
  ///
  /// @throws chat.salon.core.StoreException naming the setting that is unsafe
  Connection openWriter() throws SQLException;

  /// A connection that only reads.
  Connection openReader() throws SQLException;

  /// Undoes the transaction of the writer, whatever state an error left it in; the next statement
  /// begins another.
  void rollback(Connection writer) throws SQLException;

  /// What an error says about a transaction.
  Trouble trouble(SQLException e);

  /// Whether an error means that a unique key is taken.
  boolean isTaken(SQLException e);
}
