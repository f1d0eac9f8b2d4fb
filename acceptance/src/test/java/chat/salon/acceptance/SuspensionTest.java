package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.Sasl.ScramClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// NickServ SUSPEND: nobody gets in by a suspended account, at no door and in no way.
class SuspensionTest extends Conversation {
  private static final String WHY = "This account is suspended: spam";

  private static String said(IrcClient client, String text) {
    return ServiceTalk.told(client, "NickServ", text).toString();
  }

  @Test
  void who_is_here_is_put_out_at_every_door_and_on_every_node() {
    try (var salon = staffed().start("#tea")) {
      var oscar = salon.oper("oscar");
      salon.account("bob");
      var one = salon.logIn("bob");
      var two = salon.logIn("bob").join("#tea");
      var program = salon.program("bob");
      var alice = salon.connect("alice").join("#tea");
      assertThat(said(oscar, "SUSPEND Bob spam")).isEqualTo("[bob is suspended: spam]");
      one.until("465 bob :" + WHY);
      one.expectEnd("ERROR …");
      two.until("465 bob :" + WHY);
      two.expectEnd("ERROR …");
      program.awaitEnd();
      alice.until(":bob QUIT …");
      assertThat(oscar.answer("AUDIT 5").toString())
          .contains("suspend bob")
          .contains("reason=spam");
    }
  }

  @Test
  void nobody_gets_in_by_it_in_any_way_until_it_is_lifted() {
    try (var salon = staffed().start()) {
      var oscar = salon.oper("oscar");
      salon.account("bob");
      var shown = TestTls.identity();
      var owner = salon.dialTls(shown).logIn("bob", TestSalon.PASSWORD);
      owner.ask("NS CERT ADD", "NOTICE bob :From now on …");
      var page = salon.https().asPage();
      var cookie = page.post("/api/sessions", login());
      assertThat(cookie.status()).isEqualTo(200);
      var maker = salon.program("bob");
      var token = text(maker.ask("{'create_token':'script','scopes':['read','write']}"), "token");
      assertThat(said(oscar, "SUSPEND bob spam")).contains("is suspended");
      owner.expectEnd();

      var plain = sasl(salon.dial(), "PLAIN");
      plain.send("AUTHENTICATE " + Sasl.plain("bob", TestSalon.PASSWORD));
      plain.expect("904 * :SASL authentication failed: " + WHY);
      plain.send("AUTHENTICATE PLAIN").expect("AUTHENTICATE +");
      plain.send("AUTHENTICATE " + Sasl.plain("bob", "wrong"));
      plain.expect("904 * :SASL authentication failed"); // a guess learns nothing
      var external = sasl(salon.dialTls(shown), "EXTERNAL");
      external.send("AUTHENTICATE +").expect("904 * :SASL authentication failed: " + WHY);
      salon.dial().send("PASS bob:" + TestSalon.PASSWORD).expect("464 * :" + WHY);
      var guest = salon.connect("guest");
      guest.ask("NS IDENTIFY bob " + TestSalon.PASSWORD, "NOTICE guest :" + WHY);
      assertThat(guest.answer("WHOIS guest").toString()).doesNotContain("330");

      var web = salon.http().asPage().post("/api/sessions", login());
      assertThat(web.status()).isEqualTo(403);
      assertThat(web.text("error")).isEqualTo("account_suspended");
      assertThat(page.get("/api/session").text("error")).isEqualTo("account_suspended");
      var socket = salon.socket();
      socket.expect("welcome");
      var denied = socket.answer("{'login':'bob','password':'%s'}".formatted(TestSalon.PASSWORD));
      assertThat(text(denied, "error")).isEqualTo("account_suspended");
      var byToken = socket.answer("{'login':'bob','token':'%s'}".formatted(token));
      assertThat(text(byToken, "error")).isEqualTo("account_suspended");

      salon.restart();
      var again = sasl(salon.dial(), "PLAIN");
      again.send("AUTHENTICATE " + Sasl.plain("bob", TestSalon.PASSWORD));
      again.expect("904 * :SASL authentication failed: " + WHY);
      var oscarAgain = salon.oper("oscar");
      assertThat(said(oscarAgain, "SUSPEND LIST")).contains("bob by oscar").contains(": spam");
      assertThat(said(oscarAgain, "LIST b*")).contains("bob since").contains("suspended");
      assertThat(said(oscarAgain, "UNSUSPEND bob")).isEqualTo("[bob is not suspended any more]");
      salon.logIn("bob").ask("NS SUSPEND oscar", "NOTICE bob :That is for operators…");
      assertThat(said(oscarAgain, "UNSUSPEND bob")).isEqualTo("[bob is not suspended]");
      assertThat(said(oscarAgain, "SUSPEND LIST")).isEqualTo("[No account is suspended]");
    }
  }

