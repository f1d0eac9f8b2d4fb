package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What people take in private: user modes R and T, and whom they accept.
class ShieldTest extends Conversation {

  @Test
  void guests_do_not_write_to_who_takes_accounts_only() {
    try (var salon = start()) {
      salon.account("alice");
      salon.account("carol");
      var alice = salon.logIn("alice");
      alice.ask("MODE alice +R", ":alice MODE alice +R");
      var bob = salon.connect("bob");
      bob.ask("PRIVMSG alice :hi", ":salon.test 477 bob alice …");
      bob.ask("NOTICE alice :hi");
      var carol = salon.logIn("carol");
      carol.ask("PRIVMSG alice :hello");
      alice.expect(":carol PRIVMSG alice hello");
      alice.ask("MODE alice -R", ":alice MODE alice -R");
      bob.ask("PRIVMSG alice :and now");
      alice.expect(":bob PRIVMSG alice :and now");
    }
  }

  @Test
  void who_is_accepted_writes_until_they_are_not() {
    try (var salon = start()) {
      salon.account("alice");
      var alice = salon.logIn("alice");
      var bob = salon.connect("bob");
      alice.ask("MODE alice +R", ":alice MODE alice +R");
      alice.ask("ACCEPT bob");
      alice.ask("ACCEPT bob", ":salon.test 457 alice bob …");
      alice.ask("ACCEPT", ":salon.test 281 alice bob", ":salon.test 282 alice …");
      bob.ask("PRIVMSG alice :hi");
      alice.expect(":bob PRIVMSG alice hi");
      alice.ask("ACCEPT -bob");
      alice.ask(
          "ACCEPT -bob,nobody", ":salon.test 458 alice bob …", ":salon.test 401 alice nobody …");
      bob.ask("PRIVMSG alice :hi", ":salon.test 477 bob alice …");
      alice.ask("ACCEPT *", ":salon.test 282 alice …");
    }
  }

  @Test
  void one_accepts_so_many() {
    try (var salon = with("limits.accepted", 1).start()) {
      var alice = salon.connect("alice");
      salon.connect("bob");
      salon.connect("carol");
      alice.ask("ACCEPT bob,carol", ":salon.test 456 alice carol …");
    }
  }

  @Test
  void whom_one_writes_to_may_answer() {
    try (var salon = start()) {
      salon.account("alice");
      var alice = salon.logIn("alice");
      var bob = salon.connect("bob");
      alice.ask("MODE alice +R", ":alice MODE alice +R");
      alice.ask("PRIVMSG bob :who are you?");
      bob.expect(":alice PRIVMSG bob :who are you?");
      bob.ask("PRIVMSG alice :bob");
      alice.expect(":bob PRIVMSG alice bob");
    }
  }

  @Test
  void who_takes_no_ctcp_is_asked_none() {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      var bob = salon.connect("bob");
      alice.ask("MODE alice +T", ":alice MODE alice +T");
      bob.ask("PRIVMSG alice :\u0001VERSION\u0001", ":salon.test 492 bob alice …");
      bob.ask("PRIVMSG alice :\u0001ACTION waves\u0001");
      alice.expect(":bob PRIVMSG alice :\u0001ACTION waves\u0001");
      assertThat(alice.answer("MODE alice").toString()).contains("T");
    }
  }
}
