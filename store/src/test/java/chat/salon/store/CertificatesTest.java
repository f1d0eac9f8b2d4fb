package chat.salon.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.account.Certificates;
import chat.salon.core.account.Certificates.Added;
import chat.salon.core.account.Certificates.Certificate;
import chat.salon.core.account.Credentials;
import chat.salon.core.account.Fingerprint;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The certificates of accounts, on a real database.
class CertificatesTest extends OnEachDatabase {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final AccountName ALICE = AccountName.trusted("Alice");
  private static final AccountName BOB = AccountName.trusted("bob");
  private static final Fingerprint ONE = Fingerprint.of(new byte[] {1});
  private static final Fingerprint OTHER = Fingerprint.of(new byte[] {2});

  private Store store;
  private Certificates certificates;

  @BeforeEach
  void open() {
    store = openStore();
    certificates = store.certificates();
    for (var name : List.of(ALICE, BOB)) {
      store.accounts().create(name, null, new Credentials("$argon2id$…", null), NOW);
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_certificate_lets_in_one_account_until_it_is_removed() {
    assertThat(certificates.owner(ONE)).isEmpty();
    assertThat(certificates.add(ALICE, ONE, NOW, 2)).isEqualTo(Added.DONE);
    assertThat(certificates.add(BOB, ONE, NOW, 2)).isEqualTo(Added.TAKEN);
    assertThat(certificates.owner(ONE)).contains(ALICE);
    assertThat(certificates.of(ALICE)).containsExactly(new Certificate(ONE, NOW));
    assertThat(certificates.of(BOB)).isEmpty();

    assertThat(certificates.remove(BOB, ONE)).isFalse();
    assertThat(certificates.remove(ALICE, ONE)).isTrue();
    assertThat(certificates.owner(ONE)).isEmpty();
    assertThat(certificates.add(BOB, ONE, NOW, 2)).isEqualTo(Added.DONE);
  }

  @Test
  void an_account_has_so_many_at_most() {
    assertThat(certificates.add(ALICE, ONE, NOW, 1)).isEqualTo(Added.DONE);
    assertThat(certificates.add(ALICE, OTHER, NOW, 1)).isEqualTo(Added.FULL);
    assertThat(certificates.owner(OTHER)).isEmpty();
  }
}
