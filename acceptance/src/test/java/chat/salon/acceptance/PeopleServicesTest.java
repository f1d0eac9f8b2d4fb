package chat.salon.acceptance;

import static chat.salon.acceptance.ServiceTalk.code;
import static chat.salon.acceptance.ServiceTalk.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What NickServ does about accounts: for their owners, and for staff.
class PeopleServicesTest extends Conversation {
  private static List<String> said(IrcClient client, String text) {
    return told(client, "NickServ", text);
  }

  @Test
  void an_account_is_dropped_by_its_owner_and_nobody_can_be_called_so_again() {
    try (var salon = staffed().start()) {
      var bob = salon.member("bob").join("#tea");
      bob.send("CS REGISTER #tea").until("MODE #tea +r…");
      bob.ping();
      var alice = salon.member("alice").join("#tea");
      bob.until(":alice JOIN #tea");
      bob.ask("MODE #tea +o alice", ":bob MODE #tea +o alice");
      var phone = salon.logIn("bob");
      var program = salon.program("bob");
      alice.ping();
      assertThat(said(bob, "DROP alice"))
          .containsExactly("That is not your account: log in to it to drop it");
      assertThat(said(bob, "DROP bob 000000")).hasSize(2);
      var code = code(said(bob, "DROP bob"));
      assertThat(said(phone, "DROP bob " + code)).hasSize(2); // it is another's code
      bob.send("NS DROP bob " + code);
      bob.until("NOTICE bob :The account bob is dropped");
      bob.until("901 … … :…");
      phone.expectEnd();
      program.awaitEnd();
      alice.until("MODE #tea +q-q alice bob");
      alice.until(":salon.test KICK #tea bob :The account was dropped");
      assertThat(told(alice, "ChanServ", "INFO #tea").toString()).contains("Founder: alice");

      var again = salon.dial();
      again.send("PASS bob:" + TestSalon.PASSWORD).expect("464 * :Password incorrect");
      var eve = salon.connect("eve");
      eve.ask("NICK bob", "433 eve bob …");
      assertThat(eve.answer("REGISTER bob * " + TestSalon.PASSWORD).toString())
          .contains("FAIL REGISTER");
      salon.restart();
      var later = salon.connect("later");
      later.ask("NICK bob", "433 later bob …");
      var oscar = salon.oper("oscar");
      assertThat(said(oscar, "LIST *")).contains("1 account").noneMatch(x -> x.startsWith("bob"));
      assertThat(said(oscar, "SAREGISTER bob " + TestSalon.PASSWORD).getFirst()).contains("taken");
      assertThat(oscar.answer("AUDIT 5").toString()).contains("drop bob");
    }
  }

  @Test
  void staff_drop_an_account_that_is_not_here() {
    try (var salon = staffed().start()) {
      var oscar = salon.oper("oscar");
      var hilda = salon.oper("hilda");
      var bob = salon.member("bob").join("#mine", "#ours");
      bob.send("CS REGISTER #mine").until("MODE #mine +r…");
      bob.send("CS REGISTER #ours").until("MODE #ours +r…");
      var alice = salon.member("alice").join("#ours");
      bob.send("QUIT").expectEnd();
      alice.until(":bob QUIT …");
      assertThat(said(hilda, "DROP bob"))
          .containsExactly("That is not your account: log in to it to drop it");
      assertThat(said(oscar, "DROP nobody")).containsExactly("There is no account nobody");
      var code = code(said(oscar, "DROP bob"));
      assertThat(said(oscar, "DROP bob " + code)).containsExactly("The account bob is dropped");
      alice.until("MODE #ours -r");
      assertThat(told(alice, "ChanServ", "INFO #mine")).containsExactly("No such channel");
      assertThat(said(oscar, "DROP bob " + code)).containsExactly("There is no account bob");
    }
  }

