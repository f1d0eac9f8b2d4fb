package chat.salon.acceptance.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// irssi in a terminal, connected by what the README says. It comes back by itself.
final class Irssi extends RealClient {
  private final Terminal terminal;

  Irssi(House house, Person person) {
    var folder = house.room();
    // Lines that come faster than a person types would be taken for a paste, and asked about.
    write(folder.resolve("startup"), "/set paste_verify_line_count 0\n");
    terminal = new Terminal(folder, "irssi", "--home=" + folder);
    await("[(status)]");
    // Its own brake is for servers that cut off who is fast. Salon only slows them down.
    type("/set cmd_queue_speed 10msec");
    type("/set server_reconnect_time 2sec");
    type("/network add -nick " + person.nick() + login(person) + " salon");
    type(
        "/server add -auto -network salon"
            + certificate(person)
            + " -tls -notls_verify -tls_pinned_cert "
            + house.fingerprint(":")
            + " "
            + House.HOST
            + " "
            + house.tlsPort());
    type("/connect salon");
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String certificate(Person person) {
    return person.certificate() == null ? "" : " -tls_cert " + person.certificate();
  }

  private static String login(Person person) {
    if (person.certificate() != null) {
      return " -sasl_mechanism EXTERNAL";
    }
    return person.isMember()
        ? " -sasl_mechanism PLAIN -sasl_username "
            + person.nick()
            + " -sasl_password "
            + person.password()
        : "";
  }

  @Override
  void type(String line) {
    terminal.type(line);
  }

  @Override
  String shown() {
    return terminal.screen();
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

  @Override
  public void close() {
    terminal.close();
  }
}
