package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// A conversation of several people without a channel name, whichever door each of them uses.
class GroupTest extends Conversation {
  private static final String NONE = "#~aaaaaaaaaaaaaaaa";

  @Test
  void three_doors_in_one_group() {
    try (var salon = start()) {
      var sam = salon.member("sam");
      var http = salon.http().register("marie");
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");

      var made = jules.ask("{'create_group':['lea','sam','marie'],'title':'Sortie de mai'}");
      var group = text(made, "group");
      assertThat(group).matches("#~[a-z2-7]{16}");
      var shown = made.path("conversation");
      assertThat(shown.path("members").asInt()).isEqualTo(4);
      assertThat(shown.path("people").findValuesAsString("user"))
          .containsExactlyInAnyOrder("jules", "lea", "sam", "marie");
      assertThat(text(lea.until("conversation").path("conversation"), "channel")).isEqualTo(group);
      sam.until(":sam!… JOIN " + group);
      var told = new ArrayList<>(sam.until(":salon… 366 sam " + group + " …"));
      told.addAll(sam.ping());
      assertThat(told.toString())
          .contains("332 sam " + group + " :Sortie de mai")
          .contains("NOTICE " + group + " :jules added sam")
          .contains("NOTICE " + group + " :jules added marie");

      jules.ask(say("qui vient ?", group));
      lea.untilMessage("qui vient ?");
      sam.until(":jules!… PRIVMSG " + group + " :qui vient ?");
      sam.send("PRIVMSG " + group + " :me");
      jules.untilMessage("me");
      var path = "/api/channels/" + group.substring(1) + "/messages";
      assertThat(http.get(path).json().toString()).contains("qui vient ?");
      assertThat(http.post(path, "{'text':'moi aussi'}").status()).isEqualTo(201);
      sam.until(":marie!… PRIVMSG " + group + " :moi aussi");

      sam.send("TOPIC " + group + " :Sortie de juin");
      assertThat(text(lea.until("topic"), "topic")).isEqualTo("Sortie de juin");
      lea.ask("{'name_group':'Sortie','channel':'%s'}".formatted(group));
      sam.until(":lea!… TOPIC " + group + " :Sortie");
    }
  }

  @Test
  void made_and_kept_by_irc() {
    try (var salon = start()) {
      salon.account("carol");
      var lea = salon.newProgram("lea");
      var sam = salon.member("sam");
      sam.send("PRIVMSG ChanServ :GROUP lea, carol : Week-end");
      sam.until(":ChanServ!… NOTICE sam :The group is #~…");
      var added = lea.until("added");
      assertThat(text(added, "user")).isEqualTo("sam");
      var group = text(added, "channel");
      lea.until("conversation");
      salon.account("dan");
      sam.send("INVITE dan " + group);
      sam.until(":salon… 341 sam dan " + group);
      assertThat(text(lea.until("added"), "added")).isEqualTo("dan");
      var carol = salon.logIn("carol");
      carol.send("TOPIC " + group);
      carol.until(":salon… 332 carol " + group + " :Week-end");
      lea.ask("{'command':'/invite jo','channel':'%s'}".formatted(created(salon, "jo", group)));
      sam.send("PART " + group);
      assertThat(text(lea.until("left"), "user")).isEqualTo("sam");
      sam.until(":sam!… PART " + group);
      sam.ask("JOIN " + group, ":salon… 403 sam " + group + " :Names that begin with #~ …");
      sam.ask("NAMES " + group, ":salon… 366 sam " + group + " …");
      sam.send("PRIVMSG ChanServ :HELP GROUP");
      sam.until(":ChanServ!… NOTICE sam :GROUP <names> [: title]: …");
    }
  }

  private static String created(TestSalon salon, String account, String group) {
    salon.account(account);
    return group;
  }

  @Test
  void it_outlives_a_restart_and_who_was_away_reads_from_being_added_on() {
    try (var salon = start()) {
      salon.account("sam");
      salon.account("marie");
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");
      var group = group(jules, "lea", "sam");
      jules.ask(say("pour sam", group));
      lea.untilMessage("pour sam");
      lea.ask("{'add_to_group':['marie'],'channel':'%s'}".formatted(group));
      assertThat(text(jules.until("added"), "added")).isNotEmpty();
      jules.ask(say("pour marie", group));
      lea.untilMessage("pour marie");

      salon.restart();
      var marie = salon.program("marie");
      assertThat(texts(marie, group)).containsExactly("pour marie");
      assertThat(events(marie, group)).startsWith("added marie by lea");
      assertThat(overview(marie, group).path("unread").asInt()).isEqualTo(1);
      assertThat(marie.ask("{'search':'sam'}").path("hits")).isEmpty();
      var sam = salon.program("sam");
      assertThat(texts(sam, group)).containsExactly("pour sam", "pour marie");
      assertThat(overview(sam, group).path("notify").asString()).isEqualTo("everything");
      sam.ask(say("me voilà", group));
      marie.untilMessage("me voilà");
      sam.ask("{'pin':'%s','channel':'%s'}".formatted(msgid(sam, group), group));
      marie.until("pinned");
    }
  }

