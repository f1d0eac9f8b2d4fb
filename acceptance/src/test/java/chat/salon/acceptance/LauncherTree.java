package chat.salon.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A small checkout with the real launcher, one source file, and a `mvn` and JDKs that are scripts:
/// they say how they were called. Nothing of the machine is seen but the tools of a POSIX system.
final class LauncherTree {
  private static final List<String> TOOLS =
      List.of(
          "awk",
          "cat",
          "cksum",
          "cmp",
          "cp",
          "dash",
          "dirname",
          "env",
          "find",
          "grep",
          "head",
          "ln",
          "mkdir",
          "mkfifo",
          "mv",
          "ps",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sh",
          "sleep",
          "sort",
          "tail",
          "touch",
          "uniq",
          "wc");

  private final Path base;
  private final Path root;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<Long, List<Path>> outputs = new HashMap<>();

  /// What one run of the launcher printed, and how it ended.
  record Run(int status, String out, String err, long pid) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  LauncherTree(Path base, String name) {
    this.base = base;
    this.root = base.resolve(name);
    var tools = Tools.link(base.resolve("tools"), TOOLS);
    environment.put("HOME", folder("home").toString());
    environment.put("SALON_TEST_ROOT", folder("system").toString());
    environment.put("PATH", folder("bin") + ":" + tools);
    try {
      Files.createDirectories(root);
      Files.copy(Path.of("..", "salon"), root.resolve("salon"));
      Files.setPosixFilePermissions(
          root.resolve("salon"), PosixFilePermissions.fromString("rwxr-xr-x"));
      var start = "server/src/package/start.sh";
      Files.createDirectories(root.resolve(start).getParent());
      Files.copy(Path.of("..", start), root.resolve(start));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write("pom.xml", "<project/>\n");
    write("salon.example.toml", "# every key\n");
    write(".mvn/jvm.config", "\n");
    write("server/pom.xml", "<project/>\n");
    write("server/src/main/java/Main.java", "final class Main {}\n");
    write("webapp/index.html", "<!doctype html>\n");
  }

  /// Gives the checkout the sources of the load generator.
  void loadGenerator() {
    write("wire/pom.xml", "<project/>\n");
    write("wire/src/main/java/Line.java", "final class Line {}\n");
    write("bench/pom.xml", "<project/>\n");
    write("bench/src/main/java/Main.java", "final class Main {}\n");
    write("testing/pom.xml", "<project/>\n");
    write("testing/src/main/java/Database.java", "final class Database {}\n");
  }

  /// The sources of what measures parts.
  void measurements() {
    for (var module : List.of("wire", "core", "store", "irc", "measure")) {
      write(module + "/pom.xml", "<project/>\n");
      write(module + "/src/main/java/Some.java", "final class Some {}\n");
    }
  }

  Path root() {
    return root;
  }

  Path base() {
    return base;
  }

  /// A folder beside the checkout.
  Path folder(String name) {
    try {
      return Files.createDirectories(base.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LauncherTree with(String variable, Object value) {
    environment.put(variable, value.toString());
    return this;
  }

  /// A JDK (or with `javac` false a JRE) beside the checkout, whose `java` prints its arguments,
  /// and makes the AOT cache that it is asked for.
  Path java(String name, String version, boolean javac) {
    var home = folder(name);
    text(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(
        home.resolve("bin/java"),
        """
        echo "java $JAVA_NAME"
        echo "pid $$"
        echo "folder $PWD"
        for argument; do
          echo "argument $argument"
          case $argument in -XX:AOTCacheOutput=*) : >"${argument#*=}" ;; esac
        done
        """
            .replace("$JAVA_NAME", name));
    if (javac) {
      script(home.resolve("bin/javac"), "exit 1\n");
    }
    return home;
  }

  /// A JDK in a folder where the operating system keeps them.
  Path systemJdk(String version) {
    return java("system/usr/lib/jvm/jdk-" + version, version, true);
  }

  /// A `mvn` that does what Maven does as far as the launcher can tell, and notes its calls.
  LauncherTree maven() {
    return maven("");
  }

  /// The same, with more lines of shell to run before it ends; `$dist` is the folder it fills.
  LauncherTree maven(String more) {
    script(
        base.resolve("bin/mvn"),
        """
        echo "$JAVA_HOME: $*" >>'%s'
        dist=$PWD/server/target/salon
        for argument; do
          case $argument in -Dsalon.dist=*) dist=${argument#-Dsalon.dist=} ;; esac
        done
        mkdir -p "$dist/lib"
        cat server/src/main/java/*.java >"$dist/lib/salon.jar"
        """
                .formatted(base.resolve("calls"))
            + more);
    return this;
  }

  /// A `mvn` that fails as a compiler error would.
  LauncherTree brokenMaven() {
    script(
        base.resolve("bin/mvn"),
        "echo called >>'%s'\necho '[ERROR] Main.java:[1,1] no such thing'\nexit 1\n"
            .formatted(base.resolve("calls")));
    return this;
  }

  /// The lines that every `mvn` so far has noted.
  List<String> mavenCalls() {
    try {
      var calls = base.resolve("calls");
      return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String file, String text) {
    text(root.resolve(file), text);
  }

  void delete(String file) {
    try {
      Files.delete(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void link(Path link, Path to) {
    try {
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Run salon(String... arguments) {
    return run(root.resolve("salon"), root, arguments);
  }

  Run run(Path launcher, Path folder, String... arguments) {
    return finish(start(launcher, folder, arguments));
  }

  Process start(Path launcher, Path folder, String... arguments) {
    var command = new ArrayList<String>();
    command.add(launcher.toString());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    // Files and not pipes: nothing can block, whatever a script prints.
    try {
      builder.redirectOutput(Files.createTempFile(base, "run", ".out").toFile());
      builder.redirectError(Files.createTempFile(base, "run", ".err").toFile());
      builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      var process = builder.start();
      outputs.put(
          process.pid(),
          List.of(
              builder.redirectOutput().file().toPath(), builder.redirectError().file().toPath()));
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Run finish(Process process) {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the launcher did not end");
      }
      var files = outputs.get(process.pid());
      return new Run(
          process.exitValue(),
          Files.readString(files.get(0)),
          Files.readString(files.get(1)),
          process.pid());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void script(Path file, String body) {
    text(file, "#!/bin/sh\nset -eu\n" + body);
    if (!file.toFile().setExecutable(true)) {
      throw new AssertionError("cannot make executable: " + file);
    }
  }

  private static void text(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
