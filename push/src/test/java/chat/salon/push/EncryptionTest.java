package chat.salon.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/// Encrypting as the example of RFC 8291 does, and signing.
class EncryptionTest {
  private static final String DEVICE =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

  @Test
  void the_example_of_the_rfc_comes_out_as_it_stands_there() throws GeneralSecurityException {
    // The secret is made so that the pair is the one of the example.
    var scalar = new BigInteger(1, bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"));
    var own = P256.pair(scalar.subtract(BigInteger.ONE).toByteArray());
    assertThat(P256.write((ECPublicKey) own.getPublic()))
        .isEqualTo(
            bytes(
                "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"));
    var encrypted =
        Encryption.encrypt(
            "When I grow up, I want to be a watermelon".getBytes(UTF_8),
            0,
            bytes(DEVICE),
            bytes("BTBZMqHH6r4Tts7J_aSIgg"),
            own,
            bytes("DGv6ra1nlYgDCS1FRnbzlw"));
    assertThat(encrypted)
        .isEqualTo(
            bytes(
                "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLoc"
                    + "InmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyou"
                    + "BWLVWGNWQexSgSxsj_Qulcy4a-fN"));
  }

  @Test
  void the_length_tells_little() throws GeneralSecurityException {
    var secret = new byte[16];
    var one = Encryption.encrypt(new byte[10], bytes(DEVICE), secret);
    var other = Encryption.encrypt(new byte[200], bytes(DEVICE), secret);
    assertThat(one).hasSameSizeAs(other).isNotEqualTo(other);
    var most = Encryption.encrypt(new byte[Encryption.MOST_BYTES], bytes(DEVICE), secret);
    assertThat(most).hasSize(4096);
  }

  @Test
  void what_is_not_on_the_curve_is_no_key() {
    var off = bytes(DEVICE);
    off[64] ^= 1;
    assertThatThrownBy(() -> Encryption.encrypt(new byte[1], off, new byte[16]))
        .isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(() -> Encryption.encrypt(new byte[1], new byte[65], new byte[16]))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void a_server_proves_who_it_is_to_one_service_for_some_hours() throws GeneralSecurityException {
    var now = Instant.parse("2026-03-01T10:00:00Z");
    var vapid = new Vapid(new byte[32], "mailto:root@example.org");
    var endpoint = java.net.URI.create("https://push.example.net:8443/send/1?a=b");
    var header = vapid.authorization(endpoint, now);
    assertThat(header).startsWith("vapid t=").endsWith(", k=" + vapid.key());
    var parts = header.substring("vapid t=".length(), header.indexOf(", k=")).split("\\.");
    assertThat(new String(bytes(parts[0]), UTF_8)).contains("\"ES256\"");
    assertThat(new String(bytes(parts[1]), UTF_8))
        .isEqualTo(
            "{\"aud\":\"https://push.example.net:8443\",\"exp\":%d,\"sub\":\"mailto:root@example.org\"}"
                .formatted(now.getEpochSecond() + 12 * 3600));
    var check = Signature.getInstance("SHA256withECDSAinP1363Format");
    check.initVerify(P256.read(bytes(vapid.key())));
    check.update((parts[0] + '.' + parts[1]).getBytes(UTF_8));
    assertThat(check.verify(bytes(parts[2]))).isTrue();
  }

  @Test
  void the_keys_of_a_server_are_the_same_at_every_start_and_no_others() {
    var one = new Vapid("a secret of 32 bytes, all its own".getBytes(UTF_8), "").key();
    assertThat(new Vapid("a secret of 32 bytes, all its own".getBytes(UTF_8), "").key())
        .isEqualTo(one);
    assertThat(new Vapid(new byte[32], "").key()).isNotEqualTo(one);
  }

  private static byte[] bytes(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }
}
