package chat.salon.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The dependency rule: everything points at core, core points at nobody, doors do not know each
/// other, and each module uses only the libraries that are named here.
class ArchitectureTest {
  private static final String[] JDK = {"java..", "javax..", "org.jspecify.annotations.."};

  private static JavaClasses salon;

  @BeforeAll
  static void reads_all_main_classes() {
    salon =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("chat.salon");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wire",
        "core",
        "outbound",
        "store",
        "cluster",
        "irc",
        "web",
        "push",
        "preview",
        "server",
        "bench"
      })
  void every_module_is_looked_at(String module) {
    assertThat(salon)
        .as("classes of " + module)
        .anyMatch(type -> type.getPackageName().startsWith("chat.salon." + module));
  }

  @Test
  void the_wire_uses_only_the_jdk() {
    uses("wire");
  }

  @Test
  void the_core_uses_only_the_jdk() {
    uses("core");
    noClasses()
        .that()
        .resideInAPackage("chat.salon.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "java.net.http..", "java.nio.file..")
        .check(salon);
  }

  @Test
  void the_store_knows_databases_and_no_sockets() {
    uses(
        "store",
        "chat.salon.core..",
        "org.sqlite..",
        "org.postgresql..",
        "org.mariadb.jdbc..",
        "com.zaxxer.hikari..",
        "org.flywaydb..",
        "org.apache.lucene..",
        "org.bouncycastle..",
        "tools.jackson..",
        "com.fasterxml.jackson.annotation..",
        "com.google.errorprone.annotations..",
        "org.slf4j..");
  }

  @Test
  void the_network_knows_the_engine_and_nobody_else_does() {
    uses(
        "cluster",
        "chat.salon.core..",
        "org.apache.pekko..",
        "com.typesafe.config..",
        "scala..",
        "org.slf4j..");
    noClasses()
        .that()
        .resideOutsideOfPackage("chat.salon.cluster..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.pekko..", "scala..")
        .check(salon);
  }

  @Test
  void the_irc_door_knows_netty_and_no_database() {
    uses("irc", "chat.salon.core..", "chat.salon.wire..", "io.netty..", "org.slf4j..");
    noClasses()
        .that()
        .resideInAPackage("chat.salon.irc..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .check(salon);
  }

  @Test
  void the_web_door_knows_vertx_and_no_database() {
    uses(
        "web",
        "chat.salon.core..",
        "chat.salon.outbound..",
        "io.vertx.core..",
        "io.netty..",
        "tools.jackson..",
        "org.slf4j..");
    noClasses()
        .that()
        .resideInAPackage("chat.salon.web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .check(salon);
  }

  @Test
  void the_way_out_knows_vertx_and_who_goes_it_knows_no_other() {
    uses("outbound", "chat.salon.core..", "io.vertx.core..", "org.slf4j..");
    noClasses()
        .that()
        .resideInAPackage("chat.salon..")
        .and()
        .resideOutsideOfPackages("chat.salon.outbound..", "chat.salon.bench..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("io\\.vertx\\.core\\.http\\.HttpClient.*|java\\.net\\.http\\..*")
        .check(salon);
  }

  @Test
  void push_knows_ciphers_and_no_database() {
    uses("push", "chat.salon.core..", "chat.salon.outbound..", "org.bouncycastle..");
    noClasses()
        .that()
        .resideInAPackage("chat.salon.push..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .check(salon);
  }

  @Test
  void previews_know_a_parser_and_neither_sockets_nor_databases() {
    uses("preview", "chat.salon.core..", "chat.salon.outbound..", "org.jsoup..");
    noClasses()
        .that()
        .resideInAPackage("chat.salon.preview..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.jsoup.Jsoup") // which connects, too
        .check(salon);
  }

  @Test
  void the_load_generator_knows_the_wire_and_the_databases_of_tests_and_nothing_else_of_ours() {
    uses(
        "bench",
        "chat.salon.wire..",
        "chat.salon.testing..",
        "org.opentest4j..",
        "io.netty..",
        "org.HdrHistogram..",
        "picocli..",
        "tools.jackson..");
  }

  @Test
  void nobody_depends_on_the_load_generator() {
    noClasses()
        .that()
        .resideOutsideOfPackage("chat.salon.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("chat.salon.bench..")
        .check(salon);
  }

  @Test
  void nobody_who_runs_depends_on_what_is_for_tests() {
    noClasses()
        .that()
        .resideOutsideOfPackages("chat.salon.testing..", "chat.salon.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("chat.salon.testing..")
        .check(salon);
  }

  @Test
  void nobody_depends_on_the_server() {
    noClasses()
        .that()
        .resideOutsideOfPackages("chat.salon.server..", "chat.salon.acceptance..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("chat.salon.server..")
        .check(salon);
  }

  @Test
  void modules_know_each_other_one_way_only() {
    slices().matching("chat.salon.(*)..").should().beFreeOfCycles().check(salon);
  }

  @Test
  void the_commands_of_the_irc_door_know_each_other_one_way_only() {
    slices().matching("chat.salon.irc.(*)").should().beFreeOfCycles().check(salon);
  }

  @Test
  void the_frames_of_the_web_door_know_each_other_one_way_only() {
    slices().matching("chat.salon.web.(*)").should().beFreeOfCycles().check(salon);
  }

  @Test
  void secrets_come_from_a_secure_generator() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.SplittableRandom")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
        .orShould()
        .callMethod(Math.class, "random")
        .check(salon);
  }

  @Test
  void nothing_is_ever_serialized_by_java() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectInputStream")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectOutputStream")
        .check(salon);
  }

  @Test
  void nobody_who_serves_people_sleeps() {
    for (var module : List.of("wire", "core", "store", "cluster", "irc", "web")) {
      var own = noClasses().that().resideInAPackage("chat.salon." + module + "..");
      own.should().callMethod(Thread.class, "sleep", long.class).check(salon);
      own.should().callMethod(Thread.class, "sleep", Duration.class).check(salon);
    }
  }

  private static void uses(String module, String... others) {
    var own = "chat.salon." + module + "..";
    var allowed = Stream.of(Stream.of(JDK), Stream.of(own), Stream.of(others)).flatMap(s -> s);
    classes()
        .that()
        .resideInAPackage(own)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .check(salon);
  }
}
