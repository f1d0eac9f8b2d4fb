package chat.salon.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// MariaDB. It is bootstrapped from its own system tables, which takes half a second.
final class MariaDbServer extends DatabaseServer {
  private static final Path NONE = Path.of("/nonexistent");
  // As the releases call them, older names first.
  private static final List<List<String>> SYSTEM_TABLES =
      List.of(
          List.of("mysql_system_tables.sql", "mysql_system_tables_data.sql"),
          List.of("mariadb_system_tables.sql", "mariadb_system_tables_data.sql"));
  private static final List<Path> SHARES =
      List.of(Path.of("/usr/share/mysql"), Path.of("/usr/share/mariadb"));

  private final Path mariadbd;
  private final Path users;

  MariaDbServer(String... settings) {
    this(Programs.find("mariadbd", NONE, ""), new ServerFolder(), settings);
  }

  private MariaDbServer(Path mariadbd, ServerFolder folder, String... settings) {
    super(Engine.MARIADB, folder, settings);
    this.mariadbd = mariadbd;
    var tables =
        folder.write("tables.sql", "create database mysql;\nuse mysql;\n" + systemTables());
    folder.run(List.of("mkdir", "data"), Path.of("/dev/null"));
    folder.run(
        List.of(
            mariadbd.toString(),
            "--no-defaults",
            "--bootstrap",
            "--datadir=" + folder.resolve("data"),
            "--skip-networking",
            "--innodb-log-file-size=16M"),
        tables);
    users =
        folder.write(
            "users.sql",
            "create user if not exists %1$s@'%%' identified by '%2$s';\ngrant all on *.* to %1$s@'%%' with grant option;\n"
                .formatted(USER, PASSWORD));
  }

  private static String systemTables() {
    for (var share : SHARES) {
      for (var names : SYSTEM_TABLES) {
        if (names.stream().allMatch(name -> Files.exists(share.resolve(name)))) {
          return names.stream().map(name -> read(share.resolve(name))).reduce("", String::concat);
        }
      }
    }
    throw new IllegalStateException("MariaDB's system tables are in none of " + SHARES);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  List<String> command() {
    var command =
        new ArrayList<>(
            List.of(
                mariadbd.toString(),
                "--no-defaults",
                "--datadir=" + folder().resolve("data"),
                "--bind-address=127.0.0.1",
                "--port=" + port(),
                "--socket=" + folder().resolve("socket"),
                "--pid-file=" + folder().resolve("pid"),
                "--init-file=" + users,
                "--innodb-log-file-size=16M",
                "--innodb-buffer-pool-size=64M",
                "--skip-name-resolve"));
    for (var setting : settings()) {
      command.add("--" + setting);
    }
    return command;
  }

  @Override
  public void cutOffAll() {
    try (var connection = admin();
        var statement = connection.createStatement()) {
      var others = new ArrayList<Long>();
      try (var rows =
          statement.executeQuery(
              "select id from information_schema.processlist where user = '"
                  + USER
                  + "' and id <> connection_id()")) {
        while (rows.next()) {
          others.add(rows.getLong(1));
        }
      }
      for (long other : others) {
        kill(statement, other);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void kill(Statement statement, long connection) {
    try {
      statement.execute("kill " + connection);
    } catch (SQLException _) {
      // it has gone by itself
    }
  }

  @Override
  List<String> tlsSettings(TestCertificate certificate) {
    return List.of("ssl-cert=" + certificate.certificate(), "ssl-key=" + certificate.key());
  }

  @Override
  String stopSignal() {
    return "TERM";
  }

  @Override
  String readyText() {
    return "ready for connections";
  }

  @Override
  String jdbc(int atPort, String database) {
    return "jdbc:mariadb://127.0.0.1:" + atPort + "/" + database + "?sslMode=disable";
  }

  @Override
  String adminJdbc() {
    return jdbc(port(), "mysql");
  }
}
