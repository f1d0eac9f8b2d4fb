package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.Sasl.ScramClient;
import org.junit.jupiter.api.Test;

/// Bots: who lets them in, how they look at every door, and how they end on every node.
class BotTest extends Conversation {
  private static final String WHOLE = "{'create_token':'maison','scopes':['read','write']%s}";

  private static String token(JsonClient owner, String bot) {
    return text(owner.ask(WHOLE.formatted(",'bot':'" + bot + "'")), "token");
  }

  private static JsonClient withToken(TestSalon salon, String bot, String token) {
    var program = salon.socket();
    program.expect("welcome");
    program.ask("{'login':'%s','token':'%s'}".formatted(bot, token));
    return program;
  }

  private static HttpApi bearer(TestSalon salon, String token) {
    return salon.http().with("Authorization", "Bearer " + token);
  }

  @Test
  void what_a_bot_says_by_http_is_marked_at_every_door() {
    try (var salon = start("#tea")) {
      var jules = salon.newProgram("jules");
      jules.ask("{'join':'#tea'}");
      var bob = salon.connect("bob", "message-tags").join("#tea");
      jules.ask("{'create_bot':'meteo'}");
      var bot = bearer(salon, token(jules, "meteo"));
      assertThat(bot.send("PUT", "/api/channels/tea/members/me", null).status()).isEqualTo(200);
      assertThat(bot.post("/api/channels/tea/messages", "{'text':'il pleut'}").status())
          .isEqualTo(201);
      var seen = jules.untilMessage("il pleut");
      assertThat(seen.path("bot").asBoolean(false)).isTrue();
      assertThat(text(seen, "account")).isEqualTo("meteo");
      var lines = bob.until(":meteo!web@… PRIVMSG #tea :il pleut");
      assertThat(lines.getLast().tags().has("bot")).isTrue();
      bob.send("WHOIS meteo");
      bob.until("335 bob meteo :is a bot on …");
    }
  }

