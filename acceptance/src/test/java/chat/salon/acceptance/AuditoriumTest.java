package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// In an auditorium, the audience sees who is on the stage, and not each other.
class AuditoriumTest extends Conversation {

  @Test
  void the_audience_comes_and_goes_unseen_by_itself() {
    try (var salon = start("#talk")) {
      var alice = salon.joined("alice", "#talk");
      alice.ask("MODE #talk +u", ":alice MODE #talk +u");
      var bob = salon.joined("bob", "#talk");
      alice.expect(":bob JOIN #talk");
      var carol = salon.joined("carol", "#talk");
      alice.expect(":carol JOIN #talk");
      bob.expectNothing();
      carol.ask("NICK caro", ":carol NICK caro");
      alice.expect(":carol NICK caro");
      bob.expectNothing();
      carol.ask("PART #talk :late", ":caro PART #talk late");
      alice.expect(":caro PART #talk late");
      var dora = salon.joined("dora", "#talk");
      alice.expect(":dora JOIN #talk");
      dora.send("QUIT :bye");
      dora.expectEnd();
      alice.expect(":dora QUIT …");
      bob.expectNothing();
    }
  }

  @Test
  void names_and_who_show_the_stage() {
    try (var salon = start("#talk")) {
      var alice = salon.joined("alice", "#talk");
      alice.ask("MODE #talk +u", ":alice MODE #talk +u");
      var bob = salon.joined("bob", "#talk");
      alice.expect(":bob JOIN #talk");
      salon.joined("carol", "#talk");
      alice.expect(":carol JOIN #talk");
      assertThat(bob.answer("NAMES #talk").toString()).contains("alice").doesNotContain("carol");
      assertThat(bob.answer("WHO #talk").toString()).contains("alice").doesNotContain("carol");
      assertThat(bob.answer("WHOIS carol").toString()).doesNotContain("#talk");
      assertThat(alice.answer("NAMES #talk").toString()).contains("bob", "carol");
      assertThat(alice.answer("WHO #talk").toString()).contains("bob", "carol");
    }
  }

  @Test
  void who_has_a_voice_is_on_the_stage_and_everybody_is_heard() {
    try (var salon = start("#talk")) {
      var alice = salon.joined("alice", "#talk");
      alice.ask("MODE #talk +u", ":alice MODE #talk +u");
      var bob = salon.joined("bob", "#talk");
      alice.expect(":bob JOIN #talk");
      var carol = salon.joined("carol", "#talk");
      alice.expect(":carol JOIN #talk");
      carol.ask("PRIVMSG #talk :a question");
      bob.expect(":carol PRIVMSG #talk :a question");
      alice.expect(":carol PRIVMSG #talk :a question");
      alice.ask("MODE #talk +v carol", ":alice MODE #talk +v carol");
      bob.expect(":alice MODE #talk +v carol");
      carol.expect(":alice MODE #talk +v carol");
      assertThat(bob.answer("NAMES #talk").toString()).contains("carol");
      alice.ask("KICK #talk carol :time is up", ":alice KICK #talk carol :time is up");
      bob.expect(":alice KICK #talk carol :time is up");
      alice.ask("KICK #talk bob :out", ":alice KICK #talk bob out");
      bob.expect(":alice KICK #talk bob out");
      carol.expect(":alice KICK #talk carol :time is up");
      carol.expectNothing();
    }
  }
}