  @Test
  void scram_tells_only_who_knows_the_password() throws Exception {
    try (var salon = staffed().start()) {
      var oscar = salon.oper("oscar");
      salon.account("bob");
      said(oscar, "SUSPEND bob spam");
      var client = sasl(salon.dial(), "SCRAM-SHA-256");
      var exchange = new ScramClient("bob", TestSalon.PASSWORD, "clientnonce");
      client.send("AUTHENTICATE " + exchange.first());
      var challenge = client.expect("AUTHENTICATE …").param(0);
      client.send("AUTHENTICATE " + exchange.last(challenge));
      client.expect("904 * :SASL authentication failed: " + WHY);
    }
  }

  @Test
  void it_ends_by_itself_and_who_stays_comes_back() {
    var offset = new AtomicReference<>(Duration.ZERO);
    try (var salon = staffed().clock(() -> Instant.now().plus(offset.get())).start("#tea")) {
      var oscar = salon.oper("oscar");
      var bob = salon.member("bob").join("#tea");
      bob.ask("NS SET always-on on", "NOTICE bob :always-on: on (now on)");
      bob.send("QUIT").expectEnd();
      var alice = salon.connect("alice").join("#tea");
      assertThat(alice.answer("NAMES #tea").toString()).contains("bob");
      assertThat(said(oscar, "SUSPEND bob 2h spam")).contains("bob is suspended until");
      alice.until(":bob QUIT …");
      salon.bringBack();
      awaitHere(alice, "bob", false);
      var client = sasl(salon.dial(), "PLAIN");
      client.send("AUTHENTICATE " + Sasl.plain("bob", TestSalon.PASSWORD));
      client.expect("904 * :SASL authentication failed: This account is suspended until …");

      offset.set(Duration.ofHours(3));
      salon.bringBack();
      awaitHere(alice, "bob", true);
      salon.logIn("bob");
      assertThat(said(oscar, "SUSPEND LIST")).isEqualTo("[No account is suspended]");
    }
  }

  // The directory of another node hears of it a moment later.
  private static void awaitHere(IrcClient client, String nick, boolean isHere) {
    int tries = 1_000;
    while (isHere(client, nick) != isHere && tries-- > 0) {
      client.ping();
    }
    assertThat(isHere(client, nick)).isEqualTo(isHere);
  }

  @Test
  void staff_say_clearly_what_they_mean() {
    try (var salon = staffed().start()) {
      var oscar = salon.oper("oscar");
      var hilda = salon.oper("hilda");
      salon.account("bob");
      assertThat(said(hilda, "SUSPEND bob")).contains("That is for operators with");
      assertThat(said(oscar, "SUSPEND")).contains("Something is missing");
      assertThat(said(oscar, "SUSPEND nobody")).isEqualTo("[There is no account nobody]");
      assertThat(said(oscar, "SUSPEND b!b")).contains("There is no account");
      assertThat(said(oscar, "SUSPEND bob 99999d no")).contains("99999d");
      assertThat(said(oscar, "SUSPEND bob -5d")).contains("-5d");
      assertThat(said(oscar, "SUSPEND LIST")).isEqualTo("[No account is suspended]");
      salon.logIn("bob");
    }
  }

  @Test
  void nobody_suspends_themselves_and_moderators_no_administrators() {
    try (var salon = staffed().start()) {
      var root = salon.member("root");
      root.send("NS ADMIN " + salon.administratorCode()).until("NOTICE root :You are admin…");
      root.ping();
      var karl = salon.oper("karl");
      assertThat(said(root, "SUSPEND root")).isEqualTo("[That is your own account]");
      assertThat(said(karl, "SUSPEND root"))
          .isEqualTo("[root is staff: that is for administrators]");
      var oscar = salon.oper("oscar");
      assertThat(said(oscar, "SUSPEND root")).isEqualTo("[root is suspended]");
      root.expectEnd();
    }
  }

  private static boolean isHere(IrcClient client, String nick) {
    return client.answer("ISON " + nick).getFirst().param(1).equals(nick);
  }

  private static String login() {
    return "{'login':'bob','password':'%s'}".formatted(TestSalon.PASSWORD);
  }

  private static IrcClient sasl(IrcClient client, String mechanism) {
    client.send("CAP REQ sasl");
    client.expect("CAP * ACK sasl");
    client.send("AUTHENTICATE " + mechanism);
    client.expect("AUTHENTICATE +");
    return client;
  }
}
