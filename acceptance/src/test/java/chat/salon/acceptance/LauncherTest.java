package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs the launcher as a person does, in a checkout whose path has a space.
@Timeout(60)
class LauncherTest {
  private LauncherTree tree;

  @BeforeEach
  void checkout(@TempDir Path base) {
    tree = new LauncherTree(base, "my salon");
  }

  @Test
  void an_old_java_first_on_the_path_does_not_matter() {
    tree.maven().systemJdk("25.0.3");
    var old = tree.java("java-17", "17.0.12", true);
    tree.link(tree.base().resolve("bin/java"), old.resolve("bin/java"));
    tree.with("JAVA_HOME", old);

    var run = tree.salon("serve");

    assertThat(run.status()).isZero();
    assertThat(run.lines()).startsWith("java system/usr/lib/jvm/jdk-25.0.3");
  }

  @Test
  void a_java_behind_a_link_on_the_path_is_found() {
    var jdk = tree.maven().java("anywhere/jdk 26", "26", true);
    tree.link(tree.base().resolve("alternatives/java"), jdk.resolve("bin/java"));
    tree.link(tree.base().resolve("bin/java"), Path.of("../alternatives/java"));

    assertThat(tree.salon("serve").lines()).startsWith("java anywhere/jdk 26");
  }

  @Test
  void without_a_jdk_it_says_what_to_install() {
    tree.maven().java("system/usr/lib/jvm/java-17", "17.0.12", true);
    tree.java("system/opt/java-8", "1.8.0_422", true);

    var run = tree.salon("serve");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("needs a JDK 25 or newer", "apt install", "brew install");
    assertThat(tree.mavenCalls()).isEmpty();
  }

  @Test
  void a_chosen_java_that_does_not_fit_is_named_and_not_replaced() {
    tree.maven().systemJdk("25.0.3");
    var old = tree.java("java-17", "17.0.12", true);

    var run = tree.with("SALON_JAVA_HOME", old).salon("serve");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("SALON_JAVA_HOME=" + old);
  }

  @Test
  void without_maven_it_says_what_to_install() {
    tree.systemJdk("25.0.3");

    var run = tree.salon("serve");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("needs Maven", "apt install maven");
  }

  @Test
  void the_first_start_builds_with_the_jdk_that_it_found() {
    var jdk = tree.maven().systemJdk("25.0.3");

    var run = tree.salon("serve");

    assertThat(run.err().lines())
        .containsExactly("Building Salon (first start only; about a minute) …");
    assertThat(tree.mavenCalls())
        .singleElement()
        .asString()
        .startsWith(jdk + ": ")
        .contains("package -pl server -am");
  }

  @Test
  void a_build_has_java_note_what_a_start_takes_and_later_starts_use_that() {
    tree.maven().systemJdk("25.0.3");
    tree.salon("build");

    var notes =
        tree.salon("serve").lines().stream()
            .filter(line -> line.startsWith("argument -XX:AOTCache="))
            .map(line -> Path.of(line.substring("argument -XX:AOTCache=".length())))
            .toList();

    assertThat(notes).hasSize(1);
    assertThat(notes.getFirst())
        .isEmptyFile()
        .hasParent(tree.root().resolve("server/target/salon"));
  }

  @Test
  void another_java_or_collector_starts_without_notes_that_are_not_its_own() {
    tree.maven().systemJdk("25.0.3");
    tree.salon("build");

    assertThat(tree.with("SALON_HEAP", "4g").salon("serve").out()).doesNotContain("AOTCache");
    tree.with("SALON_HEAP", "400m").with("SALON_JAVA_HOME", tree.java("jdk", "26", true));
    assertThat(tree.salon("serve").out()).doesNotContain("AOTCache");
  }

  @Test
  void the_second_start_needs_neither_maven_nor_javac() {
    tree.maven().systemJdk("25.0.3");
    tree.salon("serve");
    tree.brokenMaven();
    tree.with("SALON_JAVA_HOME", tree.java("jre", "25.0.3", false));

    var run = tree.salon("serve");

    assertThat(run.err()).isEmpty();
    assertThat(run.lines()).startsWith("java jre");
    assertThat(tree.mavenCalls()).hasSize(1);
  }

  @Test
  void a_changed_an_added_and_a_deleted_source_each_cause_a_build() {
    tree.maven().systemJdk("25.0.3");
    tree.salon("build");

    tree.write("server/src/main/java/Main.java", "final class Main { int changed; }\n");
    assertThat(tree.salon("build").err()).contains("sources have changed");
    tree.write("server/src/main/java/More.java", "final class More {}\n");
    assertThat(tree.salon("build").err()).contains("sources have changed");
    tree.delete("server/src/main/java/More.java");
    assertThat(tree.salon("build").err()).contains("sources have changed");

    tree.write("webapp/index.html", "<!doctype html><title>changed</title>\n");
    assertThat(tree.salon("build").err()).contains("sources have changed");

    assertThat(tree.salon("build").err()).doesNotContain("Building");
    assertThat(tree.mavenCalls()).hasSize(5);
  }

