package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// In an auditorium, the audience sees who is on the stage, and not each other.
class AuditoriumTest extends Conversation {
  private record House(IrcClient alice, IrcClient bob, IrcClient carol) {

    // It becomes an auditorium while they are in it.
    void darken() {
      alice.ask("MODE #talk +u", ":alice MODE #talk +u");
      bob.expectAll(":alice MODE #talk +u", ":carol PART #talk");
      carol.expectAll(":alice MODE #talk +u", ":bob PART #talk");
    }
  }

  private static House house(TestSalon salon) {
    var alice = salon.joined("alice", "#talk");
    var bob = salon.joined("bob", "#talk");
    alice.expect(":bob JOIN #talk");
    var carol = salon.joined("carol", "#talk");
    alice.expect(":carol JOIN #talk");
    bob.expect(":carol JOIN #talk");
    return new House(alice, bob, carol);
  }

  // They come into one.
  private static House auditorium(TestSalon salon) {
    var alice = salon.joined("alice", "#talk");
    alice.ask("MODE #talk +u", ":alice MODE #talk +u");
    var bob = salon.joined("bob", "#talk");
    alice.expect(":bob JOIN #talk");
    var carol = salon.joined("carol", "#talk");
    alice.expect(":carol JOIN #talk");
    return new House(alice, bob, carol);
  }

  @Test
  void the_audience_comes_and_goes_unseen_by_itself() {
    try (var salon = start("#talk")) {
      var house = auditorium(salon);
      house.bob().expectNothing();
      house.carol().ask("NICK caro", ":carol NICK caro");
      house.alice().expect(":carol NICK caro");
      house.bob().expectNothing();
      house.carol().ask("PART #talk :late", ":caro PART #talk late");
      house.alice().expect(":caro PART #talk late");
      var dora = salon.joined("dora", "#talk");
      house.alice().expect(":dora JOIN #talk");
      dora.send("QUIT :bye");
      dora.expectEnd();
      house.alice().expect(":dora QUIT …");
      house.bob().expectNothing();
    }
  }

  @Test
  void names_and_who_show_the_stage() {
    try (var salon = start("#talk")) {
      var house = auditorium(salon);
      assertThat(house.bob().answer("NAMES #talk").toString())
          .contains("alice")
          .doesNotContain("carol");
      assertThat(house.bob().answer("WHO #talk").toString())
          .contains("alice")
          .doesNotContain("carol");
      assertThat(house.bob().answer("WHOIS carol").toString()).doesNotContain("#talk");
      assertThat(house.alice().answer("NAMES #talk").toString()).contains("bob", "carol");
      assertThat(house.alice().answer("WHO #talk").toString()).contains("bob", "carol");
    }
  }

  @Test
  void who_has_a_voice_is_on_the_stage_and_everybody_is_heard() {
    try (var salon = start("#talk")) {
      var house = auditorium(salon);
      house.carol().ask("PRIVMSG #talk :a question");
      house.bob().expect(":carol PRIVMSG #talk :a question");
      house.alice().expect(":carol PRIVMSG #talk :a question");
      house.alice().ask("MODE #talk +v carol", ":alice MODE #talk +v carol");
      house.bob().expect(":alice MODE #talk +v carol");
      house.carol().expect(":alice MODE #talk +v carol");
      assertThat(house.bob().answer("NAMES #talk").toString()).contains("carol");
      house.alice().ask("KICK #talk carol :time is up", ":alice KICK #talk carol :time is up");
      house.bob().expect(":alice KICK #talk carol :time is up");
      house.alice().ask("KICK #talk bob :out", ":alice KICK #talk bob out");
      house.bob().expect(":alice KICK #talk bob out");
      house.carol().expect(":alice KICK #talk carol :time is up");
      house.carol().expectNothing();
    }
  }

  @Test
  void when_it_begins_the_audience_loses_sight_of_each_other_and_finds_it_again_at_its_end() {
    try (var salon = start("#talk")) {
      var house = house(salon);
      house.darken();
      house.alice().ask("MODE #talk -u", ":alice MODE #talk -u");
      house.bob().expectAll(":carol JOIN #talk", ":alice MODE #talk -u");
      house.carol().expectAll(":bob JOIN #talk", ":alice MODE #talk -u");
      house.carol().ask("PRIVMSG #talk :hi");
      house.bob().expect(":carol PRIVMSG #talk :hi");
      house.bob().expectNothing();
    }
  }

  @Test
  void who_goes_up_to_the_stage_comes_into_sight_and_the_team_sees_all() {
    try (var salon = start("#talk")) {
      var house = house(salon);
      house.darken();
      house.alice().ask("MODE #talk +h bob", ":alice MODE #talk +h bob");
      house.bob().expectAll(":carol JOIN #talk", ":alice MODE #talk +h bob");
      house.carol().expect(":alice MODE #talk +h bob");
      house.alice().ask("MODE #talk +v-h bob bob", ":alice MODE #talk +v-h bob bob");
      house.bob().expectAll(":alice MODE #talk +v-h bob bob", ":carol PART #talk");
      house.carol().expect(":alice MODE #talk +v-h bob bob");
      house.alice().ask("MODE #talk -v bob", ":alice MODE #talk -v bob");
      house.bob().expect(":alice MODE #talk -v bob");
      house.carol().expectAll(":alice MODE #talk -v bob", ":bob PART #talk");
      house.alice().ask("MODE #talk -u+v carol", ":alice MODE #talk -u+v carol");
      house.bob().expect(":alice MODE #talk -u+v carol");
      house.carol().expectAll(":bob JOIN #talk", ":alice MODE #talk -u+v carol");
      house.alice().expectNothing();
    }
  }

  @Test
  void at_the_web_door_it_is_the_same() {
    try (var salon = start("#talk")) {
      var alice = salon.joined("alice", "#talk");
      var bob = salon.newProgram("bob");
      bob.ask("{'join':'#talk'}");
      alice.expect(":bob JOIN #talk");
      bob.until("joined"); // themselves
      salon.joined("carol", "#talk");
      alice.expect(":carol JOIN #talk");
      assertThat(bob.until("joined").toString()).contains("carol");
      alice.ask("MODE #talk +u", ":alice MODE #talk +u");
      assertThat(bob.until("modes").toString()).contains("#talk");
      assertThat(bob.until("left").toString()).contains("carol");
      assertThat(bob.ask("{'members':'#talk'}").toString())
          .contains("alice")
          .doesNotContain("carol");
      alice.ask("MODE #talk -u", ":alice MODE #talk -u");
      assertThat(bob.until("joined").toString()).contains("carol");
    }
  }

  @Test
  void more_than_so_many_lines_are_not_told() {
    try (var salon = with("limits.sightings", 1).start("#talk")) {
      var house = house(salon);
      house.alice().ask("MODE #talk +u", ":alice MODE #talk +u");
      house.bob().expect(":alice MODE #talk +u");
      house.bob().expectNothing();
    }
  }
}
