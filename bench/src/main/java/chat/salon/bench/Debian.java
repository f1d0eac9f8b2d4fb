package chat.salon.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Programs from Debian's packages, unpacked into a folder of ours: no daemon is installed, nothing
/// is started, and nobody has to be root.
///
/// @param folder where they are, or will be
record Debian(Path folder) {
  /// Where a program is after its package was unpacked, if it was not there before.
  ///
  /// @param packages the program's own, and those of the libraries that machines seldom have
  Path program(String name, List<String> packages) {
    var program = folder.resolve("usr/sbin").resolve(name);
    if (!Files.isExecutable(program)) {
      unpack(packages);
    }
    if (!Files.isExecutable(program)) {
      throw new BenchException("the packages " + packages + " have no " + program);
    }
    return program;
  }

  /// What programs of this folder need in their environment.
  Map<String, String> environment() {
    return Map.of("LD_LIBRARY_PATH", String.join(File.pathSeparator, libraryFolders()));
  }

  private List<String> libraryFolders() {
    var found = new ArrayList<String>();
    for (var lib : List.of("usr/lib", "lib")) {
      var root = folder.resolve(lib);
      if (!Files.isDirectory(root)) {
        continue;
      }
      found.add(root.toString());
      try (var all = Files.list(root)) {
        all.filter(Files::isDirectory).forEach(one -> found.add(one.toString()));
      } catch (IOException e) {
        throw new BenchException("cannot read " + root, e);
      }
    }
    return found;
  }

  private void unpack(List<String> packages) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BenchException("cannot make " + folder, e);
    }
    var download =
        Stream.concat(Stream.of("apt-get", "-q", "download"), packages.stream()).toList();
    if (Commands.run(download, folder, Map.of()).status() != 0) {
      // A fresh machine has no lists yet; this needs root.
      Commands.run(List.of("apt-get", "-q", "update"), folder, Map.of());
      need(download);
    }
    try (var all = Files.list(folder)) {
      all.filter(file -> file.toString().endsWith(".deb"))
          .forEach(file -> need(List.of("dpkg", "-x", file.toString(), folder.toString())));
    } catch (IOException e) {
      throw new BenchException("cannot read " + folder, e);
    }
  }

  private void need(List<String> command) {
    var ended = Commands.run(command, folder, Map.of());
    if (ended.status() != 0) {
      throw new BenchException(
          "\""
              + String.join(" ", command)
              + "\" failed (if package lists are missing, run \"apt-get update\" as root): "
              + ended.output());
    }
  }
}
