package chat.salon.acceptance.clients;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// irc-framework, the library of The Lounge and of Kiwi IRC, in a Node program that takes lines of
/// JSON and prints each event as one. It checks the certificate as any, and comes back by itself.
final class IrcFramework extends RealClient {
  static final Path INSTALLED = Path.of("target", "irc-framework", "node_modules").toAbsolutePath();
  private static final Path PROGRAM = Path.of("irc-framework", "client.cjs").toAbsolutePath();

  private final Piped process;

  IrcFramework(House house, Person person) {
    process =
        new Piped(
            house.room(),
            Map.of(
                "NODE_PATH", INSTALLED.toString(),
                "NODE_EXTRA_CA_CERTS", house.certificate().toString()),
            List.of("node", PROGRAM.toString()));
    var login =
        person.isMember()
            ? ", \"account\": {\"account\": %s, \"password\": %s}"
                .formatted(quoted(person.nick()), quoted(person.password()))
            : "";
    process.write(
        "{\"host\": %s, \"port\": %d, \"nick\": %s%s}"
            .formatted(quoted(House.HOST), house.tlsPort(), quoted(person.nick()), login));
  }

  // Nothing that the tests say holds what JSON would have to escape.
  private static String quoted(String text) {
    if (text.chars().anyMatch(c -> c < ' ' || c == '"' || c == '\\')) {
      throw new IllegalArgumentException(text);
    }
    return "\"" + text + "\"";
  }

  private void call(String method, String... arguments) {
    var quoted = List.of(arguments).stream().map(IrcFramework::quoted).toList();
    process.write("[" + quoted(method) + ", " + String.join(", ", quoted) + "]");
  }

  @Override
  void type(String line) {
    call("say", channel(), line);
  }

  @Override
  String shown() {
    return process.output();
  }

  @Override
  String welcome() {
    return "[\"registered\"";
  }

  @Override
  String login() {
    return "[\"loggedin\"";
  }

  @Override
  String arrival() {
    return "[\"join\"";
  }

  @Override
  void join() {
    call("join", channel());
    await(arrival());
  }

  @Override
  void tell(String nick, String text) {
    call("say", nick, text);
  }

  @Override
  void topic(String text) {
    call("setTopic", channel(), text);
  }

  @Override
  void kick(String nick, String reason) {
    call("raw", "KICK", channel(), nick, reason);
  }

  @Override
  void quote(String line) {
    call("raw", line);
  }

  /// Its program joins again when it is back, as each that is built on it does.
  @Override
  void comeBack() {
    await(arrival());
  }

  @Override
  public void close() {
    process.close();
  }
}
