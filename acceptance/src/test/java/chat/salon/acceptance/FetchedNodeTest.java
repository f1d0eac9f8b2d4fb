package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The web app is built on a machine without Node: the build fetches one, once. What it fetches is
/// in a folder here, packed from the Node of this machine, as its makers pack theirs.
@Timeout(300)
class FetchedNodeTest {
  private static final List<String> TOOLS =
      List.of("sh", "mvn", "dirname", "uname", "basename", "cat", "sed", "expr", "ls", "which");

  private static final String VERSION = "v24.0.999"; // there is none
  private static final Pattern NAMED = Pattern.compile("(?<=<nodeVersion>)v[0-9.]+(?=<)");

  private static final Path KEPT =
      Path.of(System.getProperty("user.home"), ".m2/repository/com/github/eirslett/node")
          .resolve(VERSION.substring(1));

  @TempDir private Path base;
  private Path tools; // a PATH without a Node

  @BeforeEach
  void hideNode() {
    tools = Tools.link(base.resolve("tools"), TOOLS);
  }

  /// Maven keeps what it fetched for all builds on this machine: not this one.
  @BeforeEach
  @AfterEach
  void forget() {
    if (Files.exists(KEPT)) {
      TestFolder.delete(KEPT);
    }
  }

  @Test
  void a_machine_without_node_fetches_one_and_keeps_it() throws IOException {
    var webapp = checkout();
    var mirror = mirror();

    var first = node(webapp, Map.of("SALON_NODE_MIRROR", mirror.toUri().toString()));
    assertThat(first.out()).contains("fetching one …").endsWith(version() + "\n");
    assertThat(first.status()).isZero();

    assertThat(node(webapp, Map.of()).out()).isEqualTo(version() + "\n");
  }

  @Test
  void without_node_and_without_a_place_to_have_it_from_it_says_what_to_install()
      throws IOException {
    var run = node(checkout(), Map.of("SALON_NODE_MIRROR", base.resolve("none").toUri() + "/"));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("needs Node 20 or newer", "apt install nodejs npm");
  }

  /// Asks which Node builds the web app, with a PATH on which there is none.
  private PackageTree.Run node(Path webapp, Map<String, String> more) {
    var environment = new HashMap<>(more);
    environment.put("PATH", tools.toString());
    environment.put("HOME", System.getenv("HOME"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    return PackageTree.run(webapp, environment, "sh", "run", "node");
  }

  private Path checkout() throws IOException {
    for (var file : List.of("pom.xml", "webapp/pom.xml", "webapp/run")) {
      PackageTree.copy(PackageTree.REAL.resolve(file), base.resolve("salon").resolve(file));
    }
    var pom = base.resolve("salon/webapp/pom.xml");
    Files.writeString(pom, NAMED.matcher(Files.readString(pom)).replaceFirst(VERSION));
    return pom.getParent();
  }

  private Path mirror() throws IOException {
    var npm = Tools.find("npm");
    assumeTrue(npm.isPresent(), "there is no Node with npm to pack");
    var name = "node-" + VERSION + "-" + platform();
    PackageTree.copy(
        Tools.find("node").orElseThrow().toRealPath(), base.resolve(name + "/bin/node"));
    PackageTree.copy(
        npm.get().toRealPath().getParent().getParent(),
        base.resolve(name + "/lib/node_modules/npm"));
    var folder = Files.createDirectories(base.resolve("mirror").resolve(VERSION));
    var archive = folder.resolve(name + ".tar.gz").toString();
    PackageTree.good(
        PackageTree.run(base, Map.of("PATH", PackageTree.path()), "tar", "-czf", archive, name));
    return base.resolve("mirror");
  }

  private static String platform() {
    var system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    return system + (System.getProperty("os.arch").equals("aarch64") ? "-arm64" : "-x64");
  }

  private String version() {
    return PackageTree.run(base, Map.of("PATH", PackageTree.path()), "node", "--version")
        .out()
        .strip();
  }
}
