package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What clients tell each other in tags, and what they are told of themselves.
class ClientTagsTest extends Conversation {

  @ParameterizedTest
  @ValueSource(
      strings = {"+channel-context=#tea", "+reply=abc", "+typing=active", "+x.example/y=z"})
  void a_tag_of_a_client_reaches_whom_it_is_for(String tag) {
    try (var salon = start()) {
      var alice = salon.connect("alice", "message-tags");
      var bob = salon.connect("bob", "message-tags");
      var plain = salon.connect("plain");
      alice.send("@" + tag + " PRIVMSG bob :hi");
      bob.expect("@" + tag + " :alice PRIVMSG bob :hi");
      alice.send("@" + tag + " TAGMSG bob");
      bob.expect("@" + tag + " :alice TAGMSG bob");
      alice.send("@" + tag + " PRIVMSG plain :hi");
      assertThat(plain.expect(":alice PRIVMSG plain :hi").tags().entries()).isEmpty();
      alice.send("@" + tag + " TAGMSG plain");
      alice.ping();
      plain.expectNothing();
    }
  }

  @Test
  void private_messages_of_ones_own_are_shown_on_other_connections_that_ask_for_it() {
    try (var salon = start()) {
      salon.connect("bob");
      var desk = salon.member("alice");
      var phone = salon.logIn("alice", "znc.in/self-message");
      desk.ask("PRIVMSG bob :from the desk");
      phone.expect(":alice PRIVMSG bob :from the desk");
    }
  }
}
