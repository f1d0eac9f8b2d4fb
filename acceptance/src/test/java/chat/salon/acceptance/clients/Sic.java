package chat.salon.acceptance.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// sic, which knows neither TLS nor SASL nor capabilities: it logs in by PASS, and ends with its
/// connection.
final class Sic extends RealClient {
  private final House house;
  private final Person person;
  private Piped process;

  Sic(House house, Person person) {
    this.house = house;
    this.person = person;
    this.process = start();
  }

  private Piped start() {
    var command =
        new ArrayList<>(
            List.of("sic", "-h", House.HOST, "-p", "" + house.plainPort(), "-n", person.nick()));
    if (person.isMember()) {
      command.addAll(List.of("-k", person.nick() + ":" + person.password()));
    }
    return new Piped(house.room(), Map.of(), command);
  }

  @Override
  void type(String line) {
    process.write(line);
  }

  @Override
  String shown() {
    return process.output();
  }

  @Override
  String welcome() {
    return "There is no message of the day";
  }

  @Override
  String arrival() {
    return ">< JOIN (" + channel();
  }

  @Override
  void join() {
    type(":j " + channel());
    await(arrival());
  }

  @Override
  void tell(String nick, String text) {
    type(":m " + nick + " " + text);
  }

  @Override
  void topic(String text) {
    quote("TOPIC " + channel() + " :" + text);
  }

  @Override
  void kick(String nick, String reason) {
    quote("KICK " + channel() + " " + nick + " :" + reason);
  }

  @Override
  void quote(String line) {
    type(":" + line);
  }

  /// All is in one place.
  @Override
  void look() {}

  @Override
  void comeBack() {
    Patience.until(() -> !process.isAlive(), () -> "sic does not end:\n" + shown());
    process = start();
    forgetAll();
    awaitWelcome();
    join();
  }

  @Override
  public void close() {
    process.close();
  }
}
