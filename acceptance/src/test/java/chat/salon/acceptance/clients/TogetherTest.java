package chat.salon.acceptance.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An evening in one channel, each with another client.
class TogetherTest {
  private static final Map<Program, Person> CAST =
      Map.of(
          Program.IRSSI, Person.member("anna"),
          Program.WEECHAT, Person.member("bert"),
          Program.WEECHAT_HEADLESS, Person.member("hana"),
          Program.CATGIRL, Person.member("cleo"),
          Program.HEXCHAT, Person.member("hugo"),
          Program.SIC, Person.guest("dan"),
          Program.IRC_FRAMEWORK, Person.member("elsa"),
          Program.THE_LOUNGE, Person.member("lou"));

  private static final Map<Program, String> LINES =
      Map.of(
          Program.IRSSI, "Grüße aus Łódź 🍵",
          Program.WEECHAT, "ça va, l’été? 😀",
          Program.WEECHAT_HEADLESS, "nu, chłopcy, dzień dobry 🤖",
          Program.CATGIRL, "ĉiuj katoj miaŭas 🐈",
          Program.HEXCHAT, "¿qué tal, señor? 🎩",
          Program.SIC, "små ord, ærlig talt 🪨",
          Program.IRC_FRAMEWORK, "谢谢, žluťoučký kůň 🐎",
          Program.THE_LOUNGE, "où est le salon? 🛋️");

  private final Map<Program, RealClient> people = new LinkedHashMap<>();
  private House house;

  @BeforeEach
  void open(@TempDir Path folder) {
    house = new House(folder);
  }

  @AfterEach
  void close() {
    people.values().forEach(RealClient::close);
    house.close();
  }

  @Test
  void they_talk_and_read_on_after_a_crash() {
    var programs = Program.installed();
    assumeTrue(programs.size() > 1, "two clients are needed for a conversation");
    come(programs);
    var first = programs.getFirst(); // and therefore an operator
    var op = people.get(first);
    each_hears_all();
    op.topic("Żurek o ósmej 🥣");
    others(first, other -> other.await("Żurek o ósmej 🥣"));
    if (people.containsKey(Program.SIC)) {
      is_kicked_and_comes_again(first, Program.SIC);
    }

    people.values().forEach(RealClient::forget);
    house.crash();
    people.values().forEach(RealClient::comeBack);
    people.values().forEach(RealClient::askForHistory);
    for (var client : people.values()) {
      client.await(people.keySet().stream().map(LINES::get).toArray(String[]::new));
    }
    op.say("bonne nuit 🌙");
    others(first, other -> other.await("bonne nuit 🌙"));
    assertThat(house.log()).doesNotContain(" ERROR ", " WARN ");
  }

  // Makes their accounts, starts them all, and lets them in one by one.
  private void come(List<Program> programs) {
    for (var program : programs) {
      var person = CAST.get(program);
      if (person.isMember()) {
        try (var door = house.dial()) {
          door.register(person.nick()).send("NICKSERV REGISTER " + person.password());
          door.until("900 … … … :…");
        }
      }
    }
    for (var program : programs) {
      people.put(program, program.start(house, CAST.get(program)));
    }
    people.values().forEach(RealClient::awaitWelcome);
    people.values().forEach(client -> client.join("#salon"));
  }

  private void each_hears_all() {
    people.forEach((program, client) -> {
      client.say(LINES.get(program));
      others(program, other -> other.await(LINES.get(program)));
    });
  }

  private void is_kicked_and_comes_again(Program op, Program kicked) {
    people.get(op).kick(CAST.get(kicked).nick(), "do zobaczenia 👋");
    others(op, other -> other.await("do zobaczenia 👋"));
    people.get(kicked).forget();
    people.get(kicked).join();
  }

  private void others(Program but, Consumer<RealClient> action) {
    people.forEach((program, client) -> {
      if (program != but) {
        action.accept(client);
      }
    });
  }
}
