package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.account.Fingerprint;
import chat.salon.web.WebTls;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/// Getting in by the certificate of the TLS connection: SASL EXTERNAL.
class CertificateTest extends Conversation {

  @Test
  void a_certificate_that_was_added_logs_in_on_any_node_and_after_a_restart() {
    try (var salon = start()) {
      salon.account("alice");
      var shown = TestTls.identity();
      var first = salon.dialTls(shown).logIn("alice", TestSalon.PASSWORD);
      first.send("NS CERT ADD");
      first.until("NOTICE alice :From now on this certificate logs you in: …");
      first.ask("NS CERT LIST", "NOTICE alice :" + fingerprint(shown) + " since …");
      for (int i = 0; i < salon.nodes(); i++) {
        external(salon.dialTls(shown), "+");
      }
      salon.restart();
      external(salon.dialTls(shown), base64("Alice"));
    }
  }

  @Test
  void any_other_certificate_or_account_does_not() {
    try (var salon = start()) {
      salon.account("alice");
      salon.account("bob");
      var shown = TestTls.identity();
      var alice = salon.logIn("alice");
      alice.send("NICKSERV CERT ADD " + fingerprint(shown).toUpperCase(java.util.Locale.ROOT));
      alice.until("NOTICE alice :From now on …");
      refused(salon.dialTls(shown), base64("bob"));
      refused(salon.dialTls(TestTls.identity()), "+");
      refused(salon.dialTls(), base64("alice"));
      refused(salon.dial(), "+");
      alice.send("NS CERT DEL " + fingerprint(shown));
      alice.until("NOTICE alice :This certificate does not log you in any more: …");
      refused(salon.dialTls(shown), "+");
      alice.ask("NS CERT LIST", "NOTICE alice :No certificate logs you in.");
    }
  }

  @Test
  void what_is_no_certificate_is_refused_and_so_is_one_too_many() {
    try (var salon = with("login.certificates_per_account", 1).start()) {
      salon.account("alice");
      salon.account("bob");
      var alice = salon.logIn("alice");
      var own = fingerprint(TestTls.identity());
      alice.ask("NS CERT ADD", "NOTICE alice :You are not connected with a certificate…");
      alice.ask("NS CERT ADD abc", "NOTICE alice :That is not a fingerprint…");
      alice.ask("NS CERT WHAT", "NOTICE alice :That is not clear: …");
      alice.ask("NS CERT ADD " + own, "NOTICE alice :From now on …");
      alice.ask(
          "NS CERT ADD " + fingerprint(TestTls.identity()), "NOTICE alice :You have 1 certif…");
      var bob = salon.logIn("bob");
      bob.ask("NS CERT ADD " + own, "NOTICE bob :That certificate is in use already.");
      bob.ask("NS CERT DEL " + own, "NOTICE bob :You have no such certificate.");
      salon.connect("guest").ask("NS CERT LIST", "NOTICE guest :…");
    }
  }

  @Test
  void where_certificates_are_off_it_is_not_offered() {
    try (var salon = with("login.certificates", false).start()) {
      var client = salon.dialTls(TestTls.identity());
      client.send("AUTHENTICATE EXTERNAL");
      var mechanisms = client.expect(":salon.test 908 * … …").param(1);
      assertThat(mechanisms).contains("PLAIN").doesNotContain("EXTERNAL");
      client.expect(":salon.test 904 * …");
    }
  }

  private static void external(IrcClient client, String message) {
    begin(client, message);
    client.expect("900 * … alice :…");
    client.expect("903 * …");
    client.close();
  }

  private static void refused(IrcClient client, String message) {
    begin(client, message);
    client.expect("904 * …");
  }

  private static void begin(IrcClient client, String message) {
    client.send("CAP REQ sasl");
    client.expect("CAP * ACK sasl");
    client.send("AUTHENTICATE EXTERNAL");
    client.expect("AUTHENTICATE +");
    client.send("AUTHENTICATE " + message);
  }

  private static String base64(String text) {
    return Base64.getEncoder()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String fingerprint(WebTls.Identity identity) {
    try {
      return Fingerprint.of(identity.chain().getFirst().getEncoded()).hex();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
