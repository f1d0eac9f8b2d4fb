package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// Friends at every door: what one does is seen by both, on every connection, whichever nodes they
/// are on.
class FriendsTest extends Conversation {
  private static final int TRIES = 500;

  @Test
  void a_request_is_seen_by_both_on_every_connection_and_accepted() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var phone = salon.program("jules");
      var lea = salon.newProgram("lea");

      assertThat(text(jules.ask("{'befriend':'LEA'}"), "bond")).isEqualTo("asked");
      assertThat(bond(jules)).isEqualTo("lea asked");
      assertThat(bond(phone)).isEqualTo("lea asked");
      assertThat(bond(lea)).isEqualTo("jules asks");
      assertThat(text(lea.ask("{'accept_friend':'jules'}"), "bond")).isEqualTo("friends");
      for (var program : new JsonClient[] {jules, phone}) {
        assertThat(bond(program)).isEqualTo("lea friends");
      }
      assertThat(bond(lea)).isEqualTo("jules friends");
      assertThat(list(jules)).containsExactly("lea friends connected");

      salon.restart();
      jules = salon.program("jules");
      assertThat(list(jules)).containsExactly("lea friends disconnected");
      lea = salon.program("lea");
      assertThat(text(jules.until("status"), "user")).isEqualTo("lea");
      jules.ask("{'unfriend':'lea'}");
      assertThat(bond(lea)).isEqualTo("jules none");
      assertThat(list(lea)).isEmpty();
    }
  }

  @Test
  void who_was_away_when_they_were_asked_is_told_when_they_come_by_irc() {
    try (var salon = start()) {
      salon.account("sam");
      salon.newProgram("jules").ask("{'befriend':'sam'}");
      var sam = salon.connect("passant");
      sam.send("NICKSERV IDENTIFY sam " + TestSalon.PASSWORD);
      sam.until(":NickServ!… NOTICE sam :Who would like to be your friend: jules");
      sam.expect(
          ":NickServ!… NOTICE sam :Say FRIEND <name> to me to accept, UNFRIEND <name> to refuse");
    }
  }

  @Test
  void somebody_on_irc_is_told_what_to_type_and_types_it() {
    try (var salon = start()) {
      var sam = salon.member("sam");
      var jules = salon.newProgram("jules");
      jules.ask("{'befriend':'sam'}");
      sam.expect(
          ":NickServ!NickServ@… NOTICE sam :jules asks to be your friend: say FRIEND jules to me to"
              + " accept, UNFRIEND jules to refuse");
      sam.send("PRIVMSG NickServ :FRIEND jules");
      sam.until(":NickServ!… NOTICE sam :jules is a friend of yours");
      assertThat(bond(jules)).isEqualTo("sam asked");
      assertThat(bond(jules)).isEqualTo("sam friends");
      sam.settle();
      sam.ask("NS FRIENDS", ":NickServ!… NOTICE sam :jules is a friend of yours, online");
      sam.ask(
          "NS UNFRIEND jules",
          ":NickServ!… NOTICE sam :jules is neither a friend of yours nor blocked");
      assertThat(bond(jules)).isEqualTo("sam none");
      sam.ask(
          "NS UNFRIEND jules",
          ":NickServ!… NOTICE sam :jules is no friend of yours: FRIENDS lists those");
      sam.ask("NS PRIVACY see nobody", ":NickServ!… NOTICE sam :That is not clear: PRIVACY …");
      sam.ask(
          "NS PRIVACY see friends",
          ":NickServ!… NOTICE sam :who may write: everyone; add: everyone; see you online:"
              + " friends");
    }
  }

  @Test
  void who_hides_looks_absent_at_every_query() {
    try (var salon = start("#tea")) {
      var lea = salon.member("lea");
      lea.join("#tea");
      lea.send("NS PRIVACY see friends");
      lea.ping();
      var jules = salon.connect("jules");
      for (int i = 0; jules.answer("ISON lea").getFirst().param(1).equals("lea"); i++) {
        assertThat(i).isLessThan(200); // another node hears of it a moment later
      }
      jules.ask("USERHOST lea", "302 jules :");
      jules.ask("USERIP lea", "340 jules :");
      jules.ask("WHO lea", "315 jules lea :…");
      jules.ask("WHO l*", "315 jules l* :…");
      jules.ask("WHO lea %nl", "315 jules lea :…");
      jules.ask("WHO #tea", "315 jules #tea :…");
      jules.ask("NAMES #tea", "366 jules #tea :…");
      jules.ask("TIME lea", "402 jules lea :…");
      jules.join("#tea"); // where they see each other
      assertThat(jules.answer("WHO lea").toString()).contains("352");
      assertThat(jules.answer("USERHOST lea").toString()).contains("lea=");
    }
  }

  @Test
  void who_refused_is_not_asked_again_for_a_while() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");
      jules.ask("{'befriend':'lea'}");
      bond(lea);
      lea.ask("{'refuse_friend':'jules'}");
      assertThat(text(jules.answer("{'befriend':'lea'}"), "error")).isEqualTo("too_soon");
      assertThat(text(lea.ask("{'befriend':'jules'}"), "bond")).isEqualTo("asked");
    }
  }

  @Test
  void bad_input_is_told_and_changes_nothing() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var sam = salon.connect("sam");
      assertThat(error(jules, "{'befriend':'jules'}")).isEqualTo("yourself");
      assertThat(error(jules, "{'befriend':'nobody'}")).isEqualTo("no_such_user");
      assertThat(error(jules, "{'befriend':'" + sam.nick() + "'}")).isEqualTo("no_account");
      assertThat(error(jules, "{'befriend':'#tea'}")).isEqualTo("no_such_user");
      assertThat(error(jules, "{'befriend':17}")).isEqualTo("bad_frame");
      assertThat(error(jules, "{'set_privacy':true,'add':'nobody'}")).isEqualTo("bad_frame");
      salon.account("lea");
      jules.ask("{'block':'lea'}");
      assertThat(error(jules, "{'befriend':'lea'}")).isEqualTo("blocked");
      assertThat(error(jules, "{'accept_friend':'lea'}")).isEqualTo("no_question");
      sam.ask("NS FRIEND jules", ":NickServ!… NOTICE sam :You … logged in…");
    }
  }

  @Test
  void limits_hold() {
    try (var salon = with("limits.friend_questions", 2).with("limits.blocked", 1).start()) {
      for (var name : List.of("lea", "sam", "tom")) {
        salon.account(name);
      }
      var jules = salon.newProgram("jules");
      jules.ask("{'befriend':'lea'}");
      jules.ask("{'befriend':'sam'}");
      assertThat(error(jules, "{'befriend':'tom'}")).isEqualTo("too_many_questions");
      jules.ask("{'block':'lea'}");
      jules.ask("{'block':'lea'}");
      assertThat(error(jules, "{'block':'tom'}")).isEqualTo("too_many_blocked");
    }
  }

  @Test
  void of_two_who_ask_each_other_at_once_both_are_friends() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");
      atOnce(List.of(() -> jules.ask("{'befriend':'lea'}"), () -> lea.ask("{'befriend':'jules'}")));
      assertThat(list(jules)).containsExactly("lea friends connected");
      assertThat(list(lea)).containsExactly("jules friends connected");
    }
  }

  @Test
  void of_several_who_answer_at_once_one_does() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");
      var phone = salon.program("lea");
      jules.ask("{'befriend':'lea'}");
      var answers =
          atOnce(
              List.of(
                  () -> jules.answer("{'withdraw_friend':'lea'}"),
                  () -> lea.answer("{'accept_friend':'jules'}"),
                  () -> phone.answer("{'accept_friend':'jules'}")));
      assertThat(answers.stream().filter(answer -> answer.has("ok"))).hasSize(1);
      assertThat(answers.stream().filter(answer -> answer.has("error")))
          .allMatch(answer -> text(answer, "error").equals("no_question"));
      boolean isWithdrawn = answers.getFirst().has("ok");
      assertThat(list(jules)).hasSize(isWithdrawn ? 0 : 1);
    }
  }

  @Test
  void who_may_add_is_as_somebody_wants_it() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");
      lea.ask("{'set_privacy':true,'add':'shared'}");
      assertThat(error(jules, "{'befriend':'lea'}")).isEqualTo("not_to_be_asked");
      lea.ask("{'create':'#tea'}");
      jules.ask("{'join':'#tea'}");
      jules.ask("{'befriend':'lea'}");
      jules.ask("{'withdraw_friend':'lea'}");
      lea.ask("{'set_privacy':true,'add':'friends'}");
      assertThat(error(jules, "{'befriend':'lea'}")).isEqualTo("not_to_be_asked");
    }
  }

  @Test
  void who_sees_whether_somebody_is_connected_is_as_they_want_it() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var sam = salon.member("sam");
      var lea = salon.newProgram("lea");
      awaitStatus(jules, "connected");
      lea.ask("{'set_privacy':true,'see':'friends'}");
      awaitStatus(jules, "disconnected");
      assertThat(text(jules.ask("{'profile':'lea'}").path("person"), "status"))
          .isEqualTo("disconnected");
      assertThat(text(jules.ask("{'find':'lea'}").path("people").path(0), "status"))
          .isEqualTo("disconnected");
      awaitSeen(sam, "jules");
      sam.ask("WHOIS lea", "401 sam lea :No such nick", "318 sam lea …");
      awaitSeen(sam, "jules");
      jules.ask("{'befriend':'lea'}");
      lea.ask("{'accept_friend':'jules'}");
      awaitStatus(jules, "connected");
      awaitSeen(sam, "jules");
      lea.ask("{'set_privacy':true,'see':'everyone'}");
      awaitSeen(sam, "lea jules");
    }
  }

  // Another node hears of it a moment later.
  private static void awaitStatus(JsonClient reader, String status) {
    for (int i = 0; !status(reader, "lea").equals(status); i++) {
      assertThat(i).as("lea is not " + status).isLessThan(TRIES);
    }
  }

  private static void awaitSeen(IrcClient reader, String nicks) {
    for (int i = 0; !reader.answer("ISON lea jules").getFirst().param(1).equals(nicks); i++) {
      assertThat(i).as("not seen: " + nicks).isLessThan(TRIES);
    }
  }

  private static String status(JsonClient reader, String name) {
    return text(reader.ask("{'get_status':true,'users':['" + name + "']}").path("statuses"), name);
  }

  private static String error(JsonClient client, String frame) {
    return text(client.answer(frame), "error");
  }

  private static List<ObjectNode> atOnce(List<Supplier<ObjectNode>> deeds) {
    var all = deeds.stream().map(CompletableFuture::supplyAsync).toList();
    return all.stream().map(CompletableFuture::join).toList();
  }

  // How somebody now stands to a client, as it is told.
  private static String bond(JsonClient client) {
    var frame = client.until("friend");
    return text(frame, "friend") + " " + text(frame, "bond");
  }

  private static List<String> list(JsonClient client) {
    return client
        .ask("{'friends':true}")
        .path("friends")
        .valueStream()
        .map(one ->
            text(one, "friend")
                + " "
                + text(one, "bond")
                + " "
                + text(one.path("person"), "status"))
        .toList();
  }
}