  @Test
  void who_leaves_is_out_on_every_connection_and_reads_nothing_more() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");
      var phone = salon.program("lea");
      var group = group(jules, "lea");
      phone.until("conversation");
      lea.until("conversation");
      jules.ask(say("avant", group));
      lea.untilMessage("avant");
      lea.ask("{'part':'%s'}".formatted(group));
      assertThat(text(phone.until("left"), "left")).isEqualTo(group);
      assertThat(text(jules.until("left"), "user")).isEqualTo("lea");
      assertThat(text(lea.answer(history(group)), "error")).isEqualTo("no_such_channel");
      jules.ask(say("sans lea", group));

      jules.ask("{'add_to_group':['lea'],'channel':'%s'}".formatted(group));
      lea.until("conversation");
      jules.ask(say("de nouveau", group));
      lea.untilMessage("de nouveau");
      assertThat(texts(lea, group)).containsExactly("de nouveau");

      lea.ask("{'part':'%s'}".formatted(group));
      jules.until("left");
      jules.ask("{'part':'%s'}".formatted(group));
      assertThat(text(jules.answer(history(group)), "error")).isEqualTo("no_such_channel");
      assertThat(text(jules.answer("{'join':'%s'}".formatted(group)), "error"))
          .isEqualTo("group_name");
    }
  }

  @Test
  void an_outsider_is_told_what_they_are_told_of_a_group_that_is_not_there() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      salon.account("lea");
      var mallory =
          salon.member("mallory", "draft/chathistory", "batch", "standard-replies", "message-tags");
      var eve = salon.newProgram("eve");
      var http = salon.http().register("trent");
      var group = group(jules, "lea");
      jules.ask(say("secret plan", group));
      for (var command :
          List.of(
              "LIST %s",
              "NAMES %s",
              "WHO %s",
              "JOIN %s",
              "JOIN %s key",
              "KNOCK %s :let me in",
              "TOPIC %s",
              "TOPIC %s :mine",
              "MODE %s",
              "MODE %s -s",
              "INVITE mallory %s",
              "PART %s",
              "PRIVMSG %s :hi",
              "CHATHISTORY LATEST %s * 10",
              "SEARCH in=%s",
              "PRIVMSG ChanServ :INFO %s",
              "PRIVMSG ChanServ :REGISTER %s",
              "PRIVMSG ChanServ :DROP %s")) {
        var real = said(mallory, command, group);
        assertThat(real).as(command).isEqualTo(said(mallory, command, NONE)).isNotEmpty();
      }
      assertThat(mallory.answer("LIST").toString()).doesNotContain("#~");
      assertThat(mallory.answer("WHOIS jules").toString()).doesNotContain("#~");
      for (var frame :
          List.of(
              "{'join':'%s'}",
              "{'create':'%s'}",
              "{'ask_to_join':'%s','message':''}",
              "{'get_channel':'%s'}",
              "{'members':'%s'}",
              "{'part':'%s'}",
              "{'history':'latest','channel':'%s'}",
              "{'channel_message':'hi','channel':'%s'}",
              "{'add_to_group':['eve'],'channel':'%s'}",
              "{'invite':'eve','channel':'%s'}",
              "{'name_group':'mine','channel':'%s'}",
              "{'set_topic':'mine','channel':'%s'}",
              "{'mode':'+o eve','channel':'%s'}",
              "{'pins':true,'channel':'%s'}")) {
        assertThat(answered(eve, frame, group)).as(frame).isEqualTo(answered(eve, frame, NONE));
      }
      assertThat(eve.ask("{'channels':''}").toString()).doesNotContain("#~");
      assertThat(eve.ask("{'profile':'jules'}").toString()).doesNotContain("#~");
      assertThat(eve.ask("{'search':'secret'}").path("hits")).isEmpty();
      for (var path : List.of("", "/members", "/messages", "/pins")) {
        var about = "/api/channels/%s" + path;
        assertThat(http.get(about.formatted(group.substring(1))).status())
            .as(path)
            .isEqualTo(http.get(about.formatted(NONE.substring(1))).status())
            .isGreaterThanOrEqualTo(400);
      }
      assertThat(jules.ask("{'channels':''}").toString()).doesNotContain("#~");
    }
  }

  @Test
  void nobody_chooses_a_name_that_begins_as_groups_do() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var sam = salon.member("sam");
      for (var name : List.of("#~tea", "#~COFFEE", "#~")) {
        assertThat(text(jules.answer("{'create':'%s'}".formatted(name)), "error"))
            .isEqualTo("group_name");
        assertThat(text(jules.answer("{'join':'%s'}".formatted(name)), "error"))
            .isEqualTo("group_name");
        sam.ask("JOIN " + name, ":salon… 403 sam " + name + " :Names that begin with #~ …");
      }
      var group = group(jules, "sam");
      sam.until(":sam!… JOIN " + group);
      jules.ask("{'join':'#\uff5etea'}");
      assertThat(text(jules.answer("{'add_to_group':['sam'],'channel':'#\uff5etea'}"), "error"))
          .isEqualTo("not_a_group");
      // However it is written, it is the same group.
      assertThat(
              text(
                  salon.newProgram("eve").answer(history(group.toUpperCase(Locale.ROOT))), "error"))
          .isEqualTo("no_such_channel");
      sam.send("PRIVMSG " + group.toUpperCase(Locale.ROOT) + " :loud");
      jules.untilMessage("loud");
    }
  }

  @Test
  void privacy_and_blocks_are_respected_and_look_alike() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");
      var sam = salon.newProgram("sam");
      lea.ask("{'set_privacy':true,'write':'friends'}");
      sam.ask("{'block':'jules'}");
      var shy = jules.answer("{'create_group':['lea']}");
      var blocked = jules.answer("{'create_group':['sam']}");
      assertThat(text(shy, "error")).isEqualTo("not_to_be_added");
      assertThat(text(blocked, "error")).isEqualTo("not_to_be_added");
      assertThat(text(blocked, "message").replace("sam", "lea")).isEqualTo(text(shy, "message"));
      lea.ask("{'befriend':'jules'}");
      jules.until("friend");
      jules.ask("{'accept_friend':'lea'}");
      var group = group(jules, "lea");
      lea.until("conversation");
      assertThat(text(jules.answer("{'invite':'sam','channel':'%s'}".formatted(group)), "error"))
          .isEqualTo("not_to_be_added");
      jules.ask("{'block':'lea'}");
      assertThat(text(jules.answer("{'create_group':['lea']}"), "error")).isEqualTo("blocked");
      // To be in a group with somebody is no acquaintance.
      var tom = salon.newProgram("tom");
      tom.ask("{'set_privacy':true,'write':'shared'}");
      lea.ask("{'befriend':'tom'}");
      tom.until("friend");
      tom.ask("{'accept_friend':'lea'}");
      lea.ask("{'add_to_group':['tom'],'channel':'%s'}".formatted(group));
      tom.until("conversation");
      assertThat(error(jules, "{'create_group':['tom']}")).isEqualTo("not_to_be_added");
      var irc = salon.logIn("jules");
      irc.send("PRIVMSG ChanServ :GROUP sam");
      irc.until(":ChanServ!… NOTICE jules :sam is brought into groups by friends…");
    }
  }

  @Test
  void bad_input_and_too_many_people_are_refused() {
    try (var salon = with("limits.group_members", 3).start()) {
      var jules = salon.newProgram("jules");
      for (var name : List.of("lea", "sam", "tom")) {
        salon.account(name);
      }
      var guest = salon.connect("guest");
      assertThat(error(jules, "{'create_group':[]}")).isEqualTo("nobody_to_add");
      assertThat(error(jules, "{'create_group':['jules','JULES']}")).isEqualTo("nobody_to_add");
      assertThat(error(jules, "{'create_group':['nobody']}")).isEqualTo("no_such_user");
      assertThat(error(jules, "{'create_group':['#tea']}")).isEqualTo("no_such_user");
      assertThat(error(jules, "{'create_group':['guest']}")).isEqualTo("no_account");
      assertThat(error(jules, "{'create_group':'lea'}")).isEqualTo("bad_frame");
      assertThat(error(jules, "{'create_group':['lea','sam','tom']}")).isEqualTo("group_full");
      assertThat(error(jules, "{'create_group':['lea'],'title':'%s'}".formatted("x".repeat(391))))
          .isEqualTo("too_long");
      assertThat(error(jules, "{'command':'/group','channel':'#tea'}")).isEqualTo("bad_arguments");
      var group = group(jules, "lea", "LEA", "sam");
      assertThat(error(jules, "{'add_to_group':['tom'],'channel':'%s'}".formatted(group)))
          .isEqualTo("group_full");
      assertThat(error(jules, "{'add_to_group':[],'channel':'%s'}".formatted(group)))
          .isEqualTo("nobody_to_add");
      jules.ask("{'add_to_group':['lea'],'channel':'%s'}".formatted(group));
      guest.send("PRIVMSG ChanServ :GROUP lea");
      guest.until(":ChanServ!… NOTICE guest :You … logged in…");
      jules.ask("{'command':'/group lea sam : Tea time','channel':'%s'}".formatted(group));
      assertThat(jules.ask("{'conversations':true}").toString()).contains("Tea time");
    }
  }

  @Test
  void two_who_add_the_same_at_once_add_them_once() throws Exception {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var lea = salon.newProgram("lea");
      var sam = salon.newProgram("sam");
      var group = group(jules, "lea");
      lea.until("conversation");
      var add = "{'add_to_group':['sam'],'channel':'%s'}".formatted(group);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Callable<ObjectNode>> both = List.of(() -> jules.answer(add), () -> lea.answer(add));
        for (var answer : threads.invokeAll(both)) {
          assertThat(answer.get().path("ok").asBoolean()).isTrue();
        }
      }
      sam.until("conversation");
      assertThat(events(jules, group)).filteredOn(one -> one.startsWith("added sam")).hasSize(1);
      assertThat(jules.ask("{'members':'%s'}".formatted(group)).path("people")).hasSize(3);
    }
  }

  @Test
  void who_logs_out_on_the_same_connection_is_a_stranger_there() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      var sam = salon.member("sam");
      var group = group(jules, "sam");
      sam.until(":sam!… JOIN " + group);
      jules.settle();
      sam.send("PRIVMSG NickServ :LOGOUT");
      assertThat(text(jules.until("left"), "left")).isEqualTo(group);
      sam.until(":… PART " + group);
      jules.ask(say("sans toi", group));
      assertThat(sam.ping().toString()).doesNotContain("sans toi");
      var back = salon.logIn("sam");
      back.send("PRIVMSG " + group + " :de retour");
      jules.untilMessage("de retour");
    }
  }

  private static String group(JsonClient by, String... people) {
    var names = "'" + String.join("','", people) + "'";
    return text(by.ask("{'create_group':[%s]}".formatted(names)), "group");
  }

  private static String say(String text, String group) {
    return "{'channel_message':'%s','channel':'%s'}".formatted(text, group);
  }

  private static String history(String group) {
    return "{'history':'latest','channel':'%s','limit':100,'events':true}".formatted(group);
  }

  private static List<String> texts(JsonClient reader, String group) {
    return reader
        .ask(history(group))
        .path("messages")
        .valueStream()
        .filter(one -> one.has("channel_message"))
        .map(one -> text(one, "channel_message"))
        .toList();
  }

  private static List<String> events(JsonClient reader, String group) {
    return reader
        .ask(history(group))
        .path("messages")
        .valueStream()
        .filter(one -> one.has("added"))
        .map(one -> "added " + text(one, "added") + " by " + text(one, "user"))
        .toList();
  }

  private static String msgid(JsonClient reader, String group) {
    return reader
        .ask(history(group))
        .path("messages")
        .valueStream()
        .filter(one -> one.has("channel_message"))
        .map(one -> text(one, "msgid"))
        .findFirst()
        .orElseThrow();
  }

  private static tools.jackson.databind.JsonNode overview(JsonClient reader, String group) {
    return reader
        .ask("{'conversations':true}")
        .path("conversations")
        .valueStream()
        .filter(one -> text(one, "channel").equals(group))
        .findFirst()
        .orElseThrow();
  }

  private static String error(JsonClient asker, String frame) {
    return text(asker.answer(frame), "error");
  }

  private static String answered(JsonClient asker, String frame, String group) {
    var answer = asker.answer(frame.formatted(group));
    answer.remove("id");
    return answer.toString().replace(group, "#~");
  }

  private static String said(IrcClient asker, String command, String group) {
    return asker.answer(command.formatted(group)).stream()
        .map(line -> line.toString().replace(group, "#~"))
        .toList()
        .toString();
  }
}
