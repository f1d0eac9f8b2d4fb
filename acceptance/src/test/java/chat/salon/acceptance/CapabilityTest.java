package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How client and server agree on what they both understand.
class CapabilityTest extends Conversation {

  @Test
  void the_server_lists_what_it_offers() {
    try (var salon = start()) {
      var client = salon.dial();
      client.send("CAP LS 302");
      assertThat(offers(client))
          .containsKeys(
              "account-notify",
              "account-tag",
              "away-notify",
              "batch",
              "cap-notify",
              "chghost",
              "draft/account-registration",
              "draft/chathistory",
              "draft/event-playback",
              "echo-message",
              "extended-join",
              "invite-notify",
              "labeled-response",
              "message-tags",
              "multi-prefix",
              "sasl",
              "server-time",
              "setname",
              "standard-replies",
              "userhost-in-names")
          .hasEntrySatisfying(
              "sasl", value -> assertThat(value.split(",")).contains("PLAIN", "SCRAM-SHA-256"));
    }
  }

  @Test
  void an_older_client_is_offered_what_fits_a_line_and_may_ask_for_the_rest() {
    try (var salon = start()) {
      var client = salon.dial();
      client.send("CAP LS", "CAP REQ :multi-prefix draft/authtoken", "CAP LIST");
      assertThat(client.expect("CAP * LS …").param(2).split(" "))
          .contains("sasl", "server-time", "userhost-in-names", "setname")
          .doesNotContain("*")
          .noneMatch(word -> word.contains("="));
      client.expect("CAP * ACK :multi-prefix draft/authtoken");
      client.expect("CAP * LIST :multi-prefix draft/authtoken");
    }
  }

  @Test
  void values_are_only_for_those_who_know_them() {
    try (var salon = start()) {
      var client = salon.dial();
      client.send("CAP LS");
      var line = client.next();
      assertThat(line.param(1)).isEqualTo("LS");
      assertThat(line.param(2).split(" ")).contains("sasl").noneMatch(cap -> cap.contains("="));
    }
  }

  @Test
  void registration_waits_for_the_end_of_the_talk() {
    try (var salon = start()) {
      var client = salon.dial();
      client.send("CAP LS 302", "NICK alice", "USER u 0 * :Real alice");
      offers(client);
      client.expectNothing();
      client.send("CAP REQ :server-time echo-message");
      client.expect("CAP alice ACK :server-time echo-message");
      client.send("CAP END");
      assertThat(client.expect(":salon.test 001 alice …").tags().has("time")).isTrue();
    }
  }

  @Test
  void of_a_request_all_is_taken_or_nothing() {
    try (var salon = start()) {
      var client = salon.dial();
      client.send("CAP REQ :server-time no-such-thing");
      client.expect("CAP * NAK :server-time no-such-thing");
      client.send("CAP LIST");
      client.expect("CAP * LIST :");
      client.send("CAP REQ :server-time batch");
      client.expect("CAP * ACK :server-time batch");
      client.send("CAP REQ :-server-time");
      client.expect("CAP * ACK :-server-time");
      client.send("CAP LIST");
      client.expect("CAP * LIST :batch");
    }
  }

  @Test
  void capabilities_can_be_had_and_given_back_later() {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      alice.ask("CAP REQ :server-time", ":salon.test CAP alice ACK :server-time");
      assertThat(alice.ask("AWAY :tea", ":salon.test 306 alice …").getFirst().tags().has("time"))
          .isTrue();
      alice.ask("CAP REQ :-server-time", ":salon.test CAP alice ACK :-server-time");
      assertThat(alice.ask("AWAY", ":salon.test 305 alice …").getFirst().tags().isEmpty()).isTrue();
    }
  }

  @Test
  void an_unknown_subcommand_is_refused() {
    try (var salon = start()) {
      salon.connect("alice").ask("CAP WHAT", ":salon.test 410 alice WHAT …");
    }
  }

  // Reads an LS of any number of lines.
  private static Map<String, String> offers(IrcClient client) {
    var offers = new HashMap<String, String>();
    boolean isLast = false;
    while (!isLast) {
      var line = client.next();
      assertThat(line.param(1)).isEqualTo("LS");
      isLast = line.size() == 3;
      Arrays.stream(line.param(line.size() - 1).split(" "))
          .map(cap -> cap.split("=", 2))
          .forEach(cap -> offers.put(cap[0], cap.length > 1 ? cap[1] : ""));
    }
    return offers;
  }
}
