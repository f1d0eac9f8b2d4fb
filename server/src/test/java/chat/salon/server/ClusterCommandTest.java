package chat.salon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the commands about the keys of a network do on its machines, each of which is a folder
/// here.
class ClusterCommandTest {
  private static final Pattern LINE =
      Pattern.compile("(?m)^\\./salon cluster (join|trust) (salon-[a-z]+1-[A-Za-z0-9_-]+)$");

  private final Path folder;
  private final Machine a;
  private final Machine b;

  ClusterCommandTest(@TempDir Path folder) {
    this.folder = folder;
    a = new Machine("a");
    b = new Machine("b");
  }

  // ---- Setting up ----

  @Test
  void init_makes_keys_that_only_their_owner_may_read() throws IOException {
    a.good("init", "--announce", "127.0.0.1:6690", "--name", "a");
    assertThat(rights(a.keys)).isEqualTo("rwx------");
    assertThat(a.files().keySet()).containsExactly("ca.pem", "issued.pem", "node.pem", "trust.pem");
    try (var files = Files.list(a.keys)) {
      assertThat(files).allSatisfy(file -> assertThat(rights(file)).isEqualTo("rw-------"));
    }
  }

  @Test
  void init_and_join_write_what_the_configuration_needs() throws IOException {
    Files.writeString(a.file, "[store]\nreaders = 5\n");
    b.good("join", a.good("init", "--announce", "127.0.0.1:6690", "--name", "a", "b=[::1]:6691"));
    var places = List.of(Seed.parse("127.0.0.1:6690"), Seed.parse("[::1]:6691"));

    var first = a.configuration();
    assertThat(first.cluster().listen()).containsExactly(new Endpoint("127.0.0.1", 6690));
    assertThat(first.cluster().join()).containsExactlyElementsOf(places);
    assertThat(first.cluster().name()).isEqualTo("a");
    var second = b.configuration();
    assertThat(second.cluster().listen()).containsExactly(new Endpoint("::1", 6691));
    assertThat(second.cluster().join()).containsExactlyElementsOf(places);
    assertThat(second.cluster().name()).isEqualTo("b");
    assertThat(second.store()).isEqualTo(first.store());
    assertThat(Files.readString(b.data.resolve("secret.key")))
        .isEqualTo(Files.readString(a.data.resolve("secret.key")));
    assertThat(List.of(rights(b.file), rights(b.data), rights(b.data.resolve("secret.key"))))
        .containsExactly("rw-------", "rwx------", "rw-------");
    assertThat(b.files().keySet()).containsExactly("node.pem", "trust.pem", "used");
  }

  @Test
  void a_node_that_is_reached_by_a_name_listens_everywhere_and_announces_the_name() {
    a.good("init", "--announce", "a.example.org:6690", "--name", "a");
    assertThat(a.configuration().cluster().listen()).containsExactly(new Endpoint("0.0.0.0", 6690));
    assertThat(a.configuration().cluster().announce()).isEqualTo("a.example.org:6690");
  }

  @Test
  void what_was_configured_stays_and_is_shown_instead_of_changed() throws IOException {
    var written = "[cluster]\nkeys = \"elsewhere\"\n[log]\nlevel = \"warn\"\n";
    Files.writeString(a.file, written);
    a.good("init", "--announce", "127.0.0.1:6690", "--name", "a");
    assertThat(a.file).hasContent(written);
    assertThat(a.out)
        .contains("Put this into the section [cluster]", "listen = [\"127.0.0.1:6690\"]");
    assertThat(a.data.resolve("elsewhere/node.pem")).exists();
  }

  @Test
  void init_again_destroys_nothing() throws IOException {
    a.good("init", "--announce", "127.0.0.1:6690", "--name", "a");
    var before = a.files();
    var configuration = Files.readString(a.file);
    a.good("init");
    a.good("init", "--announce", "127.0.0.1:6690", "--name", "a");
    assertThat(a.files()).isEqualTo(before);
    assertThat(a.file).hasContent(configuration);
    assertThat(a.bad("init", "--announce", "127.0.0.1:7000", "--name", "a"))
        .contains("node.pem is the key of a at 127.0.0.1:6690", "renew");
    assertThat(a.files()).isEqualTo(before);
  }

  @Test
  void init_does_not_guess_where_a_node_is_reached() {
    assertThat(a.bad("init")).contains("--announce HOST:PORT");
    assertThat(a.bad("init", "--listen", "0.0.0.0:6690"))
        .contains("cluster.announce must say by which HOST:PORT");
  }

  @Test
  void a_network_without_a_database_server_is_told_so_at_once() {
    a.good("init", "--announce", "127.0.0.1:6690", "--name", "a");
    assertThat(a.out).contains("a network (cluster.listen) needs a database server");
  }

  // ---- Inviting and joining ----