  @Test
  void what_the_web_app_is_built_with_and_tested_by_causes_no_build() {
    tree.maven().systemJdk("25.0.3");
    tree.salon("build");

    tree.write("webapp/node_modules/svelte/index.js", "export {};\n");
    tree.write("webapp/target/built", "the same\n");
    tree.write("webapp/tests/some.test.ts", "test('it', () => {});\n");

    assertThat(tree.salon("build").err()).doesNotContain("Building");
  }

  @Test
  void jars_that_something_else_made_are_built_again() throws IOException {
    tree.maven().systemJdk("25.0.3");
    tree.salon("build");

    tree.write("server/target/salon/lib/other.jar", "made by hand");
    Files.setLastModifiedTime(
        tree.root().resolve("server/target/salon/lib/other.jar"),
        FileTime.from(Instant.now().plusSeconds(10)));

    assertThat(tree.salon("build").err()).contains("Building");
    assertThat(tree.root().resolve("server/target/salon/lib/other.jar")).doesNotExist();
  }

  @Test
  void a_failed_build_shows_why_and_leaves_nothing_half_done() throws IOException {
    tree.brokenMaven().systemJdk("25.0.3");

    var run = tree.salon("serve");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("[ERROR] Main.java:[1,1] no such thing", "build.log");
    try (var left = Files.list(tree.root().resolve("server/target"))) {
      assertThat(left.map(file -> file.getFileName().toString())).containsExactly("build.log");
    }
  }

  @Test
  void two_starts_at_once_build_once() {
    tree.maven().systemJdk("25.0.3");

    var launcher = tree.root().resolve("salon");
    var one = tree.start(launcher, tree.root(), "serve");
    var two = tree.start(launcher, tree.root(), "serve");

    assertThat(tree.finish(one).status()).isZero();
    assertThat(tree.finish(two).status()).isZero();
    assertThat(tree.mavenCalls()).hasSize(1);
  }

  @Test
  void the_lock_of_a_dead_process_is_taken_over() throws Exception {
    tree.maven().systemJdk("25.0.3");
    var dead = new ProcessBuilder("true").start();
    dead.waitFor();
    tree.link(tree.root().resolve("server/target/salon.lock"), Path.of("pid-" + dead.pid()));

    assertThat(tree.salon("serve").status()).isZero();
  }

  @Test
  void a_signal_during_the_build_ends_it_and_leaves_no_lock() throws Exception {
    var started = tree.base().resolve("started");
    new ProcessBuilder("mkfifo", started.toString(), tree.base() + "/never").start().waitFor();
    tree.maven("echo $$ >'%s'\nexec cat '%s/never'\n".formatted(started, tree.base()))
        .systemJdk("25.0.3");

    var process = tree.start(tree.root().resolve("salon"), tree.root(), "serve");
    var maven = Long.parseLong(Files.readString(started).strip()); // waits until Maven runs
    process.destroy();

    assertThat(tree.finish(process).status()).isEqualTo(143);
    var gone = ProcessHandle.of(maven).map(ProcessHandle::onExit);
    if (gone.isPresent()) {
      gone.get().get(10, TimeUnit.SECONDS);
    }
    try (var left = Files.list(tree.root().resolve("server/target"))) {
      assertThat(left.map(file -> file.getFileName().toString())).containsExactly("build.log");
    }
  }

  @Test
  void it_works_through_a_link_from_another_folder_and_stays_there() {
    tree.maven().systemJdk("25.0.3");
    var elsewhere = tree.folder("else where");
    var link = elsewhere.resolve("salon");
    tree.link(link, Path.of("../my salon/salon"));

    var run = tree.run(link, elsewhere, "serve", "--irc", "[::]:6667", "two words", "*");

    assertThat(run.lines()).contains("folder " + elsewhere);
    assertThat(run.lines())
        .endsWith(
            "argument -jar",
            "argument " + tree.root() + "/server/target/salon/lib/salon.jar",
            "argument serve",
            "argument --irc",
            "argument [::]:6667",
            "argument two words",
            "argument *");
  }

  @Test
  void the_server_takes_the_place_of_the_launcher_so_that_signals_reach_it() {
    tree.maven().systemJdk("25.0.3");

    var run = tree.salon("serve");

    assertThat(run.lines()).contains("pid " + run.pid());
  }

