package chat.salon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// InspIRCd as Debian has it, without its limits and throttles.
record InspIrcd(Debian debian, Path folder) implements Software {
  private static final List<String> PACKAGES = List.of("inspircd");

  @Override
  public String name() {
    return "InspIRCd";
  }

  @Override
  public String version() {
    return Commands.firstLine(List.of(program().toString(), "--version"), debian.environment());
  }

  private Path program() {
    return debian.program("inspircd", PACKAGES);
  }

  /// The folder of core_*.so, wherever this version has it.
  private Path modules() {
    try (var all = Files.walk(debian.folder())) {
      return all.filter(file -> file.endsWith("core_user.so") || file.endsWith("core_channel.so"))
          .findFirst()
          .map(Path::getParent)
          .orElseThrow(() -> new BenchException("InspIRCd has no modules"));
    } catch (IOException e) {
      throw new BenchException("cannot read " + debian.folder(), e);
    }
  }

  @Override
  public Running start() {
    var program = program();
    var own = OwnProcess.makeFolder(folder);
    int port = OwnProcess.freePort();
    OwnProcess.write(own.resolve("inspircd.conf"), configuration(own, port));
    var command = new ArrayList<String>();
    command.add("env");
    debian.environment().forEach((key, value) -> command.add(key + "=" + value));
    command.add(program.toString());
    command.addAll(List.of("--nofork", "--nopid", "--runasroot"));
    command.add("--config=" + own.resolve("inspircd.conf"));
    return new OwnProcess(name(), command, own, Target.ANY, OwnProcess.answersAt(port));
  }

  private String configuration(Path own, int port) {
    return """
    <path configdir="%1$s" datadir="%1$s" logdir="%1$s" runtimedir="%1$s" moduledir="%2$s">
    <server name="inspircd.bench" description="bench" network="bench" id="0BN">
    <admin name="bench" nick="bench" email="bench@inspircd.bench">
    <bind address="127.0.0.1" port="%3$d" type="clients">
    <connect name="all" allow="*" timeout="300" pingfreq="3600" fakelag="no"
      threshold="1000000" commandrate="1000000" recvq="16777216" softsendq="1073741824"
      hardsendq="1073741824" localmax="1000000" globalmax="1000000" maxconnwarn="no"
      resolvehostnames="no" useident="no" maxchans="10000" limit="1000000">
    <performance softlimit="1000000" somaxconn="4096" netbuffersize="65534" quietbursts="yes">
    <options defaultmodes="nt" hostintopic="no" syntaxhints="no">
    <log method="file" type="* -USERINPUT -USEROUTPUT" level="default" target="%1$s/ircd.log">
    """
        .formatted(own, modules(), port);
  }
}