  @Test
  void only_where_the_authority_is_others_are_invited() {
    b.good(
        "join", a.good("init", "--announce", "127.0.0.1:6690", "--name", "a", "b=127.0.0.1:6691"));
    assertThat(b.bad("invite", "c=127.0.0.1:6692")).contains("ca.pem is not here");
    assertThat(b.bad("init")).contains("has the key of b at 127.0.0.1:6691");
  }

  @Test
  void a_line_that_cannot_be_meant_is_refused() {
    a.good("init", "--announce", "127.0.0.1:6690", "--name", "a");
    assertThat(a.bad("invite", "127.0.0.1:6691")).contains("must be NAME=HOST:PORT");
    assertThat(a.bad("invite", "b=0.0.0.0:6691")).contains("by which address and port");
    assertThat(a.bad("invite", "b=127.0.0.1:6690")).contains("there is a at 127.0.0.1:6690");
    assertThat(a.bad("invite", "a=127.0.0.1:6691")).contains("is this node itself");
  }

  @Test
  void a_line_is_used_once() throws IOException {
    var line = a.good("init", "--announce", "127.0.0.1:6690", "--name", "a", "b=127.0.0.1:6691");
    b.good("join", line);
    var before = b.files();
    assertThat(b.bad("join", line)).contains("was used here already");
    assertThat(b.files()).isEqualTo(before);
  }

