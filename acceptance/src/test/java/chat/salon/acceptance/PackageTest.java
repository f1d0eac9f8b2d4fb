package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `./salon package` makes runs where there is no Java, and says what is in it.
@Timeout(900)
class PackageTest {
  private static final List<String> TOOLS =
      List.of("awk", "cat", "cksum", "dirname", "readlink", "sh", "sysctl");
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

  @TempDir private static Path base;
  private static PackageTree tree;
  private static Path image;
  private static String noJava; // a PATH of what a launcher needs, and nothing else

  @TempDir private Path folder;

  @BeforeAll
  static void make() throws IOException {
    assumeTrue(
        Files.exists(PackageTree.JARS.resolve("sbom.json")),
        "there are no jars with a bill of materials; ./salon test makes them (Maven: -Psbom)");
    noJava = Tools.link(base.resolve("tools"), TOOLS).toString();
    tree = PackageTree.withJars(base).make();
    image = tree.unpack(base.resolve("un packed"));
  }

  private static PackageTree.Run salon(Map<String, String> more, String... arguments) {
    var environment = new HashMap<>(more);
    environment.put("PATH", noJava);
    return PackageTree.run(
        base,
        environment,
        Stream.concat(Stream.of(image + "/bin/salon"), Stream.of(arguments))
            .toArray(String[]::new));
  }

  @Test
  void it_serves_without_a_java_and_remembers_after_a_restart() {
    var configuration = ServerProcess.configure(folder);
    try (var server = serve(configuration)) {
      var alice = server.dial().register("alice").join("#tea");
      var bob = server.dial().register("bob").join("#tea");
      alice.send("NICKSERV REGISTER " + TestSalon.PASSWORD, "PRIVMSG #tea :kept");
      bob.until(":alice!… PRIVMSG #tea kept");
      alice.until(":… NOTICE alice …");
      server.terminate();
      assertThat(server.exitCode()).isZero();
    }
    try (var server = serve(configuration)) {
      var alice = server.dial().register("alice2", "batch", "draft/chathistory");
      alice.send("NICKSERV IDENTIFY alice " + TestSalon.PASSWORD).join("#tea");
      assertThat(alice.answer("CHATHISTORY LATEST #tea * 10"))
          .anyMatch(line -> line.command().equals("PRIVMSG") && line.param(1).equals("kept"));
      server.terminate();
      assertThat(server.exitCode()).isZero();
      assertThat(server.errors()).doesNotContain(" ERROR ", "WARNING");
    }
  }

  private static ServerProcess serve(Path configuration) {
    var builder =
        new ProcessBuilder(image + "/bin/salon", "serve", "--config", configuration.toString());
    builder.environment().clear();
    builder.environment().put("PATH", noJava);
    return ServerProcess.start(configuration, builder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"512m", "100m", "2g"})
  void the_notes_of_a_rehearsed_start_are_used_wherever_it_is_unpacked(String heap) {
    // With this option a JVM that cannot use its cache does not start.
    var strict = Map.of("SALON_HEAP", heap, "SALON_JAVA_OPTS", "-XX:AOTMode=on");

    assertThat(salon(strict, "version"))
        .satisfies(run -> assertThat(run.out()).startsWith("salon "))
        .satisfies(run -> assertThat(run.status()).isZero());
  }

  @Test
  void notes_of_other_jars_are_not_used_and_it_starts_all_the_same() throws IOException {
    var jar = image.resolve("lib/picocli-4.7.7.jar");
    var time = Files.getLastModifiedTime(jar);
    Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
    try {
      assertThat(salon(Map.of("SALON_JAVA_OPTS", "-XX:AOTMode=on"), "version").status())
          .isNotZero();
      assertThat(salon(Map.of(), "version").status()).isZero();
    } finally {
      Files.setLastModifiedTime(jar, time);
    }
  }

