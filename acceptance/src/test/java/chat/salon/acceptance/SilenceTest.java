package chat.salon.acceptance;

import org.junit.jupiter.api.Test;

/// SILENCE: whom one does not want to hear in private.
class SilenceTest extends Conversation {

  @Test
  void a_mask_holds_for_one_connection() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice").join("#tea");
      var bob = salon.connect("bob").join("#tea");
      alice.until(":bob!… JOIN #tea");
      alice.ask("SILENCE +b?b", ":alice!… SILENCE +b?b!*@*");
      alice.ask("SILENCE", "271 alice b?b!*@*", "272 alice :…");
      bob.send("PRIVMSG alice :psst", "NOTICE alice :psst", "PRIVMSG #tea :aloud");
      alice.expect(":bob!… PRIVMSG #tea aloud");
      alice.expectNothing();
      alice.ask("SILENCE -b?b", ":alice!… SILENCE -b?b!*@*");
      bob.send("PRIVMSG alice :again");
      alice.expect(":bob!… PRIVMSG alice again");
      alice.ask("SILENCE", "272 alice :…");
    }
  }

  @Test
  void what_is_not_heard_is_not_seen_changed_either() {
    try (var salon = start()) {
      var alice = salon.connect("alice", Messages.CAPS);
      var bob = salon.connect("bob", Messages.CAPS);
      alice.ask("SILENCE +bob", ":alice!… SILENCE +bob!*@*");
      bob.send("PRIVMSG alice :psst");
      var id = bob.expect("PRIVMSG alice psst").tags().get("msgid");
      bob.send("@+draft/edit=" + id + " PRIVMSG alice :psst, alice");
      bob.expect("PRIVMSG alice :[edited] psst, alice");
      alice.expectNothing();
    }
  }

  @Test
  void the_name_of_an_account_is_blocked_at_every_door_and_for_good() {
    try (var salon = start()) {
      salon.newProgram("jules");
      var lea = salon.member("lea");
      lea.ask("SILENCE +jules", ":lea!… SILENCE +jules!*@*");
      lea.ask("SILENCE", "271 lea jules!*@*", "272 lea :…");
      salon.restart();
      lea = salon.logIn("lea");
      lea.ask("SILENCE", "271 lea jules!*@*", "272 lea :…");
      lea.ask("NS FRIENDS", ":NickServ!… NOTICE lea :jules is blocked");
      lea.ask("SILENCE -jules", ":lea!… SILENCE -jules!*@*");
      lea.ask("SILENCE", "272 lea :…");
    }
  }

  @Test
  void what_is_wrong_is_said() {
    try (var salon = with("irc.silenced", 1).start()) {
      var alice = salon.connect("alice");
      alice.ask("SILENCE +one!*@*", ":alice!… SILENCE +one!*@*");
      alice.ask("SILENCE +two!*@*", "511 alice two!*@* :Your silence list is full");
      alice.ask("SILENCE :+a b", "NOTICE alice :*** SILENCE: That is no mask…");
      var replies = salon.connect("rita", "standard-replies");
      replies.ask("SILENCE :+a b", "FAIL SILENCE INVALID_MASK * :…");
      replies.ask("SILENCE +", "FAIL SILENCE INVALID_MASK * :…");
      var lea = salon.member("lea");
      lea.ask("SILENCE +lea", "NOTICE lea :*** SILENCE: That is you: name somebody else");
    }
  }
}
