package chat.salon.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.account.AccountSettings;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2HasherTest {
  private static final byte[] SECRET = "correct horse".getBytes(UTF_8);

  private final Argon2Hasher hasher = new Argon2Hasher(64, 2);

  /// RFC 9106 §5.3.
  @Test
  void the_library_computes_the_test_vector_of_rfc_9106() {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(32)
            .withIterations(3)
            .withParallelism(4)
            .withSalt(filled(16, 2))
            .withSecret(filled(8, 3))
            .withAdditional(filled(12, 4))
            .build());
    var tag = new byte[32];
    generator.generateBytes(filled(32, 1), tag);
    assertThat(HexFormat.of().formatHex(tag))
        .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
  }

  @Test
  void takes_a_hash_of_the_reference_implementation() {
    var reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertThat(hasher.matches("password".getBytes(UTF_8), reference)).isTrue();
    assertThat(hasher.matches("Password".getBytes(UTF_8), reference)).isFalse();
  }

  @Test
  void hashes_by_default_as_owasp_asks() {
    var settings = AccountSettings.DEFAULT;
    var usual = new Argon2Hasher(settings.hashMemoryKib(), settings.hashIterations());
    var encoded = usual.hash(SECRET);
    assertThat(encoded)
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    assertThat(usual.matches(SECRET, encoded)).isTrue();
    assertThat(usual.isOutdated(encoded)).isFalse();
  }

  @Test
  void each_hash_has_a_salt_of_its_own() {
    assertThat(hasher.hash(SECRET)).isNotEqualTo(hasher.hash(SECRET));
  }

  @Test
  void every_byte_of_a_long_password_counts() {
    var longer = filled(1024, 'x');
    var encoded = hasher.hash(longer);
    assertThat(hasher.matches(longer, encoded)).isTrue();
    longer[1023]++;
    assertThat(hasher.matches(longer, encoded)).isFalse();
  }

  @Test
  void leaves_the_password_as_it_is() {
    var password = SECRET.clone();
    hasher.matches(password, hasher.hash(password));
    assertThat(password).isEqualTo(SECRET);
  }

  @Test
  void less_work_than_today_is_outdated_and_more_is_not() {
    var encoded = hasher.hash(SECRET);
    assertThat(hasher.isOutdated(encoded)).isFalse();
    assertThat(new Argon2Hasher(65, 2).isOutdated(encoded)).isTrue();
    assertThat(new Argon2Hasher(64, 3).isOutdated(encoded)).isTrue();
    assertThat(new Argon2Hasher(32, 1).isOutdated(encoded)).isFalse();
    assertThat(hasher.isOutdated("$2b$12$bcrypt")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "correct horse",
        "$argon2i$v=19$m=64,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw",
        "$argon2id$v=16$m=64,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw",
        "$argon2id$m=64,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw",
        "$argon2id$v=19$m=064,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw",
        "$argon2id$v=19$t=2,m=64,p=1$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw",
        "$argon2id$v=19$m=64,t=0,p=1$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw",
        "$argon2id$v=19$m=7,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw",
        "$argon2id$v=19$m=99999999,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw",
        "$argon2id$v=19$m=64,t=65,p=1$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw",
        "$argon2id$v=19$m=640,t=2,p=17$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw",
        "$argon2id$v=19$m=64,t=2,p=1$AAECAwQFBgcICQoLDA0ODw==$AAECAwQFBgcICQoLDA0ODw",
        "$argon2id$v=19$m=64,t=2,p=1$AAECAwQFBgcICQoLDA0ODx$AAECAwQFBgcICQoLDA0ODw",
        "$argon2id$v=19$m=64,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw\n",
        "$argon2id$v=19$m=64,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$AAECAwQFBgcICQoLDA0ODw$",
      })
  void what_it_would_not_write_matches_nothing(String encoded) {
    assertThat(Argon2Hash.parse(encoded)).isEmpty();
    assertThat(hasher.matches(SECRET, encoded)).isFalse();
    assertThat(hasher.isOutdated(encoded)).isTrue();
  }

  @Test
  void reads_what_it_writes() {
    var encoded = hasher.hash(SECRET);
    assertThat(Argon2Hash.parse(encoded).orElseThrow().encoded()).isEqualTo(encoded);
  }

  private static byte[] filled(int length, int value) {
    var bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
