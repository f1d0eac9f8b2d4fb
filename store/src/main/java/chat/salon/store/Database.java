package chat.salon.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/// What differs between the databases: how they are opened and proved safe, what they call their
/// types, and what their errors mean. All other SQL is the same for all of them.
interface Database {

  /// As people know it, with where it is.
  String name();

  /// The placeholders of the migrations.
  Map<String, String> types();

  /// Connections that may change tables.
  DataSource forMigration();

  /// The one connection that writes, proved to be durable: what it commits survives a power cut. An
  /// earlier connection of the same writer is ended first, and what it did not commit is undone.
  ///
  /// @param writer unlike every other writer's name
  /// @throws IllegalArgumentException naming the setting that is unsafe
  Connection openWriter(String writer) throws SQLException;

  /// Connections that only read, so many at once.
  ReadingPool openReaders(int many) throws SQLException;

  /// Whether its connections may be lost while the database lives on.
  boolean isRemote();

  /// Undoes the transaction of the writer, whatever state an error left it in; the next statement
  /// begins another.
  void rollback(Connection writer) throws SQLException;

  /// What an error says about a transaction.
  Trouble trouble(SQLException e);

  /// Whether an error means that a unique key is taken.
  boolean isTaken(SQLException e);

  /// After rows came with their numbers: the next ones that it gives itself are greater.
  void continueIdentities(Db db) throws SQLException;

  /// Milliseconds since 1970 by its own clock, which is the same for all who use it.
  long now(Db db) throws SQLException;
}
