package chat.salon.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Stands before the commits of the writing connection: lets them pass, holds one up, or breaks
/// them as a disk would.
final class Gate {
  private final CountDownLatch isHeld = new CountDownLatch(1);
  private final CountDownLatch mayGo = new CountDownLatch(1);
  private volatile boolean holds;
  private volatile @Nullable SQLiteErrorCode breaksWith;
  private volatile @Nullable Connection connection;

  Connection around(Connection real) {
    connection = real;
    return (Connection)
        Proxy.newProxyInstance(
            Gate.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (method.getName().equals("commit")) {
                beforeCommit();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void beforeCommit() throws SQLException, InterruptedException {
    if (holds) {
      isHeld.countDown();
      mayGo.await();
    }
    var code = breaksWith;
    if (code != null) {
      throw new SQLiteException("as the test wants it: " + code, code);
    }
  }

  /// From the next commit on nothing passes until [#open].
  void hold() {
    holds = true;
  }

  void awaitHeld() throws InterruptedException {
    isHeld.await();
  }

  void open() {
    holds = false;
    mayGo.countDown();
  }

  /// Every commit fails so from here on; null for none.
  void breakWith(@Nullable SQLiteErrorCode code) {
    breaksWith = code;
  }

  /// Does something on the connection itself, between commits.
  void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long query(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.getLong(1);
    }
  }
}
