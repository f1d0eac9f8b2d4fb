package chat.salon.bench;

import chat.salon.testing.DatabaseServer;
import chat.salon.testing.Engine;
import chat.salon.testing.TestDatabase;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/// The Salon of this source tree with a PostgreSQL of its own: alone, or as a network of nodes in
/// processes of their own, with keys, set up as the manual says. All nodes have the server's core.
///
/// @param launcher the program `salon`
/// @param folder where their data goes
record SalonNetwork(Path launcher, Path folder, int nodes) implements Software {
  private static final Pattern INVITATION = Pattern.compile("cluster join (\\S+)");

  @Override
  public String name() {
    return nodes == 1 ? "1 node" : nodes + " nodes";
  }

  @Override
  public String version() {
    return new SalonServer(launcher, folder).version();
  }

  @Override
  public Running start() {
    var parts = new Parts(database());
    try {
      parts.begin();
      return parts;
    } catch (BenchException e) {
      parts.close();
      throw e;
    }
  }

  private static DatabaseServer database() {
    try {
      return Engine.POSTGRESQL.start();
    } catch (TestAbortedException e) {
      throw new BenchException("a network needs PostgreSQL: " + e.getMessage(), e);
    }
  }

  /// What runs.
  private final class Parts implements Running {
    private final DatabaseServer server;
    private final TestDatabase database;
    private final List<OwnProcess> running = new ArrayList<>();

    Parts(DatabaseServer server) {
      this.server = server;
      this.database = server.make();
    }

    void begin() {
      var first = OwnProcess.makeFolder(folder);
      OwnProcess.write(
          first.resolve("salon.toml"),
          SalonServer.CONFIGURATION + "\n[store]\nurl = \"" + database.url() + "\"\n");
      var folders = new ArrayList<>(List.of(first));
      if (nodes > 1) {
        folders.addAll(invited(first));
      }
      for (var own : folders) {
        running.add(
            new OwnProcess(
                name(),
                List.of(
                    "env",
                    "SALON_STORE_PASSWORD=" + database.password(),
                    launcher.toString(),
                    "serve"),
                own,
                Target.ANY,
                SalonServer::port));
      }
    }

    private List<Path> invited(Path first) {
      var init =
          Stream.concat(
                  Stream.of("cluster", "init", "--announce", place(), "--name", "node1"),
                  IntStream.rangeClosed(2, nodes).mapToObj(node -> "node" + node + "=" + place()))
              .toList();
      var lines = INVITATION.matcher(salon(first, init));
      var folders = new ArrayList<Path>();
      while (lines.find()) {
        var own = OwnProcess.makeFolder(folder);
        OwnProcess.write(own.resolve("salon.toml"), SalonServer.CONFIGURATION);
        salon(own, List.of("cluster", "join", lines.group(1)));
        folders.add(own);
      }
      return folders;
    }

    private static String place() {
      return "127.0.0.1:" + OwnProcess.freePort();
    }

    private String salon(Path where, List<String> words) {
      var command = Stream.concat(Stream.of(launcher.toString()), words.stream()).toList();
      var ended = Commands.run(command, where, Map.of());
      if (ended.status() != 0) {
        throw new BenchException("salon " + words.get(1) + " failed: " + ended.output());
      }
      return ended.output();
    }

    @Override
    public Target target() {
      var targets = running.stream().map(OwnProcess::target).toList();
      List<InetSocketAddress> addresses =
          targets.stream().map(target -> target.address(0)).toList();
      var pids = targets.stream().flatMap(target -> target.pids().stream()).toList();
      return new Target(name(), addresses, pids, true, Target.ANY);
    }

    @Override
    public void close() {
      running.forEach(OwnProcess::close);
      server.close();
    }
  }
}
