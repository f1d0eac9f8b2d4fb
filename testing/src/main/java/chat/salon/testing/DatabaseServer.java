package chat.salon.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A real database server in a folder and on a port of its own. It ends with the JVM, however that
/// ends. Any thread.
public abstract class DatabaseServer implements AutoCloseable {
  static final String USER = "salon";
  static final String PASSWORD = "rather secret";

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final Engine engine;
  private final ServerFolder folder;
  private final int port = Ports.free();
  private List<String> settings;
  private ServerProcess process;

  DatabaseServer(Engine engine, ServerFolder folder, String... settings) {
    this.engine = engine;
    this.folder = folder;
    this.settings = List.of(settings);
    this.process = ServerProcess.NONE;
  }

  /// The command that serves the folder, and the signal that stops it.
  abstract List<String> command();

  abstract String stopSignal();

  /// What it writes when it is ready.
  abstract String readyText();

  /// The JDBC address of one of its databases.
  abstract String jdbc(int atPort, String database);

  /// An address for everything that belongs to no database of ours.
  abstract String adminJdbc();

  /// Starts it, again after [#stop()] or [#kill()].
  public final void start() {
    process = ServerProcess.start(folder, command(), stopSignal(), readyText());
  }

  /// Starts it with other settings, as `name=value`.
  public final void start(String... others) {
    settings = List.of(others);
    start();
  }

  /// Starts it with TLS.
  ///
  /// @return the certificate of its own, which nobody trusts who is not told to
  public final Path startWithTls() {
    var certificate = TestCertificate.make(folder);
    start(tlsSettings(certificate).toArray(String[]::new));
    return certificate.certificate();
  }

  abstract List<String> tlsSettings(TestCertificate certificate);

  /// Ends it in order; who is connected is cut off.
  public final void stop() {
    process.stop();
  }

  /// SIGKILL, as a crash of the machine would look to it.
  public final void kill() {
    process.kill();
  }

  /// An empty database that nobody else uses.
  public final TestDatabase make() {
    return make("");
  }

  /// @param how the end of the command that makes it
  final TestDatabase make(String how) {
    var name = "salon_" + DATABASES.incrementAndGet();
    administer("create database " + name + how);
    return new TestDatabase(engine, this, name);
  }

  /// Does something as the one who may do everything.
  public final void administer(String sql) {
    try (var connection = admin();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /// Cuts off all who are connected, but for who asks, and who only looks after the server.
  public abstract void cutOffAll();

  /// A connection that may do everything.
  public final Connection admin() throws SQLException {
    return DriverManager.getConnection(adminJdbc(), USER, PASSWORD);
  }

  /// On the loopback address.
  public final int port() {
    return port;
  }

  final ServerFolder folder() {
    return folder;
  }

  final List<String> settings() {
    return settings;
  }

  @Override
  public final void close() {
    stop();
    folder.delete();
  }
}
