package chat.salon.acceptance.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// What both forms of WeeChat have in common: how they are set up, by what the README says. They
/// come back by themselves.
abstract class WeeChat extends RealClient {
  static final String SERVER = "salon";

  /// What a person types to connect.
  static List<String> setUp(House house, Person person) {
    var tls = isOld() ? "ssl" : "tls";
    var lines = new ArrayList<String>();
    lines.add("/set irc.server_default.autoreconnect_delay 1");
    lines.add("/set irc.network.autoreconnect_delay_growing 1");
    // Its own brake is for servers that cut off who is fast. Salon only slows them down.
    if (isOld()) {
      lines.add("/set irc.server_default.anti_flood_prio_high 0");
      lines.add("/set irc.server_default.anti_flood_prio_low 0");
    } else {
      lines.add("/set irc.server_default.anti_flood 0");
    }
    lines.add("/server add salon " + House.HOST + "/" + house.tlsPort() + " -" + tls);
    lines.add("/set irc.server.salon." + tls + "_fingerprint " + house.fingerprint(""));
    lines.add("/set irc.server.salon.nicks " + person.nick());
    if (person.certificate() != null) {
      lines.add("/set irc.server.salon." + tls + "_cert " + person.certificate());
      lines.add("/set irc.server.salon.sasl_mechanism external");
    } else if (person.isMember()) {
      lines.add("/set irc.server.salon.sasl_mechanism scram-sha-256");
      lines.add("/set irc.server.salon.sasl_username " + person.nick());
      lines.add("/set irc.server.salon.sasl_password " + person.password());
    }
    lines.add("/connect salon");
    return lines;
  }

  // Version 4 renamed options.
  private static boolean isOld() {
    try {
      var process = new ProcessBuilder("weechat-headless", "--version").start();
      return new String(process.getInputStream().readAllBytes(), UTF_8).startsWith("3.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  String welcome() {
    return "There is no message of the day";
  }

  @Override
  String arrival() {
    return " has joined " + channel();
  }

  @Override
  void comeBack() {
    await(arrival());
  }
}
