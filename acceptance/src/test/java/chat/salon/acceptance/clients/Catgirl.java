package chat.salon.acceptance.clients;

import java.util.ArrayList;
import java.util.List;

/// catgirl in a terminal. It trusts the one certificate, and ends with its connection.
final class Catgirl extends RealClient {
  private final House house;
  private final Person person;
  private Terminal terminal;

  Catgirl(House house, Person person) {
    this.house = house;
    this.person = person;
    this.terminal = start();
  }

  private Terminal start() {
    var command =
        new ArrayList<>(
            List.of(
                "catgirl",
                "-h" + House.HOST,
                "-p" + house.tlsPort(),
                "-t" + house.certificate(),
                "-n" + person.nick()));
    var certificate = person.certificate();
    if (certificate != null) {
      command.addAll(List.of("-e", "-c" + certificate));
    } else if (person.isMember()) {
      command.add("-a" + person.nick() + ":" + person.password());
    }
    return new Terminal(house.room(), command.toArray(String[]::new));
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
    return "You arrive in Salon";
  }

  @Override
  void register(String password) {
    tell("NickServ", "REGISTER " + password);
    type("/window NickServ");
    await("You are logged in as");
  }

  @Override
  String arrival() {
    return " arrives in " + channel();
  }

  @Override
  void look() {
    type("/window " + channel());
  }

  @Override
  void comeBack() {
    Patience.until(() -> !terminal.isAlive(), () -> "catgirl does not end:\n" + shown());
    terminal.close();
    terminal = start();
    forgetAll();
    awaitWelcome();
    join();
  }

  @Override
  public void close() {
    terminal.close();
  }
}
