package chat.salon.acceptance.clients;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.IrcClient;
import com.microsoft.playwright.Locator.FilterOptions;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// What clients know beyond talk: certificates, what was said while one was away, and news of
/// others.
class SkillsTest {
  @TempDir private static Path folder;
  private static House house;

  @BeforeAll
  static void open() {
    house = new House(folder, "cloak = true", "[cloak]", "accounts = true");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"IRSSI", "WEECHAT", "CATGIRL", "HEXCHAT"})
  void logs_in_by_its_certificate(Program program) {
    program.assumeInstalled();
    var nick = nick(program) + "_cert";
    var certificate = OwnCertificate.make(folder, nick);
    try (var door = account(nick)) {
      door.send("NICKSERV CERT ADD " + certificate.fingerprint());
      door.until("NOTICE " + nick + " :From now on …");
    }
    try (var friend = friend(nick, "extended-join");
        var client = program.start(house, Person.showing(nick, certificate.pem()))) {
      friend.join("#" + nick);
      client.awaitWelcome();
      client.join("#" + nick);
      friend.until(":" + nick + " JOIN #" + nick + " " + nick + " :…");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "IRC_FRAMEWORK") // it leaves that to what is made of it
  void shows_what_was_said_while_its_person_was_away(Program program) {
    program.assumeInstalled();
    var nick = nick(program) + "_away";
    var channel = "#" + nick;
    account(nick).close();
    try (var friend = friend(nick)) {
      friend.join(channel).send("CHANSERV REGISTER " + channel);
      friend.until(":ChanServ NOTICE … :…");
      try (var client = program.start(house, Person.member(nick))) {
        client.awaitWelcome();
        client.join(channel);
        friend.until(":" + nick + " JOIN " + channel);
      }
      friend.until(":" + nick + " QUIT …");
      friend.send("PRIVMSG " + channel + " :la clé est sous le paillasson 🗝️");
      friend.ping();
      try (var client = program.start(house, Person.member(nick))) {
        friend.until(":" + nick + " JOIN " + channel); // by the server, for it belongs there
        client.goTo(channel);
        client.await("la clé est sous le paillasson 🗝️");
        client.tell(channel, "merci");
        friend.until(":" + nick + " PRIVMSG " + channel + " :merci");
      }
    }
  }

  @Test
  void WeeChat_shows_who_types_and_tells_others_when_its_person_does() {
    Program.WEECHAT.assumeInstalled();
    try (var friend = friend("typist", "message-tags");
        var client = new CursesWeeChat(house, Person.guest("typist"))) {
      client.awaitWelcome();
      client.type("/set irc.look.typing_status_nicks on");
      client.type("/set irc.look.typing_status_self on");
      client.type("/set typing.look.enabled_nicks on");
      client.type("/set typing.look.enabled_self on");
      client.join("#typing");
      friend.join("#typing").send("@+typing=active TAGMSG #typing");
      client.await("[Typing: friend_of_typist]");
      client.begin("attends un");
      var told = friend.until(":typist TAGMSG #typing").getLast();
      assertThat(told.tags().toString()).contains("+typing=active");
      client.type(" instant");
      friend.until(":typist PRIVMSG #typing :attends un instant");
    }
  }

  @Test
  void WeeChat_tells_of_new_names_accounts_hosts_and_invitations() {
    Program.WEECHAT_HEADLESS.assumeInstalled();
    account("newshound").close();
    account("mover").close();
    try (var friend = house.dial();
        var guest = friend("newshound");
        var client = new HeadlessWeeChat(house, Person.member("newshound"))) {
      client.awaitWelcome();
      client.join("#news");
      friend.register("changing").join("#news");
      client.await("changing (");
      friend.send("SETNAME :Nouvelle Vie");
      client.await("Nouvelle Vie");
      friend.send("NICKSERV IDENTIFY mover " + Person.PASSWORD);
      client.await("mover.account.cloak", "has identified as mover");
      friend.send("AWAY :à table").ping();
      client.quote("INVITE friend_of_newshound #news");
      guest.until(":newshound INVITE friend_of_newshound #news");
      client.type("/whois mover");
      client.await("is away: à table", "Nouvelle Vie");
    }
  }

  @Test
  void The_Lounge_marks_mentions_and_who_is_away() {
    Program.THE_LOUNGE.assumeInstalled();
    account("lucie").close();
    try (var friend = friend("lucie", "away-notify");
        var client = new TheLounge(house, Person.member("lucie"))) {
      client.awaitWelcome();
      friend.join("#lounge").send("PRIVMSG #lounge :bonsoir", "PRIVMSG #lounge :lucie viendra");
      friend.ping();
      client.join("#lounge");
      var messages = client.page().locator("#chat .msg[data-type=message]");
      assertThat(messages).hasCount(2); // history, which it asks for by itself
      assertThat(messages.filter(new FilterOptions().setHasText("lucie viendra")))
          .hasClass(Pattern.compile("\\bhighlight\\b"));
      friend.send("PRIVMSG lucie :psst 🤫");
      client.page().locator(".channel-list-item[data-name=friend_of_lucie]").click();
      client.await("psst 🤫");
      client.type("oui ?");
      friend.until(":lucie PRIVMSG friend_of_lucie :oui ?");
      friend.send("AWAY :à table");
      client.await("is away (à table)");
      friend.send("AWAY");
      client.await("is back");
      client.type("/away au lit");
      friend.until(":lucie AWAY :au lit");
    }
  }

  private static String nick(Program program) {
    return program.name().toLowerCase(Locale.ROOT);
  }

  // A connection of somebody's, who has just made an account.
  private static IrcClient account(String nick) {
    var door = house.dial();
    door.register(nick).send("NICKSERV REGISTER " + Person.PASSWORD);
    door.until("900 … … … :…");
    return door;
  }

  private static IrcClient friend(String nick, String... caps) {
    var name = "friend_of_" + nick;
    try (var door = house.dial()) {
      door.register(name).send("NICKSERV REGISTER " + Person.PASSWORD);
      door.until("900 … … … :…");
    }
    return house.dial().logIn(name, Person.PASSWORD, caps);
  }
}
