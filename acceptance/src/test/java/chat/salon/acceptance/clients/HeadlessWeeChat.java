package chat.salon.acceptance.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/// WeeChat without a terminal: it is told what to type through its plugin fifo, and shows what it
/// writes to its logs.
final class HeadlessWeeChat extends WeeChat {
  private final Path folder;
  private final Piped process;
  private String buffer = "core.weechat";

  HeadlessWeeChat(House house, Person person) {
    folder = house.room();
    process =
        new Piped(
            folder,
            Map.of(),
            List.of("weechat-headless", "-d", folder.toString(), "-P", "fifo,irc,logger"));
    Patience.until(() -> files(folder, "weechat_fifo").size() == 1, () -> process.output());
    type("/set logger.file.flush_delay 0");
    setUp(house, person).forEach(this::type);
    buffer = "irc.server." + SERVER;
  }

  @Override
  void join() {
    super.join();
    buffer = "irc." + SERVER + "." + channel();
  }

  @Override
  void type(String line) {
    try {
      var bytes = (buffer + " *" + line + "\n").getBytes(UTF_8);
      Files.write(files(folder, "weechat_fifo").getFirst(), bytes, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  String shown() {
    var all = new StringBuilder();
    try {
      for (var log : files(folder.resolve("logs"), "irc.")) {
        all.append(Files.readString(log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  private static List<Path> files(Path folder, String beginning) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(beginning))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
