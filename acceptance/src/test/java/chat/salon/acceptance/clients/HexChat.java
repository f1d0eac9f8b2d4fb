package chat.salon.acceptance.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// HexChat on a screen that nobody sees, with a network as the README says. A script of its own
/// plugin for Perl types what it is told through a pipe; what it shows is read from its logs. It
/// comes back by itself.
final class HexChat extends RealClient {
  private static final Path KEYBOARD = Path.of("hexchat", "keys.pl").toAbsolutePath();

  // Flags of its networks: one after the other of its servers, TLS, connect at once, any
  // certificate.
  private static final int NETWORK = 1 | 4 | 8 | 32;
  private static final int SASL_PLAIN = 6;
  private static final int SASL_EXTERNAL = 10;

  // It asks root whether that is wise, and waits for an answer.
  private static final List<String> AS_OTHER =
      System.getProperty("user.name").equals("root")
          ? List.of("unshare", "--user", "--map-user=1000")
          : List.of();

  private final Path settings;
  private final Screen screen;
  private final Piped process;

  HexChat(House house, Person person) {
    var folder = house.room();
    settings = folder.resolve("config").resolve("hexchat");
    furnish(house, person);
    screen = new Screen(folder);
    var command = new ArrayList<>(AS_OTHER);
    command.add("hexchat");
    process = new Piped(folder, Map.of("DISPLAY", screen.name()), command);
    Patience.until(() -> Files.exists(keys()), () -> "no keyboard:\n" + process.output());
  }

  /// Whether this machine lets root pass for somebody else.
  static boolean mayRun() {
    if (AS_OTHER.isEmpty()) {
      return true;
    }
    var command = new ArrayList<>(AS_OTHER);
    command.add("true");
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Path keys() {
    return settings.resolve("keys");
  }

  private void furnish(House house, Person person) {
    var network =
        new ArrayList<>(
            List.of(
                "v=2.16.1",
                "",
                "N=Salon",
                "I=" + person.nick(),
                "U=" + person.nick(),
                "E=UTF-8",
                "F=" + NETWORK,
                "D=0",
                "S=" + House.HOST + "/+" + house.tlsPort()));
    try {
      Files.createDirectories(settings.resolve("certs"));
      Files.copy(KEYBOARD, Files.createDirectories(settings.resolve("addons")).resolve("keys.pl"));
      var certificate = person.certificate();
      if (certificate != null) {
        Files.copy(certificate, settings.resolve("certs").resolve("Salon.pem"));
        network.add("L=" + SASL_EXTERNAL);
      } else if (person.isMember()) {
        network.add("P=" + person.password());
        network.add("L=" + SASL_PLAIN);
      }
      Files.write(settings.resolve("servlist.conf"), network);
      Files.write(
          settings.resolve("hexchat.conf"),
          List.of(
              "gui_slist_skip = 1",
              "gui_join_dialog = 0",
              "irc_join_delay = 0",
              "irc_logging = 1",
              "irc_reconnect_rejoin = 1",
              "identd_server = 0",
              // Its own brake is for servers that cut off who is fast. Salon only slows them down.
              "net_throttle = 0",
              "net_auto_reconnect = 1",
              "net_auto_reconnectonfail = 1",
              "net_reconnect_delay = 1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  void type(String line) {
    try {
      Files.write(keys(), (line + "\n").getBytes(UTF_8), StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  String shown() {
    var logs = settings.resolve("logs");
    if (!Files.isDirectory(logs)) {
      return process.output();
    }
    var all = new StringBuilder();
    try (var files = Files.walk(logs)) {
      for (var log : files.filter(Files::isRegularFile).sorted().toList()) {
        all.append(Files.readString(log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  @Override
  String welcome() {
    return "There is no message of the day";
  }

  @Override
  String arrival() {
    return "Now talking on " + channel();
  }

  @Override
  String promotion() {
    return "gives channel operator status to";
  }

  @Override
  void comeBack() {
    await(arrival());
  }

  @Override
  public void close() {
    process.close();
    screen.close();
  }
}
