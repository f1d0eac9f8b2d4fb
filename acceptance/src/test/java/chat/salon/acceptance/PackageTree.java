package chat.salon.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A checkout in which `./salon package` runs, and what it makes.
final class PackageTree {
  static final Path REAL = Path.of("..").toAbsolutePath().normalize();
  static final Path JARS = REAL.resolve("server/target/salon");

  private static final int MINUTES = 10;
  private static final List<String> FILES =
      List.of(
          "salon", "pom.xml", "salon.example.toml", "LICENSE", "server/src/package", "webapp/src");

  private final Path root;
  private final Map<String, String> environment = new HashMap<>();

  /// How a program ended, and what it wrote to both outputs.
  record Run(int status, String out) {}

  private PackageTree(Path root) {
    this.root = root;
    environment.put("SALON_JAVA_HOME", System.getProperty("java.home"));
  }

  /// A copy of the real one, whose `mvn` brings the jars that are there.
  static PackageTree withJars(Path base) {
    var tree = new PackageTree(base.resolve("a checkout"));
    for (var file : FILES) {
      copy(REAL.resolve(file), tree.root.resolve(file));
    }
    write(
        base.resolve("bin/mvn"),
        """
        #!/bin/sh
        for argument; do
          case $argument in -Dsalon.dist=*) dist=${argument#*=} ;; esac
        done
        mkdir -p "$dist" && cp -R '%1$s/lib' '%1$s/sbom.json' "$dist"
        """
            .formatted(JARS));
    good(run(base, Map.of("PATH", path()), "chmod", "+x", base + "/bin/mvn"));
    tree.environment.put("SOURCE_DATE_EPOCH", "1700000000");
    tree.environment.put("HOME", base.toString());
    tree.environment.put("PATH", base + "/bin:" + path());
    return tree;
  }

  /// A clone of the last commit, with the real Maven.
  static PackageTree cloned(Path root) {
    var tree = new PackageTree(root);
    tree.environment.put("HOME", System.getenv("HOME"));
    tree.environment.put("PATH", path());
    good(
        run(
            root.getParent(),
            tree.environment,
            "git",
            "clone",
            "--quiet",
            REAL.toString(),
            root.toString()));
    return tree;
  }

  /// Runs `./salon package`; what it made is in [#made].
  PackageTree make(String... arguments) {
    good(
        run(
            root,
            environment,
            Stream.concat(Stream.of("./salon", "package"), Stream.of(arguments))
                .toArray(String[]::new)));
    return this;
  }

  static void good(Run run) {
    if (run.status() != 0) {
      throw new AssertionError("it ended with " + run.status() + ":\n" + run.out());
    }
  }

  /// The one file that it made whose name ends so.
  Path made(String end) {
    try (var files = Files.list(root.resolve("server/target/package"))) {
      return files.filter(file -> file.toString().endsWith(end)).findAny().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Unpacks the archive into a folder, and returns the image.
  Path unpack(Path folder) {
    try {
      Files.createDirectories(folder);
      good(run(folder, Map.of("PATH", path()), "tar", "-xzf", made(".tar.gz").toString()));
      try (var images = Files.list(folder)) {
        return images.findAny().orElseThrow();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs a program to its end, with nothing of our environment but what is given.
  static Run run(Path folder, Map<String, String> environment, String... command) {
    try {
      var out = Files.createTempFile("salon-package", ".out");
      try {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
          process.destroyForcibly();
          throw new AssertionError(String.join(" ", command) + " does not end");
        }
        return new Run(process.exitValue(), Files.readString(out, UTF_8));
      } finally {
        Files.delete(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static String path() {
    return System.getenv("PATH");
  }

  static void copy(Path from, Path to) {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(Files.isDirectory(file) ? target : target.getParent());
        if (!Files.isDirectory(file)) {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
