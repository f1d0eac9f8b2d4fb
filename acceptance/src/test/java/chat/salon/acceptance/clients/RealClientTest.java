package chat.salon.acceptance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.IrcClient;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a person does in the first hour with Salon, in each client.
class RealClientTest {
  @TempDir private static Path folder;
  private static House house;

  @BeforeAll
  static void open() {
    house = new House(folder);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @ParameterizedTest
  @EnumSource
  void is_at_home(Program program) {
    program.assumeInstalled();
    var nick = program.name().toLowerCase(Locale.ROOT);
    var channel = "#" + nick;
    try (var friend = house.dial()) {
      friend.register("friend_of_" + nick, "extended-join").join(channel);
      makes_an_account(program, nick);
      try (var client = program.start(house, Person.member(nick))) {
        client.awaitWelcome();
        client.join(channel);
        friend.until(":" + nick + " JOIN " + channel + " " + nick + " :…");
        talks(client, nick, friend);
        changes_the_topic_and_kicks(client, nick, friend);
        reads_what_was_said_before(client);
      }
    }
    assertThat(house.log()).doesNotContain(" ERROR ", " WARN ");
  }

  private static void makes_an_account(Program program, String nick) {
    try (var guest = program.start(house, Person.guest(nick))) {
      guest.awaitWelcome();
      guest.register(Person.PASSWORD);
    }
  }

  private static void talks(RealClient client, String nick, IrcClient friend) {
    client.say("Grüße aus Łódź, ça va? 😀🍵");
    friend.until(":" + nick + " PRIVMSG " + client.channel() + " :Grüße aus Łódź, ça va? 😀🍵");
    friend.send("PRIVMSG " + client.channel() + " :Świetnie, 谢谢 👍");
    client.await("Świetnie, 谢谢 👍");
  }

  private static void changes_the_topic_and_kicks(
      RealClient client, String nick, IrcClient friend) {
    friend.send("TOPIC " + client.channel() + " :thé ou café ☕");
    client.await("thé ou café ☕");
    friend.send("MODE " + client.channel() + " +o " + nick);
    client.await(client.promotion());
    client.topic("пирог");
    friend.until(":" + nick + " TOPIC " + client.channel() + " :пирог");
    var foe = "foe_of_" + nick;
    try (var door = house.dial()) {
      door.register(foe).join(client.channel());
      client.kick(foe, "enough");
      friend.until(":" + nick + " KICK " + client.channel() + " " + foe + " :enough");
    }
  }

  private static void reads_what_was_said_before(RealClient client) {
    client.forget();
    client.askForHistory();
    client.await("Grüße aus Łódź, ça va? 😀🍵", "Świetnie, 谢谢 👍");
  }
}