  @Test
  void a_bot_comes_by_irc_with_its_token_as_password_and_stays_marked() {
    try (var salon = start("#tea")) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create_bot':'meteo'}");
      var secret = token(jules, "meteo");
      var sasl = salon.dial().logIn("meteo", secret);
      sasl.send("MODE meteo");
      sasl.until("221 meteo :+B…");
      sasl.send("MODE meteo -B", "MODE meteo");
      sasl.until("221 meteo :+B…");
      var pass = salon.dial();
      pass.send("PASS meteo:" + secret, "NICK meteo", "USER m 0 * :Meteo");
      pass.until("001 meteo …");
    }
  }

  @Test
  void nothing_but_a_whole_token_of_the_bot_itself_lets_it_in_by_irc() {
    try (var salon = start("#tea")) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create_bot':'meteo'}");
      jules.ask("{'create_bot':'trains'}");
      var reading = "{'create_token':'x','scopes':['read'],'bot':'meteo'}";
      var narrow = "{'create_token':'x','scopes':['read','write'],'bot':'meteo','channel':'#tea'}";
      refused(salon, "meteo", TestSalon.PASSWORD);
      refused(salon, "meteo", text(jules.ask(reading), "token"));
      refused(salon, "meteo", text(jules.ask(narrow), "token"));
      refused(salon, "meteo", token(jules, "trains"));
      refused(salon, "jules", text(jules.ask(WHOLE.formatted("")), "token"));
      var wrong = salon.socket();
      wrong.expect("welcome");
      var answer = wrong.answer("{'login':'meteo','password':'" + TestSalon.PASSWORD + "'}");
      assertThat(text(answer, "error")).isEqualTo("bad_credentials");
    }
  }

  private static void refused(TestSalon salon, String name, String typed) {
    var client = salon.dial();
    client.send("PASS " + name + ":" + typed, "NICK " + name, "USER u 0 * :x");
    client.until("464 … :Password incorrect");
  }

  @Test
  void a_bot_that_is_deleted_ends_everywhere_at_once() {
    try (var salon = start("#tea")) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create_bot':'meteo'}");
      var secret = token(jules, "meteo");
      var irc = salon.dial().logIn("meteo", secret);
      for (int node = 0; node < salon.nodes(); node++) {
        var web = withToken(salon.on(node), "meteo", secret);
        if (node == salon.nodes() - 1) {
          jules.ask("{'delete_bot':'meteo'}");
          assertThat(text(web.until("closing"), "closing")).isEqualTo("Logged out");
        }
      }
      irc.expectEnd("ERROR :Closing link: … [Logged out]");
      refused(salon, "meteo", secret);
      assertThat(jules.ask("{'bots':true}").path("bots")).isEmpty();
      assertThat(text(jules.answer("{'create_bot':'meteo'}"), "error")).isEqualTo("account_exists");
    }
  }

  @Test
  void a_token_that_is_taken_back_ends_the_irc_session_that_it_let_in() {
    try (var salon = start("#tea")) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create_bot':'meteo'}");
      var made = jules.ask(WHOLE.formatted(",'bot':'meteo'"));
      var irc = salon.dial().logIn("meteo", text(made, "token"));
      var other = salon.dial().logIn("meteo", token(jules, "meteo"));
      jules.ask("{'revoke_token':'%s','bot':'meteo'}".formatted(text(made, "token_id")));
      irc.expectEnd("ERROR :Closing link: … [Logged out]");
      other.ping();
    }
  }

  @Test
  void a_login_that_is_refused_leaves_it_the_token() {
    try (var salon = start("#tea")) {
      salon.account("alice");
      var jules = salon.newProgram("jules");
      jules.ask("{'create_bot':'meteo'}");
      var made = jules.ask(WHOLE.formatted(",'bot':'meteo'"));
      var irc = salon.dial().logIn("meteo", text(made, "token"));
      var other = salon.dial().logIn("meteo", text(made, "token"));
      irc.expectNothing(); // and its node knows of the other connection
      assertThat(irc.answer("NS IDENTIFY alice " + TestSalon.PASSWORD).toString())
          .contains("You are logged in as meteo");
      jules.ask("{'revoke_token':'%s','bot':'meteo'}".formatted(text(made, "token_id")));
      irc.expectEnd("ERROR :Closing link: … [Logged out]");
      other.expectEnd("ERROR :Closing link: … [Logged out]");
    }
  }

  @Test
  void who_logs_in_otherwise_after_it_does_not_end_with_the_token() throws Exception {
    try (var salon = start("#tea")) {
      salon.account("alice");
      var jules = salon.newProgram("jules");
      jules.ask("{'create_bot':'meteo'}");
      var made = jules.ask(WHOLE.formatted(",'bot':'meteo'"));
      var bot = salon.dial().logIn("meteo", text(made, "token"));
      var alice = salon.dial().send("CAP REQ sasl", "NICK alice", "USER u 0 * :Alice");
      alice.until("CAP … ACK sasl");
      alice.send("AUTHENTICATE PLAIN").expect("AUTHENTICATE +");
      alice.send("AUTHENTICATE " + Sasl.plain("meteo", text(made, "token"))).until("903 … :…");
      alice.send("AUTHENTICATE SCRAM-SHA-256").expect("AUTHENTICATE +");
      var scram = new ScramClient("alice", TestSalon.PASSWORD, "clientnonce");
      alice.send("AUTHENTICATE " + scram.first());
      alice.send("AUTHENTICATE " + scram.last(alice.next().param(0)));
      alice.expect("AUTHENTICATE …");
      alice.send("AUTHENTICATE +").until("903 … :…");
      alice.send("CAP END").until("001 alice …");
      jules.ask("{'revoke_token':'%s','bot':'meteo'}".formatted(text(made, "token_id")));
      bot.expectEnd("ERROR :Closing link: … [Logged out]");
      alice.ping();
    }
  }

  @Test
  void only_its_owner_and_administrators_know_of_a_bot_and_no_token_makes_one() {
    try (var salon = start("#tea")) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create_bot':'meteo'}");
      var lea = salon.newProgram("lea");
      for (var name : new String[] {"meteo", "jules", "nobody"}) {
        for (var frame :
            new String[] {
              "{'delete_bot':'@'}",
              "{'tokens':true,'bot':'@'}",
              "{'create_token':'x','bot':'@'}",
              "{'revoke_token':'1','bot':'@'}"
            }) {
          var answer = lea.answer(frame.replace("@", name));
          assertThat(text(answer, "error")).as(frame).isEqualTo("no_such_bot");
        }
      }
      var program = withToken(salon, "meteo", token(jules, "meteo"));
      for (var frame :
          new String[] {
            "{'create_bot':'more'}", "{'delete_bot':'meteo'}", "{'create_token':'more'}"
          }) {
        assertThat(text(program.answer(frame), "error")).as(frame).isEqualTo("not_in_scope");
      }
      var oscar = salon.socket();
      oscar.expect("welcome");
      oscar.ask(
          "{'register':'oscar','password':'%s','code':'%s'}"
              .formatted(TestSalon.PASSWORD, salon.administratorCode()));
      oscar.ask("{'delete_bot':'meteo'}");
      program.until("closing");
    }
  }

  @Test
  void somebody_has_so_many_bots_and_is_told() {
    try (var salon = with("web.bots_per_account", 1).start("#tea")) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create_bot':'meteo'}");
      assertThat(text(jules.answer("{'create_bot':'meteo'}"), "error")).isEqualTo("too_many_bots");
      var refused = jules.answer("{'create_bot':'trains'}");
      assertThat(text(refused, "error")).isEqualTo("too_many_bots");
      jules.ask("{'delete_bot':'meteo'}");
      jules.ask("{'create_bot':'trains'}");
      assertThat(text(jules.answer("{'create_bot':'a b'}"), "error")).isEqualTo("bad_account_name");
    }
  }
}
