package chat.salon.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// How files look from outside, to find out that one has changed.
final class Look {
  private Look() {}

  static String at(Path... files) {
    return Arrays.stream(files).map(Look::at).collect(Collectors.joining(" "));
  }

  private static String at(Path file) {
    try {
      return Files.getLastModifiedTime(file) + "," + Files.size(file);
    } catch (IOException e) {
      return "not there";
    }
  }
}
