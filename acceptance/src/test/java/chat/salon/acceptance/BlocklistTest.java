package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.acceptance.TestSalon.Setup;
import chat.salon.irc.arrival.DnsblSettings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Lists of addresses in the DNS, as a DNS server of these tests has them.
class BlocklistTest {
  private static final String PROXIES = "proxies.example";
  private static final String SPAM = "spam.example";
  private static final String ODD = "odd.example";

  private static Setup asking(TestDns dns) {
    return TestSalon.with("proxy.trusted", List.of("127.0.0.1"))
        .with("proxy.secure", true)
        .with("dnsbl.servers", List.of("127.0.0.1:" + dns.port()))
        .with("dnsbl.timeout_millis", 10_000)
        .with("dnsbl.zones", List.of(ODD + " mark", PROXIES + " login", SPAM + " refuse"));
  }

  private static IrcClient from(TestSalon salon, String address) {
    var kind =
        address.contains(":") ? "TCP6 " + address + " ::1" : "TCP4 " + address + " 127.0.0.1";
    return salon.dial().send("PROXY " + kind + " 1 2");
  }

  @Test
  void who_is_listed_is_refused_and_others_are_not() {
    try (var dns = new TestDns(Set.of("7.2.0.192." + SPAM));
        var salon = asking(dns).nodes(3).start()) {
      for (int node = 0; node < 3; node++) {
        from(salon, "192.0.2.7")
            .send("NICK eve", "USER e 0 * :e")
            .expectEnd("ERROR :…" + SPAM + "…");
      }
      from(salon, "192.0.2.8").register("bob");
    }
  }

  @Test
  void ipv6_is_asked_digit_by_digit() {
    var name = "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.";
    try (var dns = new TestDns(Set.of(name + SPAM));
        var salon = asking(dns).start()) {
      from(salon, "2001:db8::1")
          .send("NICK eve", "USER e 0 * :e")
          .expectEnd("ERROR :…" + SPAM + "…");
      from(salon, "2001:db8::2").register("bob");
    }
  }

  @Test
  void a_login_helps_who_has_to_log_in_and_who_is_refused_as_configured() {
    var both = Set.of("7.2.0.192." + PROXIES, "8.2.0.192." + SPAM);
    try (var dns = new TestDns(both);
        var salon = asking(dns).start()) {
      salon.account("bob");
      var guest = from(salon, "192.0.2.7").send("NICK eve", "USER e 0 * :e");
      guest.expect("FAIL * ACCOUNT_REQUIRED …");
      guest.expectEnd("ERROR :…log in…");
      from(salon, "192.0.2.7").logIn("bob", TestSalon.PASSWORD);
      from(salon, "192.0.2.8").logIn("bob", TestSalon.PASSWORD);
    }
    try (var dns = new TestDns(both);
        var salon = asking(dns).with("dnsbl.accounts_exempt", false).start()) {
      salon.account("bob");
      from(salon, "192.0.2.7").logIn("bob", TestSalon.PASSWORD);
      assertThatThrownBy(() -> from(salon, "192.0.2.8").logIn("bob", TestSalon.PASSWORD))
          .hasMessageContaining(SPAM);
    }
  }

  @Test
  void operators_are_told_of_who_is_marked() {
    try (var dns = new TestDns(Set.of("7.2.0.192." + ODD));
        var salon = asking(dns).start()) {
      salon.account("root");
      var root = from(salon, "192.0.2.1").logIn("root", TestSalon.PASSWORD);
      root.send("NS ADMIN " + salon.administratorCode()).until(":NickServ NOTICE root …");
      from(salon, "192.0.2.7").register("bob");
      assertThat(root.until("NOTICE root …" + ODD).getLast().param(1)).contains("bob!");
    }
  }

  @Test
  void an_answer_is_remembered_and_an_error_is_no_listing() {
    try (var dns = new TestDns(Set.of("error.9.2.0.192." + SPAM));
        var salon = asking(dns).start()) {
      from(salon, "192.0.2.9").register("bob");
      from(salon, "192.0.2.7").register("eve");
      int asked = dns.asked();
      assertThat(asked).isPositive();
      from(salon, "192.0.2.7").register("eva");
      assertThat(dns.asked()).isEqualTo(asked);
    }
  }

  @Test
  void this_machine_and_who_is_exempt_are_not_looked_up() {
    try (var dns = new TestDns(Set.of("1.0.0.127." + SPAM, "7.2.0.192." + SPAM));
        var salon =
            asking(dns)
                .with("proxy.required", false)
                .with("dnsbl.exempt", List.of("192.0.2.0/24"))
                .start()) {
      salon.connect("bob");
      from(salon, "192.0.2.7").register("eve");
      assertThat(dns.asked()).isZero();
    }
  }

  @Test
  void people_come_in_when_the_lists_are_silent() {
    try (var dns = TestDns.silent();
        var salon = asking(dns).with("dnsbl.timeout_millis", 100).start()) {
      from(salon, "192.0.2.7").register("eve");
      assertThat(dns.asked()).isPositive();
    }
  }

  @Test
  void what_is_wrong_with_the_settings_is_told() {
    assertThatThrownBy(() -> TestSalon.with("dnsbl.zones", List.of("spam.example ignore")).start())
        .hasStackTraceContaining("dnsbl.zones has \"spam.example ignore\"");
    assertThat(DnsblSettings.DEFAULT.zones()).isEmpty();
  }
}