  @ParameterizedTest
  @CsvSource({
    "512m, 512, Serial",
    "2047m, 2047, Serial",
    "2g, 2048, Z",
    "4G, 4096, Z",
    "1048576k, 1024, Serial",
    "268435456, 256, Serial"
  })
  void the_heap_chooses_the_collector_and_begins_small(
      String heap, String megabytes, String collector) {
    tree.maven().systemJdk("25.0.3");

    var run = tree.with("SALON_HEAP", heap).salon("serve");

    assertThat(run.lines())
        .contains("argument -Xmx" + megabytes + "m", "argument -XX:+Use" + collector + "GC")
        .contains("argument -Xms64m");
    if (collector.equals("Serial")) {
      assertThat(run.lines()).contains("argument -XX:NewSize=24m");
    }
  }

  @Test
  void a_tiny_heap_begins_as_large_as_it_may_be() {
    tree.maven().systemJdk("25.0.3");

    var run = tree.with("SALON_HEAP", "24m").salon("serve");

    assertThat(run.lines())
        .contains("argument -Xms24m", "argument -XX:NewSize=9m", "argument -Xmx24m");
  }

  @Test
  void a_heap_that_is_no_size_is_refused() {
    tree.maven().systemJdk("25.0.3");

    var run = tree.with("SALON_HEAP", "lots").salon("serve");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("SALON_HEAP=lots");
  }

  @Test
  void further_java_options_are_words() {
    tree.maven().systemJdk("25.0.3");

    var run = tree.with("SALON_JAVA_OPTS", "-Da=1  -Db=*").salon("check");

    assertThat(run.lines()).contains("argument -Da=1", "argument -Db=*", "argument check");
  }

  @Test
  void the_load_generator_is_built_beside_the_server_and_told_of_the_launcher() {
    tree.maven().systemJdk("25.0.3");
    tree.loadGenerator();

    var run = tree.with("SALON_HEAP", "4g").salon("bench", "channel", "two words");

    assertThat(run.status()).isZero();
    assertThat(tree.mavenCalls())
        .satisfiesExactly(
            server -> assertThat(server).contains("package -pl server -am"),
            bench -> assertThat(bench).contains("package -pl bench -am"));
    assertThat(run.lines())
        .doesNotContain("argument -Xmx4096m") // that is the server's
        .contains("pid " + run.pid(), "argument -Dsalon.launcher=" + tree.root() + "/salon")
        .endsWith(
            "argument -cp",
            "argument " + tree.root() + "/bench/target/salon/lib/*",
            "argument chat.salon.bench.Main",
            "argument channel",
            "argument two words");
  }

  @ParameterizedTest
  @ValueSource(strings = {"history", "parts"})
  void parts_are_measured_by_a_program_of_their_own(String what) {
    tree.maven().systemJdk("25.0.3");
    tree.measurements();

    var run = tree.salon("bench", what, "--help");

    assertThat(tree.mavenCalls()).singleElement().asString().contains("-pl measure -am");
    assertThat(run.lines())
        .endsWith(
            "argument " + tree.root() + "/measure/target/salon/lib/*",
            "argument chat.salon.measure.Main",
            "argument " + what,
            "argument --help");
  }

  @Test
  void a_changed_load_generator_leaves_the_server_as_it_is() {
    tree.maven().systemJdk("25.0.3");
    tree.loadGenerator();
    tree.salon("bench");

    tree.write("bench/src/main/java/Main.java", "final class Main { int changed; }\n");

    assertThat(tree.salon("bench").err().lines())
        .containsExactly("Building its load generator (its sources have changed) …");
    assertThat(tree.salon("bench").err()).isEmpty();
    assertThat(tree.mavenCalls()).hasSize(3);
  }

  @Test
  void a_load_for_another_server_needs_no_server_of_this_tree() {
    tree.maven().systemJdk("25.0.3");
    tree.loadGenerator();

    tree.salon("bench", "--server", "127.0.0.1:6667");
    tree.salon("help", "bench");

    assertThat(tree.mavenCalls()).singleElement().asString().contains("-pl bench -am");
  }

  @Test
  void alone_it_explains_itself_and_builds_nothing() {
    var run = tree.salon();

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("./salon COMMAND", "serve", "test [--all]", "lint", "format", "bench", "package");
    assertThat(tree.salon("help").out()).isEqualTo(run.out());
  }

