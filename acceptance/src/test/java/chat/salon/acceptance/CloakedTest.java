package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.TestSalon.Setup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses are hidden in levels, so that bans of networks hold.
class CloakedTest {
  private static Setup hiding(int nodes) {
    return TestSalon.with("irc.cloak", true)
        .with("proxy.trusted", List.of("127.0.0.1"))
        .with("proxy.secure", true)
        .nodes(nodes);
  }

  private static IrcClient from(TestSalon salon, String address, String nick, String... caps) {
    return salon.dial().send("PROXY TCP4 " + address + " 127.0.0.1 1 2").register(nick, caps);
  }

  private static String host(IrcClient client, String nick) {
    return client
        .ask("USERHOST " + nick, "302 " + nick + " …")
        .getFirst()
        .param(1)
        .replaceAll(".*@", "")
        .strip();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void a_ban_of_a_network_holds_for_all_of_it_on_every_node_and_after_a_restart(int nodes) {
    try (var salon = hiding(nodes).start()) {
      var alice = from(salon, "203.0.113.1", "alice").join("#tea");
      var bob = from(salon, "192.0.2.7", "bob");
      var host = host(bob, "bob");
      assertThat(host).doesNotContain("192.0.2").endsWith(".cloak");
      alice
          .send("MODE #tea +b *!*@*." + host.substring(host.indexOf('.') + 1))
          .until("MODE #tea +b …");
      from(salon, "192.0.2.8", "eve").send("JOIN #tea").until("474 eve #tea …");
      from(salon, "192.0.3.8", "dave").join("#tea");
      salon.restart();
      assertThat(host(from(salon, "192.0.2.7", "bob"), "bob")).isEqualTo(host);
    }
  }

  @Test
  void who_is_logged_in_may_be_shown_under_their_account() {
    try (var salon = hiding(1).with("cloak.accounts", true).start()) {
      salon.account("bob");
      var alice = from(salon, "203.0.113.1", "alice").join("#tea");
      var bob = salon.dial().send("PROXY TCP4 192.0.2.7 127.0.0.1 1 2");
      bob.logIn("bob", TestSalon.PASSWORD).join("#tea");
      assertThat(alice.until(":bob JOIN #tea").getLast().source()).endsWith("@bob.account.cloak");
    }
  }

  @Test
  void a_login_changes_the_host_for_those_who_see_it() {
    try (var salon = hiding(1).with("cloak.accounts", true).start()) {
      salon.account("bob");
      var alice = from(salon, "203.0.113.1", "alice", "chghost").join("#tea");
      var bob = from(salon, "192.0.2.7", "rob").join("#tea");
      alice.until(":rob JOIN #tea");
      bob.send("NS IDENTIFY bob " + TestSalon.PASSWORD);
      assertThat(alice.until("CHGHOST … …").getLast().param(1)).isEqualTo("bob.account.cloak");
    }
  }

  @Test
  void addresses_are_for_oneself_and_administrators() {
    try (var salon = hiding(1).start()) {
      salon.account("root");
      var bob = from(salon, "192.0.2.7", "bob");
      assertThat(bob.ask("USERIP bob nobody", "340 bob …").getFirst().param(1))
          .isEqualTo("bob=+~u@192.0.2.7");
      var eve = from(salon, "192.0.2.8", "eve");
      assertThat(eve.ask("USERIP bob", "340 eve …").getFirst().param(1)).endsWith(".cloak");
      var root = salon.dial().send("PROXY TCP4 192.0.2.1 127.0.0.1 1 2");
      root.logIn("root", TestSalon.PASSWORD);
      root.send("NS ADMIN " + salon.administratorCode()).until(":NickServ NOTICE root …");
      root.ping();
      assertThat(root.ask("USERIP bob", "340 root …").getFirst().param(1))
          .isEqualTo("bob=+~u@192.0.2.7");
      eve.ask("USERS", "446 eve …");
      eve.ask("USERIP", "461 eve USERIP …");
    }
  }
}