  @Test
  void what_belongs_to_the_source_tree_says_so() {
    for (var command : List.of("build", "test", "lint", "format", "package", "bench")) {
      var run = salon(Map.of(), command);
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.out()).contains("\"" + command + "\" belongs to the source tree");
    }
  }

  @Test
  void the_manual_names_every_command_and_option() throws IOException {
    var manual = Files.readString(image.resolve("man/salon.1")).replace("\\-", "-");
    var help = salon(Map.of(), "help").out();

    var commands = help.lines().filter(line -> line.matches("  [a-z]+ .*")).toList();
    assertThat(commands).hasSizeGreaterThan(3);
    for (var line : commands) {
      var command = line.strip().split(" ", 2)[0];
      assertThat(manual).containsPattern("\\.BI? " + command + "\\b");
      if (!command.equals("help")) {
        OPTION
            .matcher(salon(Map.of(), "help", command).out())
            .results()
            .forEach(option -> assertThat(manual).contains(option.group()));
      }
    }
    assertThat(salon(Map.of(), "--help").out()).isEqualTo(help);
  }

  @Test
  void every_jar_is_in_the_bill_of_materials_and_has_a_licence() throws IOException {
    var bill = Files.readString(tree.made(".cdx.json"));
    var thirdParty = Files.readAllLines(image.resolve("THIRD-PARTY.txt"));

    try (var jars = Files.list(image.resolve("lib"))) {
      for (var jar : jars.map(path -> path.getFileName().toString()).toList()) {
        if (!jar.endsWith(".jar") || jar.equals("salon.jar")) {
          continue;
        }
        var name = jar.replaceFirst("-[0-9].*", "");
        assertThat(bill).contains("/" + name + "@");
        if (!bill.contains("pkg:maven/chat.salon/" + name + "@")) {
          assertThat(thirdParty).anyMatch(line -> line.matches(name + " +[0-9]\\S* +\\S.*"));
        }
      }
    }
    assertThat(thirdParty).anyMatch(line -> line.startsWith("openjdk "));
    assertThat(bill).contains("\"specVersion\" : \"1.6\"").doesNotContain("timestamp", "jspecify");
    assertThat(image.resolve("licences/EPL-2.0.txt")).isNotEmptyFile();
    assertThat(image.resolve("runtime/legal/java.base/LICENSE")).isNotEmptyFile();
  }

  @Test
  void the_debian_package_holds_a_service_and_a_configuration_that_changes_nothing() {
    assumeTrue(
        PackageTree.run(base, Map.of("PATH", PackageTree.path()), "sh", "-c", "type dpkg-deb")
                .status()
            == 0,
        "there is no dpkg-deb");
    var deb = tree.made(".deb").toString();
    var unpacked = folder.resolve("root").toString();
    var environment = Map.of("PATH", PackageTree.path());
    assertThat(PackageTree.run(base, environment, "dpkg-deb", "-R", deb, unpacked).status())
        .isZero();

    var root = Path.of(unpacked);
    assertThat(root.resolve("DEBIAN/conffiles")).hasContent("/etc/salon/salon.toml");
    for (var script : List.of("postinst", "prerm", "postrm")) {
      assertThat(root.resolve("DEBIAN").resolve(script)).isExecutable();
    }
    assertThat(root.resolve("usr/share/man/man1/salon.1.gz")).isNotEmptyFile();
    assertThat(root.resolve("usr/lib/systemd/system/salon.service"))
        .content()
        .contains("ExecStart=/usr/bin/salon serve --config /etc/salon/salon.toml");
    var check =
        PackageTree.run(
            root,
            Map.of("PATH", noJava, "SALON_JAVA_OPTS", "-XX:AOTMode=on"),
            root + "/usr/bin/salon",
            "check",
            "--config",
            root + "/etc/salon/salon.toml");
    assertThat(check.status()).isZero();
    assertThat(check.out())
        .contains("# default", "The configuration is good")
        .doesNotContain("# from");
  }

  @Test
  void two_builds_of_one_commit_are_the_same() throws IOException {
    assumeTrue(Boolean.getBoolean("salon.all"), "slow: ./salon test --all");
    var one = PackageTree.cloned(folder.resolve("one")).make();

    // The JVM writes no cache twice alike: the second build takes the first one's.
    var archive = one.made(".tar.gz").toString();
    var two = PackageTree.cloned(folder.resolve("another")).make("--caches", archive);

    for (var end : List.of(".tar.gz", ".deb", ".cdx.json", "SHA256SUMS")) {
      assertThat(Files.mismatch(one.made(end), two.made(end))).as(end).isEqualTo(-1);
    }
  }
}
