package chat.salon.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// ngIRCd as Debian has it, without its limits and penalties.
record NgIrcd(Debian debian, Path folder) implements Software {
  /// It listens with 10, whatever its configuration says.
  private static final int BACKLOG = 8;

  private static final List<String> PACKAGES = List.of("ngircd", "libident");

  @Override
  public String name() {
    return "ngIRCd";
  }

  @Override
  public String version() {
    return Commands.firstLine(List.of(program().toString(), "--version"), debian.environment());
  }

  private Path program() {
    return debian.program("ngircd", PACKAGES);
  }

  @Override
  public Running start() {
    var program = program();
    var own = OwnProcess.makeFolder(folder);
    int port = OwnProcess.freePort();
    OwnProcess.write(own.resolve("ngircd.conf"), configuration(port));
    var command = new ArrayList<String>();
    command.add("env");
    debian.environment().forEach((key, value) -> command.add(key + "=" + value));
    command.add(program.toString());
    command.addAll(List.of("--nodaemon", "--config", own.resolve("ngircd.conf").toString()));
    return new OwnProcess(name(), command, own, BACKLOG, OwnProcess.answersAt(port));
  }

  private static String configuration(int port) {
    return """
    [Global]
    Name = ngircd.bench
    Info = bench
    Listen = 127.0.0.1
    Ports = %d
    MotdPhrase = bench
    AdminInfo1 = bench

    [Limits]
    MaxConnections = 0
    MaxConnectionsIP = 0
    MaxJoins = 0
    MaxListSize = 0
    MaxNickLength = 32
    MaxPenaltyTime = 0
    PingTimeout = 3600
    PongTimeout = 3600

    [Options]
    DNS = no
    Ident = no
    PAM = no
    SyslogFacility = user
    """
        .formatted(port);
  }
}
