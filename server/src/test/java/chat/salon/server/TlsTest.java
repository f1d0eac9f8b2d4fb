package chat.salon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  // Made for this test by: openssl ecparam -name prime256v1 -genkey
  private static final String EC_OF_OPENSSL =
      """
      -----BEGIN EC PARAMETERS-----
      BggqhkjOPQMBBw==
      -----END EC PARAMETERS-----
      -----BEGIN EC PRIVATE KEY-----
      MHcCAQEEIAjhu5itOLhttm1TUPA21e9hgxG0lFaG06ov+Xow+qtmoAoGCCqGSM49
      AwEHoUQDQgAECGzw5CPsrHYeokSPsS0SQv2nlkN8B2c0PrTcWjrxMHEA04q2lWq/
      UFVjJWE1dgmFANtJzOW76wqlNigK92r1hw==
      -----END EC PRIVATE KEY-----
      """;

  @TempDir Path folder;

  private Path certificate;
  private Path key;

  @BeforeEach
  void make_a_certificate() {
    certificate = folder.resolve("cert.pem");
    key = folder.resolve("key.pem");
    SelfSigned.make("chat.example.org", NOW).write(certificate, key);
  }

  @Test
  void the_servers_own_certificate_is_for_its_names_and_lasts_ten_years() throws Exception {
    var own = Identity.read(certificate, key).certificate();
    assertThat(own.getSubjectAlternativeNames().stream().map(name -> name.get(1).toString()))
        .contains("chat.example.org", "localhost", "127.0.0.1");
    assertThat(own.getNotBefore().toInstant()).isBefore(NOW);
    assertThat(own.getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(3650)));
    assertThat(own.getPublicKey().getAlgorithm()).isEqualTo("EC");
    own.verify(own.getPublicKey());
  }

  @Test
  void only_the_owner_may_read_the_key() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void only_new_tls_is_spoken() {
    var engine = new Tls(certificate, key).get().newEngine(UnpooledByteBufAllocator.DEFAULT);
    assertThat(engine.getEnabledProtocols()).containsExactlyInAnyOrder("TLSv1.2", "TLSv1.3");
    assertThat(engine.getEnabledCipherSuites())
        .hasSize(9)
        .allMatch(suite -> suite.matches("TLS_(ECDHE_.*_WITH_)?(AES_.*_GCM|CHACHA20_POLY1305).*"));
  }

  @Test
  void a_new_certificate_is_taken_when_the_files_change() {
    var tls = new Tls(certificate, key);
    var before = tls.identity();
    var context = tls.get();
    tls.refresh();
    assertThat(tls.get()).isSameAs(context);

    SelfSigned.make("chat.example.org", NOW).write(certificate, key);
    touch(certificate, NOW.plusSeconds(60));
    tls.refresh();
    assertThat(tls.identity().fingerprint()).isNotEqualTo(before.fingerprint());
    assertThat(tls.get()).isNotSameAs(context);
  }

  @Test
  void a_bad_new_certificate_leaves_the_old_one_until_it_is_mended() throws IOException {
    var tls = new Tls(certificate, key);
    var context = tls.get();
    var good = Files.readString(certificate);

    Files.writeString(certificate, "not a certificate");
    touch(certificate, NOW.plusSeconds(60));
    tls.refresh();
    assertThat(tls.get()).isSameAs(context);

    Files.delete(key);
    tls.refresh();
    assertThat(tls.get()).isSameAs(context);

    SelfSigned.make("chat.example.org", NOW).write(folder.resolve("other.pem"), key);
    Files.writeString(certificate, good);
    touch(certificate, NOW.plusSeconds(120));
    tls.refresh();
    assertThat(tls.get()).as("the key is another's").isSameAs(context);

    Files.copy(folder.resolve("other.pem"), certificate, StandardCopyOption.REPLACE_EXISTING);
    touch(certificate, NOW.plusSeconds(180));
    tls.refresh();
    assertThat(tls.get()).isNotSameAs(context);
  }

  @Test
  void a_key_of_another_certificate_is_refused() {
    var other = folder.resolve("other.pem");
    SelfSigned.make("chat.example.org", NOW).write(folder.resolve("othercert.pem"), other);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Identity.read(certificate, other))
        .withMessage(other + " is not the key of the certificate " + certificate);
  }

  @Test
  void files_that_are_missing_or_hold_something_else_are_named() throws IOException {
    var missing = folder.resolve("missing.pem");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Identity.read(missing, key))
        .withMessage(missing + " does not exist");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Identity.read(key, certificate))
        .withMessageStartingWith(key + " has no certificate in it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Identity.read(certificate, certificate))
        .withMessageStartingWith(certificate + " has no private key in it");
    Files.writeString(
        certificate, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Identity.read(certificate, key))
        .withMessage(certificate + " is no certificate that can be read");
  }

  @Test
  void keys_in_the_older_forms_of_openssl_are_read() throws Exception {
    Files.writeString(key, EC_OF_OPENSSL);
    assertThat(Pem.key(key).getAlgorithm()).isEqualTo("EC");

    var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    var text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      writer.writeObject(pair.getPrivate());
    }
    assertThat(text.toString()).contains("BEGIN RSA PRIVATE KEY");
    Files.writeString(key, text.toString());
    assertThat(Pem.key(key)).isEqualTo(pair.getPrivate());
  }

  private static void touch(Path file, Instant when) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(when));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