  @Test
  void a_line_is_used_in_time() {
    a.good("init", "--announce", "127.0.0.1:6690", "--name", "a");
    var line = a.good("invite", "--valid", "0s", "b=127.0.0.1:6691");
    assertThat(b.bad("join", line)).contains("the line was good until", "invite");
    assertThat(b.keys).doesNotExist();
    assertThat(a.run("invite", "--valid", "soon", "b=127.0.0.1:6691")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a_line_is_used_whole() {
    var line = a.good("init", "--announce", "127.0.0.1:6690", "--name", "a", "b=127.0.0.1:6691");
    for (int length : new int[] {line.length() - 1, line.length() / 2, 20, 12}) {
      assertThat(b.bad("join", line.substring(0, length))).contains("the line is damaged");
    }
    int middle = line.length() / 2;
    char other = line.charAt(middle) == 'x' ? 'y' : 'x';
    assertThat(b.bad("join", line.substring(0, middle) + other + line.substring(middle + 1)))
        .contains("the line is damaged");
    assertThat(b.bad("join", "hello")).contains("must begin with \"salon-join1-\"");
    assertThat(b.keys).doesNotExist();
  }

  @Test
  void keys_of_another_node_or_network_are_not_overwritten() throws IOException {
    var c = new Machine("c");
    b.good(
        "join", a.good("init", "--announce", "127.0.0.1:6690", "--name", "a", "b=127.0.0.1:6691"));
    var before = b.files();
    assertThat(b.bad("join", a.good("invite", "d=127.0.0.1:6693")))
        .contains("has the key of b at 127.0.0.1:6691, and the line is for d");
    c.good("init", "--announce", "127.0.0.1:6692", "--name", "c");
    assertThat(b.bad("join", c.good("invite", "b=127.0.0.1:6691")))
        .contains("has keys of another network");
    assertThat(b.files()).isEqualTo(before);
  }

  @Test
  void keys_can_be_carried_on_without_a_node() {
    var line = a.good("init", "--announce", "127.0.0.1:6690", "--name", "a", "b=127.0.0.1:6691");
    var carried = folder.resolve("carried");
    b.good("join", "--keys", carried.toString(), line);
    assertThat(new KeyFolder(carried).keys().trusted()).hasSize(1);
    assertThat(b.file).doesNotExist();
    assertThat(b.data).doesNotExist();
  }

  // ---- Changing keys ----

  @Test
  void the_authority_changes_step_by_step() {
    b.good(
        "join", a.good("init", "--announce", "127.0.0.1:6690", "--name", "a", "b=127.0.0.1:6691"));
    var old = new KeyFolder(a.keys).trusted().getFirst();
    var fingerprint = Identity.fingerprint(old);

    var trust = a.good("rotate");
    assertThat(a.good("rotate")).isEqualTo(trust);
    b.good("trust", trust);
    for (var each : List.of(a, b)) {
      assertThat(each.bad("forget", fingerprint)).contains("has signed the key of this node");
      assertThat(new KeyFolder(each.keys).trusted()).hasSize(2).contains(old);
    }
    b.good("join", a.good("renew"));
    for (var each : List.of(a, b)) {
      assertThat(each.bad("forget", "00:11")).contains("at least 8 digits");
      assertThat(each.bad("forget", "00:11:22:33:44")).contains("nobody here trusts");
      each.good("forget", fingerprint.substring(0, 11));
      assertThat(new KeyFolder(each.keys).trusted()).hasSize(1).doesNotContain(old);
      assertThat(new KeyFolder(each.keys).nodeIdentity().certificate().getIssuerX500Principal())
          .isNotEqualTo(old.getSubjectX500Principal());
    }
  }

  @Test
  void the_keys_are_shown_with_who_signed_them_and_until_when() {
    b.good(
        "join", a.good("init", "--announce", "127.0.0.1:6690", "--name", "a", "b=127.0.0.1:6691"));
    a.good("rotate");
    a.good("keys");
    var authorities = new KeyFolder(a.keys).trusted();
    assertThat(a.out.lines())
        .filteredOn(line -> line.startsWith("  "))
        .satisfiesExactly(
            own -> assertThat(own).contains("this node", "a at 127.0.0.1:6690", ", until 20"),
            first -> assertThat(first).contains(fingerprint(authorities, 0), "here, and signs"),
            next -> assertThat(next).contains(fingerprint(authorities, 1), "from the next"),
            signed -> assertThat(signed).contains("signed", "a at", "by Salon authority "),
            signed -> assertThat(signed).contains("signed", "b at", "by Salon authority "));
    b.good("keys");
    assertThat(b.out).contains("b at 127.0.0.1:6691").doesNotContain("here, and signs");
  }

  private static String fingerprint(List<X509Certificate> from, int which) {
    return Identity.fingerprint(from.get(which)).substring(0, 23);
  }

  // ---- Checking ----

  @Test
  void check_says_what_a_network_lacks() throws IOException {
    Files.writeString(a.file, "[cluster]\nlisten = \"127.0.0.1:6690\"\nname = \"a\"\n");
    assertThat(a.check())
        .containsExactly(
            "salon: store.url is \"sqlite:salon.db\", the file of one server: a network"
                + " (cluster.listen) needs a database server, such as"
                + " \"postgresql://salon@db.example.org/salon\"",
            "salon: "
                + a.keys.resolve("node.pem")
                + " does not exist: \"salon cluster init\" makes the keys of a new network, and"
                + " \"salon cluster join\" takes those for a node of one");
    a.good("init");
    assertThat(a.check()).hasSize(1).first().asString().contains("store.url");
    Files.writeString(a.file, "[cluster]\nlisten = \"127.0.0.1:7000\"\nname = \"a\"\n");
    assertThat(a.check())
        .hasSize(2)
        .last()
        .asString()
        .contains("is for a at 127.0.0.1:6690: other nodes would refuse it");
    Files.writeString(a.file, "[cluster]\nlisten = \"127.0.0.1:7000\"\ntls = false\n");
    assertThat(a.check()).hasSize(1);
  }

  @Test
  void every_command_explains_itself() {
    assertThat(a.run()).isZero();
    for (var command :
        List.of("init", "invite", "join", "keys", "renew", "rotate", "trust", "forget")) {
      assertThat(a.out).contains("  " + command + " ");
    }
  }

  private static String rights(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// A folder that stands for a machine.
  private final class Machine {
    private final Path file;
    private final Path data;
    private final Path keys;
    private String out = "";
    private String err = "";

    Machine(String name) {
      try {
        file = Files.createDirectory(folder.resolve(name)).resolve("salon.toml");
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      data = file.resolveSibling("data");
      keys = data.resolve("cluster");
    }

    /// @return the word of the line that was printed for another machine; empty when there is none
    String good(String... command) {
      assertThat(run(command)).as(() -> err).isZero();
      var line = LINE.matcher(out);
      return line.find() ? line.group(2) : "";
    }

    /// @return what was complained about
    String bad(String... command) {
      assertThat(run(command)).isEqualTo(ExitCode.FAILURE);
      assertThat(err).startsWith("salon: ").hasLineCount(1);
      return err;
    }

    int run(String... command) {
      var all = new ArrayList<>(List.of("cluster"));
      if (command.length > 0) {
        all.add(command[0]);
        all.addAll(List.of("--config", file.toString(), "--data", data.toString()));
        all.addAll(List.of(command).subList(1, command.length));
      }
      return execute(all);
    }

    List<String> check() {
      assertThat(execute(List.of("check", "--config", file.toString(), "--data", data.toString())))
          .isEqualTo(ExitCode.CONFIGURATION);
      return err.lines().toList();
    }

    private int execute(List<String> arguments) {
      var written = new StringWriter();
      var complained = new StringWriter();
      int status =
          Main.commandLine()
              .setOut(new PrintWriter(written, true))
              .setErr(new PrintWriter(complained, true))
              .execute(arguments.toArray(String[]::new));
      out = written.toString();
      err = complained.toString();
      return status;
    }

    Configuration configuration() {
      return ((Reading.Good) ConfigurationReader.read(TomlFile.read(file))).configuration();
    }

    Map<String, String> files() throws IOException {
      var files = new TreeMap<String, String>();
      try (var names = Files.list(keys)) {
        for (var each : names.toList()) {
          files.put(each.getFileName().toString(), Files.readString(each));
        }
      }
      return files;
    }
  }
}
