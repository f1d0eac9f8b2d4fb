package chat.salon.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// PostgreSQL, with the encoding and the login that a server on the network has.
final class PostgresqlServer extends DatabaseServer {
  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

  private final Path postgres;

  PostgresqlServer(String... settings) {
    this(Programs.find("postgres", VERSIONS, "bin"), new ServerFolder(), settings);
  }

  private PostgresqlServer(Path postgres, ServerFolder folder, String... settings) {
    super(Engine.POSTGRESQL, folder, settings);
    this.postgres = postgres;
    var password = folder.write("password", PASSWORD + "\n");
    folder.run(
        List.of(
            Programs.find("initdb", VERSIONS, "bin").toString(),
            "--pgdata=" + folder.resolve("data"),
            "--username=" + USER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync"),
        Path.of("/dev/null"));
  }

  @Override
  List<String> command() {
    var command =
        new ArrayList<>(
            List.of(
                postgres.toString(),
                "-D",
                folder().resolve("data").toString(),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "port=" + port(),
                "-c",
                "unix_socket_directories=",
                "-c",
                "shared_buffers=32MB"));
    for (var setting : settings()) {
      command.addAll(List.of("-c", setting));
    }
    return command;
  }

  @Override
  public void cutOffAll() {
    administer(
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where pid <> pg_backend_pid() and backend_type = 'client backend'");
  }

  @Override
  List<String> tlsSettings(TestCertificate certificate) {
    return List.of(
        "ssl=on",
        "ssl_cert_file=" + certificate.certificate(),
        "ssl_key_file=" + certificate.key());
  }

  @Override
  String stopSignal() {
    return "INT";
  }

  @Override
  String readyText() {
    return "ready to accept connections";
  }

  @Override
  String jdbc(int atPort, String database) {
    return "jdbc:postgresql://127.0.0.1:" + atPort + "/" + database;
  }

  @Override
  String adminJdbc() {
    return jdbc(port(), "postgres");
  }
}