  @Test
  void the_tests_end_with_one_closing_line() {
    tree.systemJdk("25.0.3");
    tree.write("core/target/surefire-reports/TEST-stale.xml", "<testsuite tests=\"90\">");
    tree.maven(report("core", "tests=\"5\" errors=\"0\" skipped=\"1\" failures=\"0\""));

    var run = tree.salon("test");

    assertThat(run.status()).isZero();
    assertThat(run.lines()).endsWith("4 passed, 0 failed, 1 skipped");
    assertThat(tree.mavenCalls()).singleElement().asString().contains("verify", "salon.all=false");
  }

  @Test
  void the_reports_of_every_module_count() {
    tree.systemJdk("25.0.3");
    tree.maven(
        report("core", "tests=\"5\" errors=\"1\" skipped=\"0\" failures=\"2\"")
            + report("irc", "tests=\"7\" errors=\"0\" skipped=\"3\" failures=\"0\"")
            + "exit 1\n");

    var run = tree.salon("test", "--all", "-Dtest=A b");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.lines()).endsWith("6 passed, 3 failed, 3 skipped");
    assertThat(tree.mavenCalls())
        .singleElement()
        .asString()
        .endsWith("-Dsalon.all=true -Dtest=A b");
  }

  @Test
  void who_passed_only_at_the_second_try_is_named() {
    tree.systemJdk("25.0.3");
    tree.maven(
        report("core", "tests=\"2\" errors=\"0\" skipped=\"0\" failures=\"0\" flakes=\"1\"")
            + """
            cat >core/target/surefire-reports/TEST-once.xml <<'XML'
            <testsuite name="a" tests="1" errors="0" skipped="0" failures="0">
              <testcase name="calm" classname="chat.A" time="1"/>
              <testcase name="shaky(int)[2]" classname="chat.A" time="1">
                <flakyFailure message="expected: 1" type="x">
                </flakyFailure>
              </testcase>
            </testsuite>
            XML
            """);

    var run = tree.salon("test");

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("failed once and then passed", "chat.A.shaky(int)[2]");
    assertThat(run.err()).doesNotContain("calm");
    assertThat(run.lines()).endsWith("3 passed, 0 failed, 0 skipped");
  }

  @Test
  void a_build_that_fails_without_a_failed_test_is_said_and_not_green() {
    tree.systemJdk("25.0.3");
    tree.maven(
        report("core", "tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"0\"") + "exit 3\n");

    var run = tree.salon("test");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("no test failed, but the build did");
    assertThat(run.lines()).endsWith("5 passed, 0 failed, 0 skipped");
  }

  @Test
  void no_test_at_all_is_not_green() {
    tree.maven().systemJdk("25.0.3");

    var run = tree.salon("test");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("no test ran");
    assertThat(run.lines()).endsWith("0 passed, 0 failed, 0 skipped");
  }

  @Test
  void a_green_test_run_leaves_a_server_that_starts_at_once() {
    tree.systemJdk("25.0.3");
    tree.maven(report("core", "tests=\"1\" errors=\"0\" skipped=\"0\" failures=\"0\""));
    tree.salon("test");
    tree.brokenMaven();

    assertThat(tree.salon("serve").status()).isZero();
  }

  @Test
  void what_tests_use_is_installed_before_them_and_for_nothing_else() {
    tree.maven(report("core", "tests=\"1\" errors=\"0\" skipped=\"0\" failures=\"0\""))
        .systemJdk("25.0.3");
    var calls = tree.base().resolve("calls");
    tree.write("acceptance/install-clients", "echo clients >>'" + calls + "'; exit 1\n");
    tree.write("testing/install-databases", "echo databases >>'" + calls + "'\n");

    tree.salon("serve");
    tree.salon("test", "-pl", "wire");
    assertThat(tree.mavenCalls()).hasSize(2).doesNotContain("clients", "databases");

    tree.salon("test", "-pl", "core,store");
    assertThat(tree.mavenCalls()).hasSize(4).element(2).isEqualTo("databases");
    assertThat(tree.salon("test", "-pl", "core,acceptance").status()).isZero();
    assertThat(tree.mavenCalls().subList(4, 6)).containsExactly("clients", "databases");
    assertThat(tree.salon("test").err()).contains("Not everything could be installed");
    assertThat(tree.mavenCalls().subList(7, 9)).containsExactly("clients", "databases");
  }

  /// Lines of shell that write a test report as Surefire does, with a decoy in a test's output.
  private static String report(String module, String counts) {
    return """
    mkdir -p %1$s/target/surefire-reports
    cat >%1$s/target/surefire-reports/TEST-%1$s.xml <<'XML'
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuite xmlns="x" name="a tests b" time="0.1" %2$s>
    <system-out><![CDATA[<testsuite tests="1000">]]></system-out>
    </testsuite>
    XML
    """
        .formatted(module, counts);
  }
}