  @Test
  void sessions_are_told_and_one_is_ended_on_any_node() {
    try (var salon = staffed().start()) {
      salon.account("bob");
      var desk = salon.logIn("bob");
      var phone = salon.logIn("bob");
      var other = salon.logIn("bob");
      var told = said(desk, "SESSIONS");
      assertThat(told).hasSize(3).allMatch(line -> line.contains("127.0.0.1"));
      assertThat(told.getFirst()).endsWith("this one");
      var second = told.get(1).substring(0, told.get(1).indexOf(' '));
      var first = told.getFirst().substring(0, told.getFirst().indexOf(' '));
      assertThat(said(desk, "SESSIONS END " + first))
          .containsExactly("That is this one: QUIT ends it");
      assertThat(said(desk, "SESSIONS END nothing")).containsExactly("You have no session nothing");
      var eve = salon.member("eve");
      assertThat(said(eve, "SESSIONS END " + second).getFirst()).startsWith("You have no session");
      assertThat(said(eve, "SESSIONS bob"))
          .containsExactly("Of others' connections only staff are told");
      assertThat(said(desk, "SESSIONS END " + second))
          .containsExactly("The session " + second + " is ended");
      phone.expectEnd("ERROR …");
      other.ping();
      int tries = 1_000; // its node hears of it a moment later
      while (said(desk, "SESSIONS").size() > 2 && tries-- > 0) {
        desk.ping();
      }
      assertThat(said(desk, "SESSIONS")).hasSize(2);
      var oscar = salon.oper("oscar");
      assertThat(said(oscar, "SESSIONS bob")).hasSize(2);
      assertThat(said(oscar, "SESSIONS nobody").getFirst()).contains("No such nick");
      assertThat(oscar.answer("AUDIT 3").toString()).contains("see_sessions bob");
      assertThat(said(salon.connect("guest"), "SESSIONS").getFirst()).contains("log");
    }
  }

  @Test
  void staff_list_accounts_and_make_some() {
    try (var salon = staffed().start()) {
      var oscar = salon.oper("oscar");
      var hilda = salon.oper("hilda");
      assertThat(said(oscar, "LIST *")).containsExactly("No account is called *");
      assertThat(said(oscar, "SAREGISTER bo_b " + TestSalon.PASSWORD))
          .containsExactly("The account bo_b is made");
      salon.account("boxb");
      salon.account("carol");
      assertThat(said(oscar, "LIST BO*")).hasSize(3).last().isEqualTo("2 accounts");
      assertThat(said(oscar, "LIST bo_b")).hasSize(2); // no pattern of SQL
      assertThat(said(oscar, "LIST bo%")).containsExactly("No account is called bo%");
      assertThat(said(oscar, "LIST " + "x".repeat(80)).getFirst()).contains("too long");
      assertThat(said(oscar, "LIST").getFirst()).startsWith("Something is missing");
      assertThat(said(hilda, "LIST *").getFirst()).startsWith("That is for operators with");
      assertThat(said(hilda, "SAREGISTER x " + TestSalon.PASSWORD).getFirst())
          .startsWith("That is for operators with");
      assertThat(said(oscar, "SAREGISTER a!b " + TestSalon.PASSWORD)).hasSize(1);
      assertThat(said(oscar, "SAREGISTER nickserv " + TestSalon.PASSWORD)).hasSize(1);
      salon.logIn("bo_b");
    }
  }

  @Test
  void a_forbidden_name_is_nobodys() {
    try (var salon = staffed().start()) {
      var oscar = salon.oper("oscar");
      var hilda = salon.oper("hilda");
      salon.account("staffer");
      var guest = salon.connect("staff1").join("#bad-tea");
      assertThat(said(hilda, "FORBID staff*").getFirst()).startsWith("That is for operators with");
      assertThat(said(oscar, "FORBID staff* no pretending"))
          .containsExactly("staff* is forbidden: no pretending");
      guest.until(":staff1 NICK …");
      var alice = salon.connect("alice");
      alice.ask("NICK Staffed", "432 alice Staffed :The name Staffed may not be used here: …");
      alice.ask("NICK fine", ":alice NICK fine");
      var eve = salon.dial().send("NICK staff9", "USER u 0 * :x");
      eve.expect("432 * staff9 :The name staff9 may not be used here: no pretending");
      eve.register("eve");
      assertThat(eve.answer("NS REGISTER " + TestSalon.PASSWORD).toString())
          .contains("Account created");
      salon.logIn("staffer"); // whose it was before

      var hidden = salon.connect("hidden").join("#bad-secret");
      hidden.ask("MODE #bad-secret +s", ":hidden MODE #bad-secret +s");
      assertThat(said(oscar, "FORBID #bad* 99999d")).first().asString().contains("99999d");
      guest.expectNothing();
      assertThat(said(oscar, "FORBID #bad* 1d")).hasSize(1);
      guest.until("KICK #bad-tea … :This channel is forbidden");
      hidden.until("KICK #bad-secret … :This channel is forbidden");
      eve.ask("JOIN #BAD-coffee", "437 eve #BAD-coffee …");
      eve.join("#good");
      eve.ask("RENAME #good #bad", "437 eve #bad …");
      assertThat(said(oscar, "FORBID LIST")).hasSize(2).first().asString().contains("staff* by");
      assertThat(said(oscar, "FORBID *")).first().asString().contains("no pattern of names");
      assertThat(said(oscar, "FORBID a,b")).first().asString().contains("no pattern of names");
      salon.restart();
      var later = salon.connect("later");
      later.ask("NICK staff7", "432 later staff7 …");
      var again = salon.oper("oscar");
      assertThat(said(again, "UNFORBID STAFF*"))
          .containsExactly("staff* is not forbidden any more");
      assertThat(said(again, "UNFORBID staff*")).containsExactly("staff* is not forbidden");
      for (int i = 0; later.answer("NICK staff7").getFirst().command().equals("432"); i++) {
        assertThat(i).isLessThan(200); // another node hears of it a moment later
      }
      assertThat(again.answer("UBAN LIST").toString()).doesNotContain("#bad");
      assertThat(again.answer("AUDIT 9").toString()).contains("forbid staff*", "unforbid staff*");
    }
  }

