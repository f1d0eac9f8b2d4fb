package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.wire.Line;
import org.junit.jupiter.api.Test;

/// How far somebody has read is the same on all of their connections, and nobody else's business.
class ReadMarkerTest extends Conversation {
  private static final String CAP = "draft/read-marker";
  private static final String EARLY = "timestamp=2021-01-04T14:33:26.123Z";
  private static final String LATER = "timestamp=2022-01-04T14:33:26.123Z";

  @Test
  void all_connections_of_an_account_learn_of_it_and_others_do_not() {
    try (var salon = start("#tea")) {
      var bob = salon.connect("bob", CAP).join("#tea");
      var phone = salon.member("alice", CAP).join("#tea");
      bob.expect(":alice JOIN #tea");
      var laptop = salon.logIn("alice", CAP);
      var old = salon.logIn("alice");
      phone.ask("MARKREAD #tea " + EARLY, "MARKREAD #tea " + EARLY);
      laptop.expect("MARKREAD #tea " + EARLY);
      old.expectNothing();
      bob.expectNothing();
      laptop.ask("MARKREAD #tea", "MARKREAD #tea " + EARLY);
    }
  }

  @Test
  void it_only_goes_up_and_never_past_now() {
    try (var salon = start()) {
      var alice = salon.member("alice", CAP).join("#tea");
      alice.ask("MARKREAD #tea", "MARKREAD #tea *");
      alice.ask("MARKREAD #tea " + LATER, "MARKREAD #tea " + LATER);
      alice.ask("MARKREAD #tea " + EARLY, "MARKREAD #tea " + LATER);
      alice.send("MARKREAD #tea timestamp=2999-01-04T14:33:26.123Z");
      assertThat(alice.next().param(1)).startsWith("timestamp=2").doesNotContain("2999");
    }
  }

  @Test
  void who_joins_is_told_before_the_end_of_the_names() {
    try (var salon = start()) {
      var alice = salon.member("alice", CAP);
      alice.send("JOIN #tea");
      assertThat(alice.until("366 alice #tea …"))
          .extracting(Line::command)
          .containsSubsequence("JOIN", "MARKREAD", "366");
      alice.ask("MARKREAD #tea " + LATER, "MARKREAD #tea " + LATER);
      alice.send("PART #tea", "JOIN #tea");
      alice.until("MARKREAD #tea " + LATER);
    }
  }

  @Test
  void it_is_kept_for_private_conversations_and_over_a_restart() {
    try (var salon = start()) {
      var bob = salon.member("bob");
      var alice = salon.member("alice", CAP);
      bob.ask("PRIVMSG alice :hi");
      alice.expect(":bob PRIVMSG alice hi");
      alice.ask("MARKREAD bob", "MARKREAD bob *");
      alice.ask("MARKREAD bob " + LATER, "MARKREAD bob " + LATER);
      salon.restart();
      salon.logIn("alice", CAP).ask("MARKREAD bob", "MARKREAD bob " + LATER);
    }
  }

  @Test
  void a_guest_has_one_for_as_long_as_they_are_here() {
    try (var salon = start()) {
      var guest = salon.connect("guest", CAP).join("#tea");
      guest.ask("MARKREAD #tea " + LATER, "MARKREAD #tea " + LATER);
      guest.ask("MARKREAD #tea " + EARLY, "MARKREAD #tea " + LATER);
    }
  }

  @Test
  void what_cannot_be_is_refused() {
    try (var salon = start("#tea")) {
      salon.joined("bob");
      var alice = salon.member("alice", CAP, "standard-replies");
      alice.ask("MARKREAD", "FAIL MARKREAD NEED_MORE_PARAMS …");
      alice.ask("MARKREAD #tea", "MARKREAD #tea *");
      alice.ask(
          "MARKREAD #tea timestamp=2026-01-02T03:04:05.678Z",
          "FAIL MARKREAD INVALID_PARAMS #tea …");
      alice.ask("MARKREAD bob *", "FAIL MARKREAD INVALID_PARAMS * …");
      alice.ask("MARKREAD bob timestamp=soon", "FAIL MARKREAD INVALID_PARAMS timestamp=soon …");
      alice.ask("MARKREAD ,", "FAIL MARKREAD INVALID_PARAMS , …");
    }
  }

  @Test
  void a_moment_before_there_was_anything_is_told_as_it_was_said_and_only_goes_up() {
    try (var salon = start()) {
      var guest = salon.connect("guest", CAP).join("#tea");
      var later = "timestamp=2019-06-01T12:00:00.000Z";
      guest.ask("MARKREAD #tea " + later, "MARKREAD #tea " + later);
      guest.ask("MARKREAD #tea timestamp=2019-01-01T00:00:00.000Z", "MARKREAD #tea " + later);
      guest.ask("MARKREAD #tea", "MARKREAD #tea " + later);
    }
  }
}
