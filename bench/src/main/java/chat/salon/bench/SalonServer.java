package chat.salon.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// The Salon of this source tree, started by its launcher as people start it: with durable history,
/// and without the limits that a load would run into.
///
/// @param launcher the program `salon`
/// @param folder where its data goes
record SalonServer(Path launcher, Path folder) implements Software {
  private static final Pattern PORT = Pattern.compile("  IRC +127\\.0\\.0\\.1:(\\d+)");

  // Where a message goes on its way to the disk nothing is changed: [store] keeps its defaults.
  static final String CONFIGURATION =
      """
      [server]
      name = "salon.bench"

      [irc]
      listen = ["127.0.0.1:0"]
      listen_tls = "none"
      ping_seconds = 0
      registration_seconds = 0
      registration_lines = 0
      send_queue_bytes = 1073741824
      receive_queue_lines = 1048576
      flood_burst = 0
      connections_per_address = 0
      connections_per_minute = 0

      [web]
      listen = "none"
      listen_tls = "none"

      [limits]
      mailbox = 1048576

      [log]
      level = "warn"
      """;

  @Override
  public String name() {
    return "Salon";
  }

  @Override
  public String version() {
    return Commands.firstLine(List.of(launcher.toString(), "version"));
  }

  @Override
  public Running start() {
    var own = OwnProcess.makeFolder(folder);
    OwnProcess.write(own.resolve("salon.toml"), CONFIGURATION);
    return new OwnProcess(
        name(), List.of(launcher.toString(), "serve"), own, Target.ANY, SalonServer::port);
  }

  static OptionalInt port(String output) {
    var place = PORT.matcher(output);
    return place.find() ? OptionalInt.of(Integer.parseInt(place.group(1))) : OptionalInt.empty();
  }
}