  @Test
  void names_that_are_forbidden_are_not_registered_at_any_door() {
    try (var salon = staffed().start()) {
      var oscar = salon.oper("oscar");
      said(oscar, "FORBID admin* reserved");
      var page = salon.https().asPage();
      var answer =
          page.post(
              "/api/accounts",
              "{'login':'administrator','password':'%s','confirmation':'%s'}"
                  .formatted(TestSalon.PASSWORD, TestSalon.PASSWORD));
      assertThat(answer.text("error")).isEqualTo("name_forbidden");
      var early = salon.dial();
      early.send("CAP REQ draft/account-registration").expect("CAP * ACK …");
      early.send("NICK admin", "REGISTER * * " + TestSalon.PASSWORD);
      assertThat(early.next().toString()).contains("The name admin may not be used here");
      assertThat(said(oscar, "LIST admin*")).containsExactly("No account is called admin*");
    }
  }

  @Test
  void services_speak_the_language_that_an_account_chose() {
    try (var salon = start()) {
      var bob = salon.member("bob");
      assertThat(said(bob, "SET LANGUAGE fr")).containsExactly("Je vous parle en français");
      assertThat(told(bob, "ChanServ", "HELP").getFirst()).startsWith("ChanServ: Les salons");
      assertThat(said(bob, "HELP LOGOUT").getFirst()).contains("déconnecte");
      assertThat(said(bob, "IDENTIFY").getFirst()).startsWith("Il manque quelque chose");
      assertThat(said(bob, "BREW").getFirst()).startsWith("Je ne sais pas");
      assertThat(said(bob, "SET LANGUAGE de")).hasSize(1);
      assertThat(said(bob, "SET")).contains("language: fr");
      salon.restart();
      var again = salon.logIn("bob");
      assertThat(said(again, "SET LANGUAGE en")).containsExactly("I speak English to you");
      assertThat(said(again, "HELP LOGOUT").getFirst()).contains("logs you out");
      assertThat(said(salon.connect("guest"), "SET LANGUAGE fr").getFirst()).contains("log");
    }
  }

  @Test
  void an_address_of_email_is_ones_own() {
    try (var salon = start()) {
      var bob = salon.member("bob");
      var eve = salon.member("eve");
      assertThat(said(bob, "SET EMAIL bob@tea.example")).containsExactly("email: bob@tea.example");
      assertThat(said(bob, "INFO")).contains("E-mail: bob@tea.example");
      assertThat(said(eve, "INFO bob").toString()).doesNotContain("tea.example");
      assertThat(eve.answer("WHOIS bob").toString()).doesNotContain("tea.example");
      assertThat(said(bob, "SET EMAIL nonsense").getFirst()).doesNotContain("email: nonsense");
      assertThat(said(bob, "SET EMAIL").getFirst()).startsWith("That is not clear");
      assertThat(said(bob, "SET EMAIL none")).containsExactly("email: none");
    }
    try (var salon = with("accounts.email_required", true).start()) {
      var bob = salon.connect("bob");
      bob.send("NS REGISTER " + TestSalon.PASSWORD + " bob@tea.example").until("900 … … … :…");
      bob.ping();
      assertThat(said(bob, "SET EMAIL none").toString()).doesNotContain("email: none");
      assertThat(said(bob, "INFO")).contains("E-mail: bob@tea.example");
    }
  }
}
