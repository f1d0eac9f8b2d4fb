package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.wire.Line;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What people and channels say of themselves: METADATA in both of its drafts, and at the other
/// doors.
class MetadataTest extends Conversation {
  private static final String[] OLDER = {"batch", "draft/metadata-2"};
  private static final String[] NEWER = {"batch", "draft/metadata-3"};

  private static IrcClient subscribed(TestSalon salon, String nick, String... keys) {
    var client = salon.connect(nick, NEWER);
    var list = String.join(" ", keys);
    client.ask("METADATA * SUB " + list, "770 " + nick + " " + list, "774 " + nick + " *ALL 0 :…");
    return client;
  }

  private static String value(IrcClient asking, String target, String key) {
    var lines = asking.answer("METADATA " + target + " GET " + key);
    assertThat(lines).hasSize(3);
    var line = lines.get(1);
    return line.command().equals("761") ? line.param(4) : line.command();
  }

  // What a program is told of somebody next, and not of itself.
  private static JsonNode told(JsonClient program, String name) {
    var told = program.until("person");
    while (!text(told, "person").equals(name)) {
      told = program.until("person");
    }
    return told;
  }

  @Test
  void each_draft_is_told_in_its_own_way() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = subscribed(salon, "bob", "color", "homepage");
      bob.send("JOIN #tea");
      bob.until("366 bob #tea :…");
      bob.expectAll("BATCH +… metadata #tea", "BATCH -…");
      var carol = salon.connect("carol", OLDER);
      carol.ask("METADATA * SUB color", "770 carol color");
      carol.join("#tea");
      bob.expect(":carol JOIN #tea");
      alice.expectAll(":bob JOIN #tea", ":carol JOIN #tea");
      alice.ask("METADATA * SET color #1a2b3c", "761 alice alice color * #1a2b3c");
      bob.expect(":salon.test 761 bob alice color * #1a2b3c");
      carol.expect(":salon.test METADATA alice color * #1a2b3c");
      alice.ask("METADATA * SET pronouns :she/her", "761 alice alice pronouns * she/her");
      alice.ask("METADATA alice SET color", "766 alice alice color :…");
      bob.expect("766 bob alice color :…");
      carol.expect("METADATA alice color *");
      bob.expectNothing();
      assertThat(value(bob, "alice", "pronouns")).isEqualTo("she/her");
      assertThat(value(carol, "alice", "color")).isEqualTo("766");
      bob.ask("METADATA * SUBS", "BATCH +… metadata-subs", "772 bob color homepage", "BATCH -…");
      bob.ask("METADATA * UNSUB color", "771 bob color");
      alice.ask("METADATA * SET color #000000", "761 alice alice color * #000000");
      bob.expectNothing();
    }
  }

  @Test
  void who_comes_in_is_told_what_is_said_there() {
    try (var salon = with("metadata.sync_members", 2).start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("METADATA #tea SET homepage https://tea.test/", "761 … #tea homepage * …");
      alice.ask("METADATA * SET pronouns they", "761 alice alice pronouns * they");
      var bob = subscribed(salon, "bob", "homepage", "pronouns");
      bob.send("JOIN #tea");
      bob.until("366 bob #tea :…");
      bob.expectAll(
          "BATCH +… metadata #tea",
          "761 bob #tea homepage * https://tea.test/",
          "761 bob alice pronouns * they",
          "BATCH -…");
      bob.ask(
          "METADATA *ALL SYNC",
          "BATCH +… metadata *ALL",
          "761 bob #tea homepage * https://tea.test/",
          "761 bob alice pronouns * they",
          "BATCH -…");
      var carol = subscribed(salon, "carol", "homepage");
      carol.send("JOIN #tea");
      carol.until("366 carol #tea :…");
      carol.expect("774 carol #tea 2 :…");
      carol.ask(
          "METADATA #tea SYNC",
          "BATCH +… metadata #tea",
          "761 carol #tea homepage * https://tea.test/",
          "BATCH -…");
    }
  }

  @Test
  void what_accounts_and_registered_channels_say_is_kept() {
    try (var salon = start()) {
      var alice = salon.member("alice").join("#tea");
      alice.send("CS REGISTER #tea");
      alice.until(":ChanServ NOTICE alice :#tea is yours…");
      alice.settle();
      alice.answer("METADATA #tea SET avatar https://tea.test/{size}.png");
      alice.answer("METADATA * SET homepage https://alice.test/");
      alice.answer("METADATA * SET display-name :Alice in Paris");
      salon.restart();
      var back = salon.logIn("alice", NEWER);
      assertThat(value(back, "alice", "homepage")).isEqualTo("https://alice.test/");
      assertThat(value(back, "alice", "display-name")).isEqualTo("Alice in Paris");
      assertThat(value(back, "#tea", "avatar")).isEqualTo("https://tea.test/{size}.png");
      back.send("METADATA * CLEAR");
      back.until("BATCH -…");
      assertThat(value(back, "*", "homepage")).isEqualTo("766");
    }
  }

  @Test
  void all_connections_of_a_person_hear_of_it() {
    try (var salon = start("#tea")) {
      var desk = salon.member("alice", NEWER);
      var phone = salon.logIn("alice", NEWER);
      phone.ask("METADATA * SUB status color", "770 alice status color", "774 alice *ALL 0 :…");
      desk.ask("METADATA * SET status :at lunch", "761 alice alice status * :at lunch");
      phone.expect("761 alice alice status * :at lunch");
      desk.ask("METADATA * SET color #ffffff", "761 alice alice color * #ffffff");
      phone.expect("761 alice alice color * #ffffff");
      desk.expectNothing();
    }
  }

  @Test
  void a_name_and_a_status_are_the_same_at_every_door() {
    try (var salon = start("#tea")) {
      var lea = salon.newProgram("lea");
      var jules = salon.member("jules", NEWER);
      jules.answer("METADATA * SUB display-name status");
      jules.join("#tea");
      jules.settle();
      lea.ask("{'join':'#tea'}");
      jules.until(":lea JOIN #tea");
      lea.ask("{'set_custom_status':'en réunion'}");
      jules.until("761 jules lea status * :en réunion");
      lea.ask("{'set_display_name':'Léa Martin'}");
      jules.expect("761 jules lea display-name * :Léa Martin");
      jules.ask(
          "METADATA * SET display-name :Jules Petit", "761 … jules display-name * :Jules Petit");
      assertThat(text(told(lea, "jules"), "display_name")).isEqualTo("Jules Petit");
      jules.ask("METADATA * SET status :à la maison", "761 jules jules status * :à la maison");
      assertThat(text(told(lea, "jules").path("custom_status"), "text")).isEqualTo("à la maison");
    }
  }

  @Test
  void only_who_operates_a_channel_speaks_for_it_and_strangers_read_open_ones() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.connect("bob", NEWER);
      alice.answer("METADATA #tea SET homepage https://tea.test/");
      assertThat(value(bob, "#tea", "homepage")).isEqualTo("https://tea.test/");
      bob.ask(
          "METADATA #tea SET homepage https://bob.test/",
          "FAIL METADATA KEY_NO_PERMISSION #tea homepage :…");
      bob.ask("METADATA #tea CLEAR", "FAIL METADATA KEY_NO_PERMISSION #tea * :…");
      bob.ask("METADATA alice SET color #000000", "FAIL METADATA KEY_NO_PERMISSION alice color :…");
      alice.ask("MODE #tea +i", ":alice MODE #tea +i");
      bob.ask("METADATA #tea LIST", "FAIL METADATA KEY_NO_PERMISSION #tea * :…");
      alice.ask("MODE #tea +s", ":alice MODE #tea +s");
      bob.ask("METADATA #tea LIST", "FAIL METADATA INVALID_TARGET #tea :…");
      bob.ask("METADATA #nowhere LIST", "FAIL METADATA INVALID_TARGET #nowhere :…");
    }
  }

  @Test
  void what_is_wrong_is_said_in_the_words_of_the_draft() {
    try (var salon =
        with("metadata.keys", 2)
            .with("metadata.subscriptions", 1)
            .with("metadata.changes", 4)
            .start()) {
      var newer = salon.connect("newer", NEWER);
      newer.ask("METADATA", "FAIL METADATA INVALID_PARAMS * :…");
      newer.ask("METADATA * SNEEZE", "FAIL METADATA INVALID_PARAMS SNEEZE :…");
      newer.ask("METADATA * SET", "FAIL METADATA INVALID_PARAMS SET :…");
      newer.ask("METADATA * SET $key$ :x", "FAIL METADATA INVALID_KEY $key$ :…");
      newer.ask("METADATA * SET color red", "FAIL METADATA INVALID_VALUE color :…");
      newer.ask("METADATA * SET homepage javascript:1", "FAIL METADATA INVALID_VALUE homepage :…");
      newer.ask("METADATA * SET bot :" + "é".repeat(200), "FAIL METADATA INVALID_VALUE bot :…");
      newer.ask(
          "METADATA * GET a! b",
          "BATCH +… metadata newer",
          "WARN METADATA INVALID_KEY a! :…",
          "766 newer newer b :…",
          "BATCH -…");
      newer.ask("METADATA * SET color", "766 newer newer color :…");
      newer.ask("METADATA * SET a 1", "761 newer newer a * 1");
      newer.ask("METADATA * SET b 2", "761 newer newer b * 2");
      newer.ask("METADATA * SET c 3", "FAIL METADATA LIMIT_REACHED SET newer 2 :…");
      newer.ask("METADATA * SET a 5", "775 newer … * SET a 5");
      newer.ask(
          "METADATA * SUB x y",
          "770 newer x",
          "FAIL METADATA LIMIT_REACHED SUB y 1 :…",
          "774 newer *ALL 0 :…");
      var older = salon.connect("older", OLDER);
      older.ask("METADATA * SNEEZE", "FAIL METADATA SUBCOMMAND_INVALID SNEEZE :…");
      older.ask("METADATA * SET $key$ :x", "FAIL METADATA KEY_INVALID $key$ :…");
      older.ask("METADATA * SET color red", "FAIL METADATA VALUE_INVALID :…");
      older.ask("METADATA * SET color", "FAIL METADATA KEY_NOT_SET older color :…");
      older.ask("METADATA * SUB x y", "770 older x", "FAIL METADATA TOO_MANY_SUBS y :…");
      older.ask("METADATA * SUBS", "772 older x");
    }
  }

  @Test
  void both_drafts_at_once_are_refused() {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      alice.ask(
          "CAP REQ :batch draft/metadata-2 draft/metadata-3",
          "CAP alice NAK :batch draft/metadata-2 draft/metadata-3");
      alice.ask(
          "CAP REQ :batch draft/metadata-2",
          "CAP alice ACK :batch draft/metadata-2",
          "BATCH +… metadata alice",
          "BATCH -…");
    }
  }

  @Test
  void one_may_speak_of_oneself_before_one_is_let_in() {
    try (var salon = start()) {
      var alice = salon.dial();
      alice.send("CAP REQ :batch draft/metadata-3");
      alice.expect("CAP * ACK :batch draft/metadata-3");
      alice.send("METADATA * SET color #123456", "METADATA bob LIST", "METADATA * SYNC");
      alice.expectAll("761 * * color * #123456", "FAIL METADATA INVALID_TARGET bob :…", "451 * :…");
      alice.send("NICK alice", "USER u 0 * :A", "CAP END");
      alice.until("BATCH +… metadata alice");
      alice.expectAll("761 alice alice color * #123456", "BATCH -…");
      alice.until("376 alice :…");
    }
  }

  @Test
  void whoever_monitors_somebody_is_told_what_changes_of_them() {
    try (var salon = start()) {
      var bob =
          salon.connect(
              "bob", "batch", "draft/metadata-3", "extended-monitor", "away-notify", "setname");
      var plain = salon.connect("plain", "away-notify", "setname");
      bob.answer("METADATA * SUB pronouns");
      bob.ask("MONITOR + alice", "731 bob alice");
      plain.ask("MONITOR + alice", "731 plain alice");
      var alice = salon.connect("alice");
      bob.expectAll("730 bob :alice!…", "BATCH +… metadata alice", "BATCH -…");
      plain.expect("730 plain :alice!…");
      alice.answer("AWAY :tea");
      bob.expect(":alice AWAY :tea");
      alice.answer("SETNAME :Alice A");
      bob.expect(":alice SETNAME :Alice A");
      alice.answer("METADATA * SET pronouns she");
      bob.expect("761 bob alice pronouns * she");
      alice.answer("AWAY");
      bob.expect(":alice AWAY");
      plain.expectNothing();
      alice.send("QUIT");
      bob.expect("731 bob alice");
      plain.expect("731 plain alice");
    }
  }

  @Test
  void whois_tells_what_people_can_read_to_clients_that_know_it() {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      alice.answer("METADATA * SET homepage https://alice.test/");
      alice.answer("METADATA * SET x/secret 42");
      var bob = salon.connect("bob", NEWER);
      assertThat(bob.answer("WHOIS alice").stream().filter(line -> line.command().equals("760")))
          .hasSize(1)
          .allMatch(line -> line.param(4).equals("https://alice.test/"));
      assertThat(salon.connect("carol").answer("WHOIS alice"))
          .extracting(Line::command)
          .doesNotContain("760");
    }
  }
}
