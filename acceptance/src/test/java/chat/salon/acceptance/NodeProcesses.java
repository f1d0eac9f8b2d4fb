package chat.salon.acceptance;

import chat.salon.testing.Ports;
import chat.salon.testing.TcpProxy;
import chat.salon.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The nodes a, b and c of one network, each in a process of its own, set up as the manual says:
/// keys by `salon cluster init` and `join`. The way to c can be cut.
final class NodeProcesses implements AutoCloseable {
  private static final Pattern INVITATION = Pattern.compile("cluster join (\\S+)");

  private final Path folder;
  private final TestDatabase database;
  private final int cPort = Ports.free();
  private final TcpProxy wayToC = TcpProxy.to(cPort);
  private final Map<String, Path> configurations = new HashMap<>();
  private final Map<String, ServerProcess> running = new HashMap<>();

  /// @param folder for their configurations and data
  NodeProcesses(Path folder, TestDatabase database) {
    this.folder = folder;
    this.database = database;
    var a = configure("a", "[store]", "url = \"" + database.url() + "\"");
    var said =
        cluster(
            a,
            "init",
            "--announce",
            "127.0.0.1:" + Ports.free(),
            "--name",
            "a",
            "b=127.0.0.1:" + Ports.free(),
            "c=127.0.0.1:" + wayToC.port());
    var invitations = INVITATION.matcher(said);
    for (var name : new String[] {"b", "c"}) {
      if (!invitations.find()) {
        throw new AssertionError("no line for " + name + ":\n" + said);
      }
      cluster(configure(name), "join", invitations.group(1));
    }
    start("a");
    start("b");
    start("c");
  }

  private Path configure(String name, String... more) {
    try {
      var own = Files.createDirectories(folder.resolve(name));
      var configuration = ServerProcess.configure(own, more);
      configurations.put(name, configuration);
      return configuration;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cluster(Path configuration, String command, String... arguments) {
    var line = new String[arguments.length + 4];
    line[0] = "cluster";
    line[1] = command;
    line[2] = "--config";
    line[3] = configuration.toString();
    System.arraycopy(arguments, 0, line, 4, arguments.length);
    var ended = ServerProcess.run(configuration, line);
    if (ended.exitCode() != 0) {
      throw new AssertionError(ended.said());
    }
    return ended.said();
  }

  private void start(String name) {
    var before =
        new ArrayList<>(
            List.of(
                "env",
                "SALON_STORE_PASSWORD=" + database.password(),
                "SALON_CLUSTER_DRAIN_SECONDS=0",
                "SALON_CLUSTER_MOVE_SECONDS=60"));
    if (name.equals("c")) {
      before.add("SALON_CLUSTER_LISTEN=127.0.0.1:" + cPort);
      before.add("SALON_CLUSTER_ANNOUNCE=127.0.0.1:" + wayToC.port());
    }
    running.put(name, ServerProcess.start(configurations.get(name), before.toArray(String[]::new)));
  }

  ServerProcess node(String name) {
    return running.get(name);
  }

  /// From here on nothing that others say reaches c, nor its answers them.
  void cutOffC() {
    wayToC.freeze();
  }

  void mend() {
    wayToC.thaw();
  }

  @Override
  public void close() {
    running.values().forEach(ServerProcess::close);
    wayToC.close();
  }
}
